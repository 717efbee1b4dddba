import type { Thread } from './thread.ts';

/** Threads that are used again, one user at a time. */
export interface ThreadPool {
  /** The next thread that is free; undefined where `signal` is aborted or the time to wait in milliseconds is over first. */
  readonly take: (wait: number, signal: AbortSignal) => Promise<Thread | undefined>;
  /** Gives back what was taken; where it has ended, a fresh one takes its place. */
  readonly give: (thread: Thread) => void;
  readonly close: () => Promise<void>;
}

/** At most so many threads at once, of which a few stay for a while when nobody needs them. */
export function createThreadPool(start: () => Thread, most: number): ThreadPool {
  const all = new Set<Thread>();
  const idle = new Map<Thread, NodeJS.Timeout>();
  const queue = new Set<(thread: Thread) => void>();
  let busy = 0;

  function fresh(): Thread {
    const thread = start();
    all.add(thread);
    return thread;
  }

  function drop(thread: Thread): void {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    all.delete(thread);
    if (!thread.hasEnded()) void thread.end();
  }

  function rest(thread: Thread): void {
    idle.set(thread, setTimeout(() => drop(thread), IDLE_MILLISECONDS).unref());
  }

  function wake(): Thread | undefined {
    for (const [thread, timer] of idle) {
      clearTimeout(timer);
      idle.delete(thread);
      if (!thread.hasEnded()) return thread;
      all.delete(thread);
    }
    return undefined;
  }

  function wait(milliseconds: number, signal: AbortSignal): Promise<Thread | undefined> {
    return new Promise((resolve) => {
      function done(thread?: Thread): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        queue.delete(done);
        resolve(thread);
      }
      const onAbort = () => done();
      const timer = setTimeout(onAbort, Math.min(milliseconds, LONGEST_TIMER));
      signal.addEventListener('abort', onAbort);
      queue.add(done);
    });
  }

  return {
    take: (milliseconds, signal) => {
      if (busy >= most) return wait(milliseconds, signal);
      busy += 1;
      return Promise.resolve(wake() ?? fresh());
    },
    give: (used) => {
      if (used.hasEnded()) drop(used);
      const [next] = queue;
      if (next !== undefined) {
        next(used.hasEnded() ? fresh() : used);
        return;
      }
      busy -= 1;
      if (idle.size >= KEPT) drop(used);
      else rest(used.hasEnded() ? fresh() : used);
    },
    close: async () => {
      const ended = [...all].map((thread) => thread.end());
      for (const thread of all) drop(thread);
      await Promise.all(ended);
    },
  };
}

/** Idle threads that are kept, a few megabytes each. */
const KEPT = 2;
const IDLE_MILLISECONDS = 30_000;

/** Milliseconds; a timer takes no more. */
const LONGEST_TIMER = 2 ** 31 - 1;
