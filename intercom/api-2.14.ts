import { generated } from '../generated/intercom-2.14/api.ts';
import { intercomApi } from './intercom-api.ts';

/** All that a server of the tools of version 2.14 is made of but a client. */
export const intercom = intercomApi(generated);

export const { catalog, loadTool } = intercom;
