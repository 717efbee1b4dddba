import { LATEST } from '../tool/time.ts';
import { readDateText } from './date-text.ts';
import type { Moment } from './moment.ts';

/** The moment that a number, a text or a `Date` names, in any form that is taken; `now` is in unix seconds. */
export function readMoment(raw: unknown, now: number): Moment | undefined {
  if (raw instanceof Date)
    return Number.isFinite(raw.getTime()) ? { seconds: Math.floor(raw.getTime() / 1000) } : undefined;
  if (typeof raw === 'number') return readUnixTime(raw);
  return typeof raw === 'string' ? (readUnixTime(raw) ?? readDateText(raw, now)) : undefined;
}

/** Unix time in seconds, or in milliseconds or microseconds, which have three or six digits more. */
export function readUnixTime(raw: string | number): Moment | undefined {
  const text = String(raw).trim();
  if (!/^\d{1,16}(?:\.\d+)?$/.test(text)) return undefined;
  const [digits = ''] = text.split('.');
  if (digits.length === 13) return { seconds: Math.floor(Number(digits) / 1000) };
  if (digits.length === 16) return { seconds: Math.floor(Number(digits) / 1_000_000) };
  return Number(digits) < LATEST ? { seconds: Number(digits) } : undefined;
}

/** The day as text that a number such as 20260131 looks like, which as unix seconds is a moment in 1970. */
export function calendarDay(seconds: number | string): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(String(seconds)) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
