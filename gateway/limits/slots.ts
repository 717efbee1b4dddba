/**
 * How a sliding window is counted: it is cut into slots, and what was counted in the slots that it touches is what was
 * counted in it, or a little more. So never more than the limit passes in any span of that length, wherever it begins, and
 * what was counted is forgotten a twelfth of the span later than it could be.
 */
const SLOTS_OF_A_WINDOW = 12;

/** Slots that a window can touch: those of its length, and one that it begins in the middle of. */
export const COUNTED_SLOTS: number = SLOTS_OF_A_WINDOW + 1;

/** So many in any span of so many milliseconds. */
export interface SlidingLimit {
  readonly limit: number;
  readonly span: number;
}

/** Counts by slot: that of a slot stands at its number modulo {@link COUNTED_SLOTS}. */
export interface SlotCounts {
  /** The latest slot that something was counted in. */
  readonly slot: number;
  readonly counts: readonly number[];
}

/** The number of the slot that a time is in. */
export function slotAt(time: number, span: number): number {
  return Math.floor((time * SLOTS_OF_A_WINDOW) / span);
}

/** How many slots before this one the last was that is counted at a place. */
export function ageOf(place: number, slot: number): number {
  return (((slot - place) % COUNTED_SLOTS) + COUNTED_SLOTS) % COUNTED_SLOTS;
}

/** What still counts at a slot; all of it where a clock that is behind asks for an earlier slot. */
export function countedAt(slot: number, { slot: latest, counts }: SlotCounts): number {
  let sum = 0;
  for (const [place, count] of counts.entries()) if (ageOf(place, latest) + slot - latest < COUNTED_SLOTS) sum += count;
  return sum;
}

/** Milliseconds until one more passes, from a time at which none does; if nobody else is faster. */
export function waitAfter(time: number, counted: SlotCounts, { limit, span }: SlidingLimit): number {
  let slot = Math.max(slotAt(time, span), counted.slot);
  do slot += 1;
  while (countedAt(slot, counted) >= limit);
  return Math.ceil((slot * span) / SLOTS_OF_A_WINDOW - time);
}
