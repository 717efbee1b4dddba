/** What a command opened, to be closed again: at once where it fails on the way, by `await using`. */
export interface Closers extends AsyncDisposable {
  /** Adds how something is closed that was opened just now. */
  readonly defer: (close: () => Promise<void>) => void;
  /** Keeps all of it open; answers what closes it. */
  readonly keep: () => () => Promise<void>;
}

/** Nothing that is open, yet. What is opened last is closed first. Node has the like of it, `AsyncDisposableStack`, from 24 on. */
export function createClosers(): Closers {
  let open: (() => Promise<void>)[] = [];
  return {
    defer: (close) => void open.unshift(close),
    keep: () => {
      const kept = open;
      open = [];
      return () => closeAll(kept);
    },
    [Symbol.asyncDispose]: () => closeAll(open),
  };
}

/** Closes the others, too, where one fails; throws what the first failure was. */
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
