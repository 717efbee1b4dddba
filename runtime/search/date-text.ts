import type { Moment } from './moment.ts';
import { relativeDate } from './relative-date.ts';

const iso =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** The moment that an ISO date, an ISO date-time or a relative date names; `undefined` for other texts. Without a zone it is UTC. */
export function readDateText(text: string, now: number): Moment | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 60) return undefined;
  const match = iso.exec(trimmed);
  if (!match) return relativeDate(trimmed, now);
  const [, year, , month, day, hour, minute = '0', second = '0', zone = 'Z'] = match;
  const [y, m, d, h, min, s] = [year, month, day, hour ?? '0', minute, second].map(Number);
  const local = utcSeconds([y, m, d, h, min, s]);
  const offset = offsetSeconds(zone);
  if (local === undefined || offset === undefined) return undefined;
  return hour === undefined ? { seconds: local, day: true } : { seconds: local - offset };
}

/** Unix seconds of a date and time that exist in the calendar. */
function utcSeconds([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly (number | undefined)[]):
  | number
  | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return exists && year >= 1970 ? date.getTime() / 1000 : undefined;
}

function offsetSeconds(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return Number(minutes) < 60 && seconds <= 14 * 3600 ? (sign === '-' ? -seconds : seconds) : undefined;
}
