import { ageOf, COUNTED_SLOTS, countedAt, type SlidingLimit, type SlotCounts, slotAt, waitAfter } from './slots.ts';

/** Counts requests by a key, for this process alone: a guard against floods that costs the store nothing. */
export interface SlidingCounter {
  /** Counts one and answers 0; where no more may pass it counts nothing, and answers the milliseconds to wait. */
  readonly spend: (key: string) => number;
}

/** Keys that are remembered: more of them push out those that came the longest ago. */
const MOST_REMEMBERED = 10_000;

/** A {@link SlidingCounter} in bounded memory; `uptime` in milliseconds, of a clock that nobody can set. */
export function createSlidingCounter({
  limit,
  span,
  uptime,
  mostRemembered = MOST_REMEMBERED,
}: SlidingLimit & { uptime: () => number; mostRemembered?: number }): SlidingCounter {
  /** Whoever came last stands last. */
  const known = new Map<string, Counted>();
  return {
    spend: (key) => {
      const time = uptime();
      const slot = slotAt(time, span);
      const before = known.get(key);
      if (before !== undefined && countedAt(slot, before) >= limit) return waitAfter(time, before, { limit, span });
      known.delete(key);
      known.set(key, countOne(slot, before));
      const [oldest] = known.keys();
      if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
      return 0;
    },
  };
}

interface Counted extends SlotCounts {
  readonly counts: number[];
}

function countOne(slot: number, before: Counted | undefined): Counted {
  const at = slot % COUNTED_SLOTS;
  if (before?.slot === slot) {
    before.counts[at] = (before.counts[at] ?? 0) + 1;
    return before;
  }
  const passed = before === undefined ? COUNTED_SLOTS : slot - before.slot;
  const counts = Array.from({ length: COUNTED_SLOTS }, (_, place) => {
    const age = ageOf(place, slot);
    // Slots since then begin anew.
    return (age < passed ? 0 : (before?.counts[place] ?? 0)) + Number(age === 0);
  });
  return { slot, counts };
}
