/** Places for requests that are answered at the same time, so many for each key. */
export interface Places {
  /** Takes a place; answers how to give it back, or undefined where none is free. */
  readonly take: (key: string) => (() => void) | undefined;
}

/** {@link Places} of which each key has `limit`. */
export function createPlaces(limit: number): Places {
  const taken = new Map<string, number>();
  return {
    take: (key) => {
      const count = taken.get(key) ?? 0;
      if (count >= limit) return undefined;
      taken.set(key, count + 1);
      return () => {
        const left = (taken.get(key) ?? 1) - 1;
        if (left > 0) taken.set(key, left);
        else taken.delete(key);
      };
    },
  };
}
