/**
 * A moment, as a caller may write it: a `Date`, ISO 8601 (`2026-01-31`, `2026-01-31T09:00:00Z`), a span from now (`now-24h`, `now+7d`),
 * or unix time in seconds or milliseconds.
 */
export type Time = Date | string | number;

/** An id: text and numbers mean the same. */
export type Id = string | number;
