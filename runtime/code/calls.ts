import { WorldError } from './error-fields.ts';

/** How many calls a program may make. */
export interface CallLimits {
  /** From its beginning to its end. */
  readonly calls: number;
  /** At the same time; more wait. */
  readonly atOnce: number;
}

/** Lets the calls of one program through. */
export interface Calls {
  /** Makes a call when its turn comes; rejects with a {@link WorldError} where the program has made all that it may. */
  readonly make: <Result>(call: () => Promise<Result>) => Promise<Result>;
  readonly made: () => number;
}

/** Counts the calls of a program, and makes as many at once as it may. */
export function createCalls({ calls, atOnce }: CallLimits): Calls {
  const waiting: (() => void)[] = [];
  let made = 0;
  let going = 0;

  return {
    made: () => made,
    make: async (call) => {
      if (made >= calls)
        throw new WorldError(
          'limit',
          `this program has made ${calls} calls, and may make no more`,
          'Return what was found so far and go on in another program; let a search or filter do more of the work.',
        );
      made += 1;
      if (going >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else going += 1;
      try {
        return await call();
      } finally {
        const next = waiting.shift();
        if (next === undefined) going -= 1;
        else next();
      }
    },
  };
}
