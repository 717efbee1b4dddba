import { ApiError } from '../http/errors.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { NamedKind, NamedThing, NamesProfile } from '../profile/named-kind.ts';
import type { FoundName, NameFinder } from '../search/name-finder.ts';
import { InputError } from '../value/errors.ts';
import type { Memory } from '../value/memory.ts';
import { findThing } from './find-thing.ts';
import type { Read } from './look-up.ts';
import { NameList } from './name-list.ts';
import { type Searched, sharedName, showText, unknownName } from './refusals.ts';

/** What names are found with. */
export interface NamesContext {
  readonly profile: NamesProfile;
  readonly memory: Memory;
  readonly read: Read;
  /** Whether the caller may see what a list tool answers. */
  readonly candidates: (tool: string) => boolean;
  /** What is left of the account's budget, as far as it is known. */
  readonly budget: () => RateLimit | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where to look for a name: kinds of things, a key of an object, the id of what they are within. */
interface Place {
  readonly kinds: readonly string[];
  readonly key?: string | undefined;
  readonly scope?: string | undefined;
}

/** What a text comes to among things that are known: an id, a reason why not, or something else than a name. */
export type Looked = { readonly id: string; readonly why?: string } | { readonly refusal: string } | 'no name';

/** The names of one call: found in the lists of its account, which are looked up once a minute. */
export interface Names extends NameFinder {
  readonly profile: NamesProfile;
  /** Kinds that something was looked for in before they were there. */
  readonly wanted: ReadonlySet<string>;
  /** Waits for the wanted lists; rejects as a look-up does, and with an {@link InputError} where there is no budget for one. */
  readonly load: () => Promise<void>;
  /** Waits for lists whose names are only shown; those that fail are missing, and so are those that may not be shown. */
  readonly loadShown: (kinds: Iterable<string>) => Promise<void>;
  /** What a text comes to; undefined where a list is wanted first. */
  readonly look: (text: string, place: Place) => Looked | undefined;
  /** The name of a thing that may be shown; undefined where it is not known. */
  readonly labelOf: (kind: string, id: string, key?: string) => string | undefined;
  readonly context: NamesContext;
}

/** Requests that have to be left for a look-up that a call needs, and for one that would only be nice. */
const NEEDED = 5;
const SPARE = 20;

/** Milliseconds that an answer waits for names beside its ids. */
const PATIENCE = 3_000;

/** Opens the names of an account for one call. */
export function openNames(context: NamesContext): Names {
  const { profile, memory, read, candidates, budget, signal } = context;
  const { kinds } = profile;
  const wanted = new Set<string>();

  const kindOf = (name: string): NamedKind | undefined => (Object.hasOwn(kinds, name) ? kinds[name] : undefined);
  const isShown = (name: string): boolean => candidates(kindOf(name)?.tool ?? '');

  function listOf(name: string): NameList | undefined {
    const known = memory.get(`names ${kindOf(name)?.path}`);
    return known instanceof NameList ? known : undefined;
  }

  function lookUpOnce({ path }: NamedKind): NameList {
    const same = new Map(Object.entries(kinds).filter(([, kind]) => kind.path === path));
    const list = new NameList(same, read);
    memory.set(`names ${path}`, list);
    return list;
  }

  async function load(): Promise<void> {
    const names = [...wanted];
    wanted.clear();
    await Promise.all(
      names.map(async (name) => {
        const kind = kindOf(name);
        const known = listOf(name);
        if (kind === undefined || known?.things(name) !== undefined) return;
        if ((known === undefined || known.hasFailed) && isSpent(budget(), NEEDED)) throw noBudget(kind, budget());
        const list = known === undefined || known.hasFailed ? lookUpOnce(kind) : known;
        await untilAborted(list.ready, signal).catch((error: unknown) => {
          throw isRefused(error) ? noAccess(kind, error) : error;
        });
      }),
    );
  }

  async function loadShown(names: Iterable<string>): Promise<void> {
    const lists = [...new Set(names)].flatMap((name) => {
      const kind = kindOf(name);
      if (kind === undefined || !isShown(name)) return [];
      const known = listOf(name);
      if (known !== undefined) return [known.ready];
      return isSpent(budget(), Math.max(SPARE, (budget()?.limit ?? 0) / 10)) ? [] : [lookUpOnce(kind).ready];
    });
    if (lists.length > 0) await untilAborted(within(Promise.allSettled(lists), PATIENCE), signal);
  }

  function look(text: string, { kinds: names, key, scope }: Place): Looked | undefined {
    const lists = names.map((name) => ({ name, kind: kindOf(name), list: listOf(name) }));
    for (const { name, kind, list } of lists)
      if (kind !== undefined && list?.things(name) === undefined) wanted.add(name);
    if (lists.some(({ name, kind, list }) => kind !== undefined && list?.things(name) === undefined)) return undefined;
    const all = lists.map(({ name, list }) => among(list?.things(name) ?? [], { key, scope }));
    const things = all.flat();
    if (key !== undefined && things.length === 0) return 'no name';
    const found = findThing(things, text);
    const shown = all.flatMap((some, at) => (isShown(names[at] ?? '') ? some.filter(({ isFree }) => !isFree) : []));
    if (found.is === 'one') {
      const label = found.thing.labels[0] ?? '';
      const isTold = shown.includes(found.thing) && label !== text && found.thing.id !== text;
      return { id: found.thing.id, ...(isTold && { why: showText(label) }) };
    }
    const searched: Searched = {
      kinds: names.flatMap((name) => kindOf(name) ?? []),
      shown,
      isWhole: lists.every(({ list }) => list?.isWhole !== false),
    };
    if (found.is === 'many') return { refusal: sharedName(text, found.things, searched) };
    return things.some(({ isFree }) => isFree) ? 'no name' : { refusal: unknownName(text, searched) };
  }

  function find(kind: string, text: string, key?: string): FoundName {
    const looked = look(text, { kinds: [kind], key });
    return looked === 'no name' ? { id: text } : looked;
  }

  function labelOf(name: string, id: string, key?: string): string | undefined {
    if (!isShown(name)) return undefined;
    const things = among(listOf(name)?.things(name) ?? [], { key });
    return things.find((thing) => thing.id === id && !thing.isFree)?.labels[0];
  }

  return { profile, context, wanted, load, loadShown, look, find, labelOf };
}

function among(
  things: readonly NamedThing[],
  { key, scope }: { readonly key?: string | undefined; readonly scope?: string | undefined },
): readonly NamedThing[] {
  if (key === undefined && scope === undefined) return things;
  return things.filter(
    ({ keys, within }) =>
      (key === undefined || keys?.includes(key) === true) && (scope === undefined || within?.includes(scope) === true),
  );
}

function isSpent(budget: RateLimit | undefined, needed: number): boolean {
  return budget?.remaining !== undefined && budget.remaining < needed;
}

function noBudget({ noun }: NamedKind, budget: RateLimit | undefined): InputError {
  const wait = Math.max(1, budget?.reset ?? 1);
  return new InputError(
    [{ argument: '', message: `no ${noun} is looked up by name now: the account's rate limit is nearly used up` }],
    `Give ids instead of names, or call again in ${wait} seconds.`,
  );
}

function isRefused(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 403 || error.status === 404);
}

function noAccess({ noun }: NamedKind, { status }: ApiError): InputError {
  return new InputError(
    [{ argument: '', message: `no ${noun} can be looked up by name with this credential (HTTP ${status})` }],
    'Give ids instead of names.',
  );
}

/** Rejects with the signal's reason as soon as it aborts; others may still wait for the same thing. */
async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function within(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
