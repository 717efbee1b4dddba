import { boundedMemo } from './bounded-memo.ts';

/** A calendar day in unix seconds, the end left out; 23 or 25 hours where clocks change. */
interface CalendarDay {
  readonly start: number;
  readonly end: number;
}

/** Longer than any day, also where a zone changed sides of the date line. */
const REACH = 3 * 86_400;

/** The day that a moment in unix seconds falls on in a time zone; throws a RangeError for a zone that does not exist. */
export function calendarDay(seconds: number, timezone: string): CalendarDay {
  const moment = Math.floor(seconds);
  const formatter = formatterOf(timezone);
  const day = dateOf(moment, formatter);
  return {
    start: firstSecond(moment - REACH, moment, (second) => dateOf(second, formatter) >= day),
    end: firstSecond(moment, moment + REACH, (second) => dateOf(second, formatter) > day),
  };
}

/** The first second for which something holds that does not hold `before`, and goes on to hold from then `until` at least. */
function firstSecond(before: number, until: number, holds: (second: number) => boolean): number {
  let [low, high] = [before, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

// Making a formatter takes longer than all else here.
const formatterOf = boundedMemo(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }),
  100,
);

/** A date as a number that grows with it, such as 20260131. */
function dateOf(second: number, formatter: Intl.DateTimeFormat): number {
  const date = { year: 0, month: 0, day: 0 };
  for (const { type, value } of formatter.formatToParts(second * 1000))
    if (type === 'year' || type === 'month' || type === 'day') date[type] = Number(value);
  return date.year * 10_000 + date.month * 100 + date.day;
}
