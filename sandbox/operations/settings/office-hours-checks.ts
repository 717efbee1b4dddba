import { Fault } from '../../http/fault.ts';
import {
  DAY_MINUTES,
  type HoursException,
  type Interval,
  type Schedule,
  WEEK_MINUTES,
} from '../../model/office-hours.ts';

const STEP = 15;

/** Throws a Fault for a schedule that cannot be. */
export function checkSchedule({ name, time_zone_name, time_intervals }: Schedule): void {
  if (name.trim() === '') throw refusal('name', 'must not be blank');
  if (!isZone(time_zone_name)) throw refusal('time_zone_name', 'is no IANA time zone');
  checkIntervals(time_intervals, WEEK_MINUTES);
}

/** Throws a Fault for an exception that cannot be, or whose day has one already. */
export function checkException(row: HoursException, others: readonly HoursException[]): void {
  const { exception_date, exception_type, time_intervals } = row;
  if (!isDate(exception_date)) throw refusal('exception_date', 'is no date of the form YYYY-MM-DD');
  if (others.some((other) => other.id !== row.id && other.exception_date === exception_date))
    throw refusal('exception_date', 'has an exception already');
  const count = time_intervals?.length ?? 0;
  if (exception_type === 'closed' && count > 0) throw refusal('time_intervals', 'must be empty on a closed day');
  if (exception_type === 'custom_hours' && count === 0) throw refusal('time_intervals', 'is required for custom_hours');
  checkIntervals(time_intervals ?? [], DAY_MINUTES);
}

function checkIntervals(intervals: readonly Interval[], end: number): void {
  const sorted = intervals.toSorted((a, b) => a.start_minute - b.start_minute);
  for (const [index, { start_minute, end_minute }] of sorted.entries()) {
    if (!(start_minute >= 0 && start_minute < end_minute && end_minute <= end))
      throw refusal('time_intervals', `must run forward from 0 to ${end}`);
    if (start_minute % STEP !== 0 || end_minute % STEP !== 0)
      throw refusal('time_intervals', `must be in steps of ${STEP} minutes`);
    if (start_minute < (sorted[index - 1]?.end_minute ?? 0)) throw refusal('time_intervals', 'must not overlap');
  }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refusal(field: string, problem: string): Fault {
  return new Fault(422, `${field} ${problem}`, { code: 'data_invalid', field });
}
