import { budgetOf } from '../http/budget.ts';
import type { CallingProfile } from '../profile/calling-profile.ts';
import type { NameFinder } from '../search/name-finder.ts';
import type { PreparedArguments } from '../search/prepare-arguments.ts';
import type { Tool } from '../tool/tool.ts';
import type { Memory } from '../value/memory.ts';
import { once } from '../value/once.ts';
import type { Read } from './look-up.ts';
import type { ResolvedArguments } from './resolve-arguments.ts';

/** Arguments with ids in place of names, and by argument the ids that names became. */
interface NamedArguments extends PreparedArguments, Pick<ResolvedArguments, 'became'> {}

/** What names are in one call: ids in its arguments, and stand beside ids in what it answers. */
export interface CallNames {
  /** Arguments as `read` repairs them, with ids in the place of names; rejects with an {@link InputError} for a name of nothing. */
  readonly resolve: (read: (names?: NameFinder) => PreparedArguments) => Promise<NamedArguments>;
  /** Who or what the ids in arguments are, a line each. */
  readonly say: (input: unknown) => Promise<readonly string[]>;
  /** An answer with names beside its ids. */
  readonly label: (answer: unknown) => Promise<unknown>;
}

/** A call, and what is known of the account that it is made for. */
export interface NamingContext {
  readonly tool: Pick<Tool, 'names' | 'search' | 'input'>;
  readonly profile: Pick<CallingProfile, 'names' | 'answers'>;
  readonly memory: Memory;
  readonly now: () => number;
  /** Sends a request that reads, for everybody who waits for it. */
  readonly read: Read;
  /** Whether the caller may see what a list tool answers. */
  readonly candidates?: ((tool: string) => boolean) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** True where names are shown as well, and where they are in an answer of which nothing is left out. */
  readonly isShown: boolean;
  readonly isComplete: boolean;
}

const loadNames = once(() => import('./index.ts'));

const NO_NAMES: CallNames = {
  resolve: async (read) => ({ ...read(), became: {} }),
  say: async () => [],
  label: async (answer) => answer,
};

/** Opens the names of a call; where an API has none, or the call needs none, nothing is loaded. */
export async function openCallNames({
  tool,
  profile,
  memory,
  now,
  read,
  candidates = () => true,
  signal,
  isShown,
  isComplete,
}: NamingContext): Promise<CallNames> {
  const { names: named, answers } = profile;
  if (named === undefined || !(isShown || tool.names !== undefined || tool.search !== undefined)) return NO_NAMES;
  const { labelAnswer, openNames, resolveArguments, sayNames } = await loadNames();
  const budget = () => budgetOf(memory, now());
  const names = openNames({ profile: named, memory, read, candidates, budget, signal });

  async function resolve(repair: (names?: NameFinder) => PreparedArguments): Promise<NamedArguments> {
    let prepared = repair(names);
    if (names.wanted.size > 0) {
      await names.load();
      prepared = repair(names);
    }
    const { input, repairs, became } = await resolveArguments(tool, prepared.input, names);
    return { ...prepared, input, became, repairs: [...prepared.repairs, ...repairs] };
  }

  return {
    resolve,
    say: (input) => sayNames(tool, input, names),
    label: (answer) => labelAnswer(answer, names, { opaque: answers?.opaque ?? NOTHING, isComplete }),
  };
}

const NOTHING: ReadonlySet<string> = new Set();
