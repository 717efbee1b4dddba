/** Remembers what was read for a moment, so that many calls in a row are one read. */
interface ShortMemory<Value> {
  readonly get: (key: string) => Promise<Value>;
  readonly clear: () => void;
}

/** Milliseconds for which something is remembered: half of the second within which a change is seen everywhere. */
const LIFETIME = 500;

/** Keys that are remembered at most. */
const SIZE = 10_000;

/** Reads with `load` what was not read in the last half second; a failed read is not remembered, and `keeps` may refuse others. */
export function createShortMemory<Value>(
  load: (key: string) => Promise<Value>,
  keeps: (value: Value) => boolean,
): ShortMemory<Value> {
  const known = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  return {
    get: (key) => {
      // A clock that cannot be turned back, and not the gateway's: what is over is judged at each call, by that one.
      const now = performance.now();
      const found = known.get(key);
      if (found !== undefined && found.until > now) return found.value;
      if (known.size >= SIZE) known.clear();
      const value = load(key);
      const entry = { value, until: now + LIFETIME };
      known.set(key, entry);
      const forget = (): void => {
        if (known.get(key) === entry) known.delete(key);
      };
      value.then((loaded) => keeps(loaded) || forget(), forget);
      return value;
    },
    clear: () => known.clear(),
  };
}
