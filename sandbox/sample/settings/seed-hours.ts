import {
  DAY_MINUTES,
  type HoursException,
  hoursExceptions,
  type Interval,
  schedules,
} from '../../model/office-hours.ts';
import type { Workspace } from '../../store/workspace.ts';

function daily(days: readonly number[], from: number, to: number): Interval[] {
  return days.map((day) => ({ start_minute: day * DAY_MINUTES + from * 60, end_minute: day * DAY_MINUTES + to * 60 }));
}

type Special = Pick<
  HoursException,
  'name' | 'exception_date' | 'exception_type' | 'recurring_annually' | 'time_intervals'
>;

/** Since 2020, each year: the date is the same whatever the clock says. */
function closed(name: string, day: string): Special {
  return {
    name,
    exception_date: `2020-${day}`,
    exception_type: 'closed',
    recurring_annually: true,
    time_intervals: null,
  };
}

/** Puts the opening hours and their exceptions into a workspace. */
export function seedHours(workspace: Workspace): void {
  const created_at = workspace.start - 500 * 86_400;
  const stamps = { created_at, updated_at: created_at };
  const half: Special = {
    name: 'Half day, the team meets',
    exception_date: new Date((workspace.start + 29 * 86_400) * 1000).toISOString().slice(0, 10),
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
    for (const special of days)
      hoursExceptions(workspace).put({
        id: workspace.nextId('office_hours_exceptions', 7701),
        office_hours_schedule_id: id,
        ...special,
        ...stamps,
      });
  }
}
