import * as z from 'zod';
import { createAliases } from '../../catalog/aliases.ts';
import type { AnswerTypes } from '../../catalog/answer-types.ts';
import type { CatalogEntry } from '../../catalog/catalog.ts';
import { readDiscoveryInput } from '../../discovery/discovery-input.ts';
import { resourcesOf } from '../../discovery/resources-of.ts';
import { toolIndexOf } from '../../discovery/tool-index.ts';
import { withoutWeak } from '../../discovery/without-weak.ts';
import type { ApiProfile } from '../../profile/api-profile.ts';
import { isRecord, isStrings } from '../../value/value.ts';
import { WorldError } from '../error-fields.ts';
import type { World } from '../world.ts';
import type { WorldNames } from '../world-names.ts';
import { askedJoin } from './asked-join.ts';
import { askedNames } from './asked-names.ts';
import { declareFunctions } from './declarations.ts';
import { functionNames } from './function-names.ts';
import { createFunctionWords, type FunctionWords, functionWords } from './function-words.ts';
import { describeFunctions, searchFunctions, unknownFunction } from './search-functions.ts';
import { tellJoin } from './tell-join.ts';

/** Arguments of the tool that finds functions. */
export const codeSearchInput = z.strictObject({
  query: z
    .string()
    .min(1)
    .describe('What to do, in a few words; several tasks between commas; or "signature of <function>"'),
  limit: z.int().min(1).max(10).optional().describe('Default 3'),
});

/** What the words of a server's functions are made of. */
export interface CodeWordsOptions {
  readonly profile: Pick<ApiProfile, 'id' | 'synonyms' | 'sayings' | 'alwaysLoad' | 'search' | 'joins' | 'names'>;
  /** The served tools. */
  readonly catalog: readonly CatalogEntry[];
  /** What they were filtered from: servers over the same tools share one index then. */
  readonly from: readonly CatalogEntry[];
  readonly answerTypes?: (() => Promise<AnswerTypes>) | undefined;
  readonly names: WorldNames;
  /** The time in milliseconds that names which functions had are held against; the system's unless given. */
  readonly now?: (() => number) | undefined;
}

/** What a model reads of a server's functions, and finds them by. */
export interface CodeWords extends Pick<World, 'search' | 'describe' | 'words'> {
  /** As that of a program's world; `tell` gets a line about a name that a function had. */
  readonly find: (name: string, tell?: (note: string) => void) => CatalogEntry;
  /** All functions as the text of a `.d.ts` file. */
  readonly declarations: () => Promise<string>;
}

/** The words of a server's functions; nothing of them is made before it is asked for. */
export function createCodeWords({ profile, catalog, from, answerTypes, names, now }: CodeWordsOptions): CodeWords {
  const served = new Map(catalog.map((entry) => [entry.name, entry]));
  const allowed = new Set(served.keys());
  const aliases = createAliases(catalog, now);
  let prepared: Promise<FunctionWords> | undefined;

  function prepare(): Promise<FunctionWords> {
    prepared ??= loadWords().catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  async function loadWords(): Promise<FunctionWords> {
    return createFunctionWords({
      catalog,
      answers: await answerTypes?.(),
      search: profile.search,
      shown: profile.names,
      names,
    });
  }

  function find(name: string, tell?: (note: string) => void): CatalogEntry {
    const former = aliases.find(name);
    if (former?.isOver)
      throw new WorldError(
        'unknown_function',
        `${names.object} has no function ${name}: ${former.note}`,
        `Call ${former.name}.`,
      );
    if (former !== undefined) {
      tell?.(former.note);
      return former.entry;
    }
    const found = functionNames(catalog).find(name);
    if (found.entry !== undefined) return found.entry;
    throw new WorldError(
      'unknown_function',
      `${names.object} has ${unknownFunction(name, found)}`,
      `Find its name with ${names.object}.searchTools('what to do').`,
    );
  }

  async function search(args: unknown): Promise<string> {
    const given = typeof args === 'string' ? { query: args } : args;
    const { query, limit = 3 } = readDiscoveryInput(codeSearchInput, given);
    const words = await prepare();
    const asked = askedNames(query) ?? (functionNames(catalog).all.includes(query.trim()) ? [query.trim()] : []);
    const isKnown = (name: string): boolean =>
      functionNames(catalog).find(name).entry !== undefined || words.types.has(name);
    // "Describe Acme" is a question as any other.
    if (asked.some(isKnown) || (asked.length > 0 && /signature|declaration/i.test(query)))
      return describeFunctions(asked, { catalog, words });
    const join = profile.joins && askedJoin(query, profile.joins, profile.synonyms);
    if (join && profile.joins) return tellJoin(join, profile.joins, { catalog, words, names });
    const rank = (task: string) => withoutWeak(toolIndexOf(from, profile).search(task, allowed));
    const tasks = tasksIn(query).map(rank);
    const ranked = tasks.every((one) => one.length > 0) ? tasks : [rank(query)];
    const most = Math.max(Math.ceil(limit / ranked.length), 2);
    const found = ranked.map((one) => one.slice(0, most).flatMap(({ entry }) => served.get(entry.name) ?? []));
    if (found.some((entries) => entries.length > 0)) return searchFunctions(found, words);
    return `No function fits these words. Say what to do and with what, in other words; there are functions for: ${resourcesOf(catalog).join(', ').slice(0, 2_000)}.`;
  }

  async function describe(args: unknown): Promise<string> {
    return describeFunctions(namesOf(args), { catalog, words: await prepare() });
  }

  return {
    find,
    search,
    describe,
    words: functionWords(catalog),
    declarations: async () => declareFunctions(catalog, await prepare(), names),
  };
}

/** Several tasks in one query stand between commas; a word by itself is a part of one. */
function tasksIn(query: string): string[] {
  const parts = query.split(/[,;\n]+/).map((part) => part.trim());
  return parts.length <= MOST_TASKS && parts.every((part) => part.includes(' ')) ? parts : [query];
}

const MOST_TASKS = 5;

/** Names of functions in whatever form a program hands them over. */
function namesOf(args: unknown): readonly string[] {
  const list = isRecord(args) ? (args.names ?? args.name) : args;
  if (typeof list === 'string') return list.split(/[\s,;]+/).filter((name) => name !== '');
  if (isStrings(list)) return list;
  throw new WorldError(
    'input',
    'names must be a list of names of functions',
    'For example describeTools(["listThings"]).',
  );
}
