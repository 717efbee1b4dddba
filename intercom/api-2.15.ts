import entries from '../generated/intercom-2.15/catalog.json' with { type: 'json' };
import { apiVersion, catalogDigest, groups } from '../generated/intercom-2.15/facts.ts';
import { modules } from '../generated/intercom-2.15/modules.ts';
import { intercomApi } from './intercom-api.ts';

/** All that a server of the tools of version 2.15 is made of but a client. */
export const intercom = intercomApi({
  ...{ apiVersion, catalogDigest, entries, modules, groups },
  answerTypes: async () => (await import('./answers-2.15.ts')).answers,
});

export const { catalog, loadTool } = intercom;
