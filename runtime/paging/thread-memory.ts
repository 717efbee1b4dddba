import type { Exchange } from '../http/response.ts';
import { isLonger } from '../value/is-longer.ts';
import type { Memory } from '../value/memory.ts';

/** Threads that are remembered at once. */
const THREADS = 5;
/** Characters of one of them: the longest that an API gives has less, and all together stay under some megabytes. */
const LONGEST = 1_000_000;

/** What stands in the place of the next thread that is remembered. */
interface Remembered {
  readonly of: string;
  readonly answered: Exchange<unknown>;
}

/** The answer that the windows of one thread are cut from, so that the API is asked for it once. */
export interface ThreadMemory {
  readonly get: (thread: string) => Exchange<unknown> | undefined;
  readonly set: (thread: string, answered: Exchange<unknown>) => void;
  /** Forgets all threads: any change may have been one of them. */
  readonly forget: () => void;
}

/** A {@link ThreadMemory} within what a client remembers; a long thread, and the sixth, are not kept. */
export function threadsIn(memory: Memory): ThreadMemory {
  const places = Array.from({ length: THREADS }, (_, at) => `thread ${at}`);
  // Only `set` below writes at these places.
  const read = (place: string) => memory.get(place) as Remembered | undefined;
  let next = 0;
  return {
    get: (thread) => places.map(read).find((one) => one?.of === thread)?.answered,
    set: (thread, { output, status }) => {
      if (isLonger(output, LONGEST)) return;
      const known = places.find((place) => read(place)?.of === thread);
      const free = known ?? places.find((place) => read(place) === undefined);
      next = (next + 1) % THREADS;
      memory.set(free ?? places[next] ?? '', { of: thread, answered: { output, status } } satisfies Remembered);
    },
    forget: () => memory.forget('thread '),
  };
}
