import type { FieldRule } from './field-rule.ts';
import { DAY, isoOf, type Moment } from './moment.ts';
import { show } from './notes.ts';
import { calendarDay, readMoment, readUnixTime } from './read-moment.ts';
import type { SearchContext } from './search-context.ts';

const HOW = 'give unix seconds, an ISO date such as "2026-01-31T09:00:00Z", or "now-24h"';

/** Where a date stands and what it is compared by. */
export interface DatePlace {
  readonly rule: FieldRule;
  readonly operator: string;
  readonly path: string;
}

/** A date as unix seconds: ISO and relative dates and milliseconds are repaired, what names no moment is refused. */
export function readDate(raw: unknown, at: DatePlace, { rules, now, notes }: SearchContext): number | undefined {
  const { rule, operator, path } = at;
  if (typeof raw !== 'string' && typeof raw !== 'number' && !(raw instanceof Date))
    return notes.refuse(path, `${rule.name} is a date, not ${show(raw)}: ${HOW}`);
  const moment = readMoment(raw, now);
  if (moment === undefined) return notes.refuse(path, `${show(raw)} is no date that can be read: ${HOW}`);
  const calendar = calendarDay(moment.seconds);
  if (calendar !== undefined)
    return notes.refuse(path, `${show(raw)} looks like a calendar date: give ${show(calendar)}`);
  if (!rules.wholeDays && EXACT.has(operator) && typeof raw === 'string' && readUnixTime(raw) === undefined)
    return notes.refuse(path, exactly(rule.name, { raw, moment }));
  const seconds = moment.day ? withinDay(moment.seconds, { operator, wholeDays: rules.wholeDays }) : moment.seconds;
  if (seconds !== raw) notes.became(path, raw, seconds, meaning(seconds, moment, rules.wholeDays));
  return seconds;
}

const EXACT = new Set(['=', '!=', 'IN', 'NIN']);

/**
 * The moment of a day to compare by. Where dates match whole days, noon of UTC falls on the same day in the workspace's
 * time zone, which midnight does not; else `<=` means until the day's end.
 */
function withinDay(start: number, { operator, wholeDays }: { operator: string; wholeDays: true | undefined }): number {
  if (wholeDays) return start + DAY / 2;
  return operator === '<=' ? start + DAY - 1 : start;
}

function meaning(seconds: number, { day }: Moment, wholeDays: true | undefined): string {
  return day && wholeDays ? `${isoOf(seconds)}, the middle of the day` : isoOf(seconds);
}

/** A date that names more than a second equals no moment: what to give instead. */
function exactly(field: string, { raw, moment: { seconds, day } }: { raw: string; moment: Moment }): string {
  const from = { field, operator: '>', value: seconds };
  const query = day ? { operator: 'AND', value: [from, { field, operator: '<', value: seconds + DAY }] } : from;
  return `${field} is compared to the second, so ${show(raw)} must be a range: ${JSON.stringify(query)}`;
}
