import { recordActivity } from '../../domain/settings/activity.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { DAY_MINUTES, hoursExceptions, type Schedule, schedules, WEEK_MINUTES } from '../../model/office-hours.ts';
import { checkSchedule } from './office-hours-checks.ts';

const KEYS = ['name', 'time_zone_name', 'time_intervals'] as const;

/** Answers the operations of office hours schedules. */
export const scheduleRoutes: Routes = crud<Schedule>({
  collection: '/office_hours_schedules',
  item: '/office_hours_schedules/{id}',
  what: 'Office hours schedule',
  table: schedules,
  render: (row) => ({
    type: 'office_hours_schedule',
    ...row,
    time_intervals: row.time_intervals.map((interval) => ({
      ...interval,
      day_of_week: Math.floor(interval.start_minute / DAY_MINUTES),
    })),
    twenty_four_seven: openMinutes(row) === WEEK_MINUTES,
  }),
  create: (call) => {
    const row: Schedule = {
      id: call.workspace.nextId('office_hours_schedules', 601),
      name: '',
      time_zone_name: '',
      time_intervals: [],
      created_at: call.now,
      updated_at: call.now,
    };
    setHours(row, call);
    checkSchedule(row);
    record(call, `Created the office hours ${row.name}`);
    return row;
  },
  update: (row, call) => {
    const next = structuredClone(row);
    setHours(next, call);
    checkSchedule(next);
    Object.assign(row, next, { updated_at: call.now });
    record(call, `Changed the office hours ${row.name}`);
  },
  remove: (row, call) => {
    const exceptions = hoursExceptions(call.workspace);
    for (const { id } of exceptions.filter((other) => other.office_hours_schedule_id === row.id)) exceptions.remove(id);
    record(call, `Deleted the office hours ${row.name}`);
  },
});

/** Days of the week follow from the minutes, whatever they come with. */
function setHours(row: Schedule, { body }: Call): void {
  assign(row, body, KEYS);
  row.time_intervals = row.time_intervals.map(({ start_minute, end_minute }) => ({ start_minute, end_minute }));
}

/** The schedule in the path of an exception. */
export function scheduleOf({ workspace, params }: Call): Schedule {
  return existing(schedules(workspace).get(params.office_hours_schedule_id), 'Office hours schedule', 'not_found');
}

function record(call: Call, description: string) {
  return recordActivity(call, { type: 'office_hours_change', description });
}

function openMinutes({ time_intervals }: Schedule): number {
  return time_intervals.reduce((sum, { start_minute, end_minute }) => sum + end_minute - start_minute, 0);
}
