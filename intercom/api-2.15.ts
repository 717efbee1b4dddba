import { generated } from '../generated/intercom-2.15/api.ts';
import { intercomApi } from './intercom-api.ts';

/** All that a server of the tools of version 2.15 is made of but a client. */
export const intercom = intercomApi(generated);

export const { catalog, loadTool } = intercom;
