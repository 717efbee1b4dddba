import { DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { reasonOf } from '../text/reason-of.ts';

/** What a run came to, and the items that it had to do without, each with the reason. */
export interface Contained<Item, Result> {
  readonly result: Result;
  readonly left: ReadonlyMap<Item, string>;
}

/**
 * Runs with all items, and where that throws without the ones that it throws for: one item that nobody thought of costs itself
 * alone. The halves of the items are tried, and the halves of these, so that a fault among many is found in a few runs.
 */
export function contain<Item, Result>(
  items: readonly Item[],
  run: (items: readonly Item[]) => Result,
): Contained<Item, Result> {
  let kept = items;
  const left = new Map<Item, string>();
  for (;;) {
    try {
      return { result: run(kept), left };
    } catch (error) {
      if (error instanceof DiagnosticError) throw error;
      const found = faultsOf(kept, run);
      // What throws for no item alone is a fault of another kind.
      if (found.size === 0 || found.size === items.length) throw error;
      for (const [item, reason] of found) left.set(item, reason);
      kept = kept.filter((item) => !found.has(item));
    }
  }
}

function faultsOf<Item>(items: readonly Item[], run: (items: readonly Item[]) => unknown): Map<Item, string> {
  try {
    if (items.length > 0) run(items);
    return new Map();
  } catch (error) {
    const [only, ...others] = items;
    if (only !== undefined && others.length === 0) return new Map([[only, reasonOf(error)]]);
    const middle = Math.ceil(items.length / 2);
    return new Map([...faultsOf(items.slice(0, middle), run), ...faultsOf(items.slice(middle), run)]);
  }
}

/** What is done, with a fault of the generator itself as a diagnostic like any other. */
export async function withoutRawErrors<Result>(what: () => Promise<Result>): Promise<Result> {
  try {
    return await what();
  } catch (cause) {
    if (cause instanceof DiagnosticError) throw cause;
    const place = cause instanceof Error ? /\(?([^\s(]+:\d+:\d+)\)?/.exec(cause.stack ?? '')?.[1] : undefined;
    const fault = diagnostic('GENERATOR_FAULT', `${reasonOf(cause)}${place === undefined ? '' : ` (${place})`}`);
    throw new DiagnosticError([fault], { cause });
  }
}
