/** A moment in unix seconds; `day` where a whole day of UTC was named, which begins then. */
export interface Moment {
  readonly seconds: number;
  readonly day?: true;
}

/** Seconds of a day. */
export const DAY = 86_400;

/** A moment as a person reads it: `2026-01-31T09:00:00Z`. */
export function isoOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
