import type { AnswerTypes } from '../../catalog/answer-types.ts';
import type { CatalogEntry } from '../../catalog/catalog.ts';
import type { ApiProfile } from '../../profile/api-profile.ts';
import { WorldError } from '../error-fields.ts';
import type { World } from '../world.ts';
import type { WorldNames } from '../world-names.ts';
import { functionName, functionNames } from './function-names.ts';

/** What the words of a server in code mode are made of. */
export interface CodeWordsOptions {
  readonly profile: ApiProfile;
  /** The tools that are served. */
  readonly catalog: readonly CatalogEntry[];
  /** What they were filtered from. */
  readonly from: readonly CatalogEntry[];
  readonly answerTypes: (() => Promise<AnswerTypes>) | undefined;
  readonly names: WorldNames;
}

/** Finds, searches and describes the functions of a server, and names them in texts that name tools. */
export function createCodeWords({
  catalog,
  names,
}: CodeWordsOptions): Pick<World, 'find' | 'search' | 'describe' | 'words'> {
  const functions = functionNames(catalog);
  const byTool = new Map(catalog.map((entry) => [entry.name, functionName(entry)]));

  function find(name: string): CatalogEntry {
    const found = functions.find(name);
    if (found.entry !== undefined) return found.entry;
    const shown = JSON.stringify(name.slice(0, 128));
    const meant = found.candidates.map((candidate) => JSON.stringify(candidate)).join(' or ');
    const which = found.isAmbiguous ? ` It could be ${meant}.` : meant === '' ? '' : ` Did you mean ${meant}?`;
    throw new WorldError(
      'unknown_function',
      `${names.object} has no function ${shown}.${which}`,
      `Find its name with ${names.object}.searchTools('what to do').`,
    );
  }

  return {
    find,
    search: async () => '',
    describe: async () => '',
    words: (text) => text.replace(TOOL, (word) => byTool.get(word) ?? word),
  };
}

/** A word that may be a tool's name. */
const TOOL = /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g;
