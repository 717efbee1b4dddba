import { isoOf } from '../search/moment.ts';
import { calendarDay, readMoment } from '../search/read-moment.ts';
import { isSentTime, type TimeKind } from '../tool/time.ts';

/** A time as it is sent, and which moment that is where the value itself does not say. */
export interface SentTime {
  readonly value: string | number;
  readonly why?: string;
}

/** The forms in which a time is taken, for refusals. */
export const TIME_FORMS = 'a time such as "2026-01-31T09:00:00Z", "2026-01-31", "now+3d", "now-24h", or unix seconds';

const send = {
  seconds: (seconds) => seconds,
  'seconds-text': String,
  'date-time': (seconds) => new Date(seconds * 1000).toISOString(),
  date: (seconds) => isoOf(seconds).slice(0, 10),
} as const satisfies Record<TimeKind, (seconds: number) => string | number>;

/**
 * A time in any form that can mean one moment only, as its kind is sent; `undefined` where it cannot be read, or is
 * as it is sent. `now` is in unix seconds.
 */
export function readTime(raw: unknown, kind: TimeKind, now: number): SentTime | undefined {
  const day = typeof raw === 'string' || typeof raw === 'number' ? calendarDay(raw) : undefined;
  const moment = readMoment(day ?? raw, now);
  if (moment === undefined || (day === undefined && isSentTime(kind, raw))) return undefined;
  const seconds = Math.floor(moment.seconds);
  const value = send[kind](seconds);
  if (kind === 'date') return writtenDay(raw) ?? { value, why: 'the day in UTC' };
  if (moment.day) return { value, why: `${isoOf(seconds)}, where the day begins in UTC` };
  if (typeof raw === 'string' && isLocal(raw)) return { value, why: `${isoOf(seconds)}, read as UTC` };
  return kind === 'date-time' ? { value } : { value, why: isoOf(seconds) };
}

/** The day that a date-time names where it was written, whatever day it is in UTC. */
function writtenDay(raw: unknown): SentTime | undefined {
  const [, value] = (typeof raw === 'string' && /^\s*(\d{4}-\d\d-\d\d)(?=[T\s])/.exec(raw)) || [];
  return value === undefined ? undefined : { value };
}

/** True for a date-time, or a time of a day such as `tomorrow 09:00`, that says no time zone. */
function isLocal(raw: string): boolean {
  return /\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s*$/.test(raw.slice(-60)) && !/[+-]\d\d:\d\d\s*$/.test(raw.slice(-60));
}
