import { intercomReference } from '../../intercom/reference.ts';
import type { DescribedApi } from './described-api.ts';

/** Intercom's tools, as the package has them. */
export const intercomApi: DescribedApi = {
  ...intercomReference,
  setup: {
    imports: ["import { createClient } from 'intercom-mcp-toolkit';"],
    client: ['const client = createClient({ token: process.env.INTERCOM_ACCESS_TOKEN });'],
  },
};
