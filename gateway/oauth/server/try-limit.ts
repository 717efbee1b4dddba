/** Counts tries. */
export interface TryLimit {
  /** Takes one of the tries of `key`; answers how many milliseconds to wait where none is left. */
  readonly take: (key: string) => number;
  /** Gives one back that was no failure. */
  readonly giveBack: (key: string) => void;
}

/**
 * So many tries of each key in any span of so many milliseconds. It counts for this process alone, so N processes allow N
 * times as many: enough against guessing a token of 256 bits and against floods, and it costs the store nothing.
 */
export function createTryLimit({ tries, span, now }: { tries: number; span: number; now: () => number }): TryLimit {
  /** When the tries were that still count, oldest first. */
  const counted = new Map<string, readonly number[]>();
  return {
    take: (key) => {
      const time = now();
      for (const [other, times] of counted) if (times.every((then) => then + span <= time)) counted.delete(other);
      const recent = (counted.get(key) ?? []).filter((then) => then + span > time);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= tries) return oldest + span - time;
      counted.set(key, [...recent, time]);
      return 0;
    },
    giveBack: (key) => {
      counted.set(key, (counted.get(key) ?? []).slice(0, -1));
    },
  };
}
