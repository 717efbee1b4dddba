/** Turns at something that few may do at the same time. */
export interface Turns {
  /** Waits for a turn; answers how to give it back, or undefined where none came in time or `signal` is aborted first. */
  readonly take: (key: string, signal: AbortSignal) => Promise<(() => void) | undefined>;
}

/** Of one key `atOnce` have a turn, the others wait in their order, for so many milliseconds at the most. */
export function createTurns({ atOnce, patience }: { readonly atOnce: number; readonly patience: number }): Turns {
  const taken = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();

  function leave(key: string): void {
    const [next] = waiting.get(key) ?? [];
    if (next !== undefined) {
      next();
      return;
    }
    const left = (taken.get(key) ?? 0) - 1;
    if (left > 0) taken.set(key, left);
    else taken.delete(key);
  }

  function turn(key: string): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      leave(key);
    };
  }

  function wait(key: string, signal: AbortSignal): Promise<(() => void) | undefined> {
    const queue = waiting.get(key) ?? new Set();
    waiting.set(key, queue);
    return new Promise((resolve) => {
      const stop = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        queue.delete(begin);
        if (queue.size === 0 && waiting.get(key) === queue) waiting.delete(key);
      };
      const begin = (): void => {
        stop();
        resolve(turn(key));
      };
      const giveUp = (): void => {
        stop();
        resolve(undefined);
      };
      const timer = setTimeout(giveUp, patience);
      signal.addEventListener('abort', giveUp);
      queue.add(begin);
    });
  }

  return {
    take: async (key, signal) => {
      if (signal.aborted) return undefined;
      const going = taken.get(key) ?? 0;
      if (going >= atOnce) return wait(key, signal);
      taken.set(key, going + 1);
      return turn(key);
    },
  };
}
