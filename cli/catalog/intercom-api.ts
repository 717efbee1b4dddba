import { apiVersion, groups } from '../../generated/intercom/facts.ts';
import { modules } from '../../generated/intercom/modules.ts';
import { catalog } from '../../intercom/catalog.ts';
import { moduleOf } from '../../intercom/reference.ts';
import { intercomWords } from '../../intercom/words.ts';
import type { DescribedApi } from './described-api.ts';

/** Intercom's tools, as the package has them. */
export const intercomApi: DescribedApi = {
  ...{ name: 'Intercom', version: apiVersion, catalog, modules, groups, words: intercomWords, moduleOf },
  setup: {
    imports: ["import { createClient } from 'intercom-mcp-toolkit';"],
    client: ['const client = createClient({ token: process.env.INTERCOM_ACCESS_TOKEN });'],
  },
};
