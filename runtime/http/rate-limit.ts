import type { ReceivedHeaders } from './send.ts';

/** What is left of the caller's budget: requests, and whole seconds until it is refilled. */
export interface RateLimit {
  readonly limit?: number;
  readonly remaining?: number;
  readonly reset?: number;
}

/** The names that the IETF draft gives to a {@link RateLimit}'s values, for HTTP headers and result metadata. */
export function rateLimitFields(rateLimit: RateLimit | undefined): Record<string, number> {
  const fields: Record<string, number> = {};
  for (const key of ['limit', 'remaining', 'reset'] as const) {
    const value = rateLimit?.[key];
    if (value !== undefined) fields[`ratelimit-${key}`] = value;
  }
  return fields;
}

/**
 * Reads `X-RateLimit-*` headers. A reset is a unix time in seconds, whose wait is measured from the answer's own `Date`, so
 * that a wrong clock here does no harm, else from `now` (milliseconds); a small number is the wait itself.
 */
export function readRateLimit(headers: ReceivedHeaders, now = Date.now()): RateLimit | undefined {
  const limit = count(headers, 'x-ratelimit-limit');
  const remaining = count(headers, 'x-ratelimit-remaining');
  const resetAt = count(headers, 'x-ratelimit-reset');
  if (limit === undefined && remaining === undefined && resetAt === undefined) return undefined;
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetAt !== undefined && { reset: waitUntil(resetAt, serverTime(headers, now)) }),
  };
}

/** Numbers below are seconds to wait, not a time: the year 2001 in unix seconds. */
const EARLIEST_RESET = 1_000_000_000;

function waitUntil(reset: number, now: number): number {
  return reset < EARLIEST_RESET ? Math.ceil(reset) : Math.max(0, Math.ceil(reset - now / 1000));
}

/** Seconds to wait before another try, from `Retry-After` as seconds or as a date; `undefined` without a usable one. */
export function readRetryAfter(headers: ReceivedHeaders, now = Date.now()): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = count(headers, 'retry-after');
  if (seconds !== undefined) return Math.ceil(seconds);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - serverTime(headers, now)) / 1000));
}

function count(headers: ReceivedHeaders, name: string): number | undefined {
  const value = headers.get(name)?.trim();
  return value !== undefined && /^\d{1,12}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function serverTime(headers: ReceivedHeaders, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? now : date;
}
