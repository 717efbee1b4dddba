import type { CallToolResult } from '@modelcontextprotocol/server';
import type { AnswerTypes } from '../catalog/answer-types.ts';
import type { CatalogEntry } from '../catalog/catalog.ts';
import type { Box } from '../code/box/box.ts';
import { defaultBox } from '../code/box/default-box.ts';
import { CODE_RUNNERS, readCodeInput } from '../code/code-input.ts';
import { prelude } from '../code/prelude.ts';
import { codeList } from '../code/words/code-list.ts';
import { createCodeWords } from '../code/words/code-words.ts';
import { worldNames } from '../code/world-names.ts';
import { FINDERS } from '../discovery/choose-tool.ts';
import { taskExamples } from '../discovery/task-examples.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { didYouMean } from '../value/nearest.ts';
import { needsConfirmation } from './confirm-call.ts';
import { AT_HAND, type ListOptions } from './list.ts';
import { type CodeLimits, runProgramCall } from './run-program-call.ts';
import { type Toolbox, unknownTool } from './toolbox.ts';

/** Settings of {@link createCode}. */
export interface CodeOptions {
  readonly profile: ApiProfile;
  /** What the served catalogs were filtered from: servers over the same tools share their words then. */
  readonly from?: readonly CatalogEntry[] | undefined;
  /** What the tools answer, as types; a model is shown `unknown` without them. */
  readonly answerTypes?: (() => Promise<AnswerTypes>) | undefined;
  /** As the server's: the runner of writes then says how they are confirmed. */
  readonly confirm?: ListOptions['confirm'] | undefined;
  /** Where programs run; in threads of this process unless given, which Node and Bun have. */
  readonly box?: Box | undefined;
  /** The time in milliseconds that names which functions had are held against; the system's unless given. */
  readonly now?: (() => number) | undefined;
  /** What one program may use up, where it is otherwise than {@link CODE_LIMITS}. */
  readonly limits?: { readonly [Limit in keyof CodeLimits]?: CodeLimits[Limit] | undefined } | undefined;
}

/**
 * What one program may use up unless said otherwise: 64 MiB, 2 s between two waits, 55 s in all (clients give a request up after
 * 60), 100 calls and 6 of them at once, and 40,000 characters of result.
 */
export const CODE_LIMITS: CodeLimits = {
  memory: 64 * 1024 * 1024,
  cpu: 2_000,
  wall: 55_000,
  calls: 100,
  atOnce: 6,
  output: 40_000,
};

/** The tools of code mode. */
export interface CodeToolbox extends Toolbox {
  /** All functions of its programs as the text of a `.d.ts` file. */
  readonly declarations: () => Promise<string>;
}

/**
 * Puts three tools in place of a catalog, for models that write programs: `search_tools` finds functions and their types,
 * `run_read_code` runs a program that only reads, `run_code` one that also writes, where the catalog has something to write.
 */
export function createCode({
  profile,
  from,
  answerTypes,
  confirm,
  box,
  limits: given,
  now,
}: CodeOptions): (catalog: readonly CatalogEntry[]) => CodeToolbox {
  const limits = { ...CODE_LIMITS, ...withoutUndefined(given) };
  const names = worldNames(profile);
  const world = prelude(names);
  return function code(catalog) {
    const words = createCodeWords({ profile, catalog, from: from ?? catalog, answerTypes, names, now });
    const asksConsent = catalog.some((entry) => needsConfirmation(entry, confirm ?? 'never'));
    // A client that loads tools on demand would have to search for the search.
    const list = {
      tools: codeList({
        catalog,
        api: profile.name,
        examples: taskExamples(profile, catalog),
        names,
        asksConsent,
        limits,
      }).map((tool) => ({
        ...tool,
        _meta: AT_HAND,
      })),
    };
    const listed = new Set(list.tools.map(({ name }) => name));
    const host = { box: async () => box ?? (await defaultBox()), limits, names, prelude: world, world: words };

    return {
      list: () => list,
      asCode: true,
      declarations: words.declarations,
      resolve: (name, args) => {
        if (!listed.has(name)) throw unknownTool(name, didYouMean(name, listed));
        if (name === FINDERS.search)
          return { tool: name, arguments: args, run: async () => ({ result: text(await words.search(args)) }) };
        const access = name === CODE_RUNNERS.read ? 'read' : 'write';
        const input = readCodeInput(args);
        return {
          tool: name,
          arguments: args,
          run: (context, settings) => runProgramCall({ tool: name, access, ...input }, host, context, settings),
        };
      },
    };
  };
}

function withoutUndefined(limits: CodeOptions['limits'] = {}): Partial<CodeLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function text(content: string): CallToolResult {
  return { content: [{ type: 'text', text: content }] };
}
