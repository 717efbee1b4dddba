import entries from '../generated/intercom/catalog.json' with { type: 'json' };
import { apiVersion, catalogDigest, groups } from '../generated/intercom/facts.ts';
import { modules } from '../generated/intercom/modules.ts';
import type { AnswerTypes } from '../runtime/catalog/answer-types.ts';
import { intercomApi } from './intercom-api.ts';

export { instructions } from './instructions.ts';

/** What the tools answer as TypeScript, loaded by those alone who show it. */
async function answerTypes(): Promise<AnswerTypes> {
  // By way of a module: bundlers leave an import of JSON as it is, at an address of the sources.
  const { answers } = await import('./answers.ts');
  return answers;
}

/** All that a server of Intercom's tools is made of but a client: `createMcpServer({ ...intercom, client })`. */
export const intercom = intercomApi({ apiVersion, catalogDigest, entries, modules, groups, answerTypes });

export const {
  /** All of Intercom's tools as a model lists them, sorted by name, without their modules. */
  catalog,
  /** Loads one of Intercom's tools by name, with its resource's module alone; undefined for a name that no tool has. */
  loadTool,
} = intercom;
