/**
 * What a client remembers of its account for a minute, such as names of teammates or a long thread, so that it is asked
 * for once. Whoever makes many clients of one account gives them one memory.
 */
export interface Memory {
  /** What was remembered under a key in the last minute. */
  readonly get: (key: string) => unknown;
  readonly set: (key: string, value: unknown) => void;
  /** Forgets what stands under keys that begin so; everything unless given. */
  readonly forget: (beginning?: string) => void;
}

/** Milliseconds for which something is remembered. */
const LIFETIME = 60_000;

/** Things that are remembered at most; the oldest gives way. */
const SIZE = 50;

/** A {@link Memory} that is empty; `uptime` is a clock in milliseconds that nobody turns back. */
export function createMemory(uptime: () => number = () => performance.now()): Memory {
  const known = new Map<string, { readonly value: unknown; readonly until: number }>();
  return {
    get: (key) => {
      const found = known.get(key);
      if (found === undefined || found.until > uptime()) return found?.value;
      known.delete(key);
      return undefined;
    },
    set: (key, value) => {
      known.delete(key);
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size >= SIZE) known.delete(oldest);
      known.set(key, { value, until: uptime() + LIFETIME });
    },
    forget: (beginning = '') => {
      for (const key of [...known.keys()]) if (key.startsWith(beginning)) known.delete(key);
    },
  };
}
