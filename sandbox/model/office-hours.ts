import { tableOf } from '../store/workspace.ts';

/** A time in which the office is open: minutes from Monday 00:00 in a week, from midnight in a day. */
export interface Interval {
  readonly start_minute: number;
  readonly end_minute: number;
}

/** Weekly opening hours. */
export interface Schedule {
  readonly id: string;
  name: string;
  time_zone_name: string;
  time_intervals: Interval[];
  readonly created_at: number;
  updated_at: number;
}

/** A day with other hours than its schedule says. */
export interface HoursException {
  readonly id: string;
  readonly office_hours_schedule_id: string;
  name: string | null;
  /** YYYY-MM-DD. */
  exception_date: string;
  exception_type: 'closed' | 'custom_hours';
  recurring_annually: boolean;
  time_intervals: Interval[] | null;
  readonly created_at: number;
  updated_at: number;
}

/** Minutes of a day. */
export const DAY_MINUTES = 1440;

/** Minutes of a week. */
export const WEEK_MINUTES = 7 * DAY_MINUTES;

export const schedules = tableOf<Schedule>('office_hours_schedules');
export const hoursExceptions = tableOf<HoursException>('office_hours_exceptions');
