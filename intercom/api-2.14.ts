import entries from '../generated/intercom-2.14/catalog.json' with { type: 'json' };
import { apiVersion, catalogDigest, groups } from '../generated/intercom-2.14/facts.ts';
import { modules } from '../generated/intercom-2.14/modules.ts';
import { intercomApi } from './intercom-api.ts';

/** All that a server of the tools of version 2.14 is made of but a client. */
export const intercom = intercomApi({
  ...{ apiVersion, catalogDigest, entries, modules, groups },
  answerTypes: async () => (await import('./answers-2.14.ts')).answers,
});

export const { catalog, loadTool } = intercom;
