import {
  DAY_MINUTES,
  type HoursException,
  hoursExceptions,
  type Interval,
  schedules,
} from '../../operations/settings/office-hours.ts';
import type { Workspace } from '../../store/workspace.ts';

const daily = (days: readonly number[], from: number, to: number): Interval[] =>
  days.map((day) => ({ start_minute: day * DAY_MINUTES + from * 60, end_minute: day * DAY_MINUTES + to * 60 }));

type Special = Pick<HoursException, 'name' | 'exception_type' | 'recurring_annually' | 'time_intervals'> & {
  readonly day: string;
};

const closed = (name: string, day: string): Special => ({
  name,
  day,
  exception_type: 'closed',
  recurring_annually: true,
  time_intervals: null,
});

/** Puts the opening hours and their exceptions into a workspace. */
export function seedHours(workspace: Workspace): void {
  const year = new Date(workspace.start * 1000).getUTCFullYear();
  const created_at = workspace.start - 500 * 86_400;
  const stamps = { created_at, updated_at: created_at };
  const half: Special = {
    name: 'Half day before the holidays',
    day: '12-24',
    exception_type: 'custom_hours',
    recurring_annually: false,
    time_intervals: [{ start_minute: 540, end_minute: 780 }],
  };
  const kept = [
    {
      name: 'Weekdays',
      time_zone_name: 'Europe/Dublin',
      time_intervals: daily([0, 1, 2, 3, 4], 9, 18),
      days: [closed('Christmas Day', '12-25'), closed('New Year', '01-01'), half],
    },
    {
      name: 'Urgent line',
      time_zone_name: 'Europe/Dublin',
      time_intervals: daily([0, 1, 2, 3, 4, 5, 6], 7, 22),
      days: [closed('Christmas Day', '12-25')],
    },
  ];
  for (const { days, ...row } of kept) {
    const { id } = schedules(workspace).put({ id: workspace.nextId('office_hours_schedules', 601), ...row, ...stamps });
    for (const { day, ...special } of days)
      hoursExceptions(workspace).put({
        id: workspace.nextId('office_hours_exceptions', 7701),
        office_hours_schedule_id: id,
        exception_date: `${day.startsWith('01') ? year + 1 : year}-${day}`,
        ...special,
        ...stamps,
      });
  }
}
