import type { SlidingLimit } from '../../limits/slots.ts';

/** Calls of a server by slots of its limit's span. */
export interface RateSlots {
  server_id: string;
  /** Milliseconds. */
  span: number;
  /** The latest slot that a call was counted in. */
  slot: number;
  /** At the number of a slot modulo 13. */
  [calls: `calls_${number}`]: number;
}

/** Calls of servers in sliding windows, counted for all processes together. */
export interface RateSlotRepository {
  /** Counts one call and answers 0; where no more may pass it counts nothing, and answers the milliseconds to wait. */
  readonly spend: (serverId: string, limit: SlidingLimit, now: number) => Promise<number>;
}
