import { z } from '@hono/zod-openapi';
import { Problem } from '../../problem/problem.ts';

/** The shortest life of what expires, in milliseconds. */
const SHORTEST = 60_000;

/** The last moment that is written with a year of four digits. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** When something is to end, in a request. */
export const expiryField = z.iso.datetime({ offset: true }).nullable().openapi({
  description: 'An ISO 8601 date-time with an offset, at least 60 seconds from now; null for never.',
  example: '2027-01-31T09:00:00Z',
});

/** Reads when something is to end, in milliseconds; throws a {@link Problem} for what is past or too near. */
export function readExpiry(text: string | null, now: number): number | null {
  if (text === null) return null;
  const at = Date.parse(text);
  if (at >= now + SHORTEST && at <= LATEST) return at;
  const reason =
    at > LATEST
      ? 'must be before the year 10000'
      : at <= now
        ? `${text} is in the past`
        : `must be at least ${SHORTEST / 1000} seconds from now`;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'expires_at' },
    `expires_at: ${reason}; now is ${new Date(now).toISOString()}.`,
    'Give another date-time, or null for no end.',
  );
}
