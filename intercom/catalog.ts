import entries from '../generated/intercom/catalog.json' with { type: 'json' };
import { modules } from '../generated/intercom/modules.ts';
import type { AnswerTypes } from '../runtime/catalog/answer-types.ts';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { toolLoader } from '../runtime/catalog/tool-loader.ts';
import { intercomProfile } from './profile.ts';

export { instructions } from './instructions.ts';

/** All of Intercom's tools as a model lists them, sorted by name, without their modules. */
export const catalog: readonly CatalogEntry[] = entries as unknown as readonly CatalogEntry[];

/** Loads one of Intercom's tools by name, with its resource's module alone; undefined for a name that no tool has. */
export const loadTool = toolLoader(catalog, modules);

/** What the tools answer as TypeScript, loaded by those alone who show it. */
async function answerTypes(): Promise<AnswerTypes> {
  // By way of a module: bundlers leave an import of JSON as it is, at an address of the sources.
  const { answers } = await import('./answers.ts');
  return answers;
}

/** All that a server of Intercom's tools is made of but a client: `createMcpServer({ ...intercom, client })`. */
export const intercom = { profile: intercomProfile, catalog, loadTool, answerTypes };
