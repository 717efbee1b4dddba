/** 2000-01-01 and 2100-01-01: a number outside is no time in unix seconds. */
const EARLIEST = 946_684_800;
const LATEST = 4_102_444_800;

/** Unix seconds, also as text, as ISO 8601 in UTC; `undefined` for anything that is no plausible time. */
export function isoTime(given: unknown): string | undefined {
  const value = typeof given === 'string' && /^\d{9,10}$/.test(given) ? Number(given) : given;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < EARLIEST || value > LATEST) return undefined;
  return new Date(value * 1000).toISOString().replace('.000Z', 'Z');
}
