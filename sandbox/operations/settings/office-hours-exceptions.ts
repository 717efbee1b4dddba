import { assign } from '../../generic/assign.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type HoursException, hoursExceptions } from '../../model/office-hours.ts';
import { page } from '../../paging/page.ts';
import { checkException } from './office-hours-checks.ts';
import { scheduleOf } from './office-hours-routes.ts';

const COLLECTION = '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions';
const KEYS = ['name', 'exception_date', 'exception_type', 'recurring_annually', 'time_intervals'] as const;

/** Answers the operations of exceptions to office hours. */
export const hoursExceptionRoutes: Routes = {
  [`GET ${COLLECTION}`]: (call) => page(call, siblings(call), render, { type: 'list' }),
  [`POST ${COLLECTION}`]: (call) => {
    const schedule = scheduleOf(call);
    const row: HoursException = {
      id: call.workspace.nextId('office_hours_exceptions', 7701),
      office_hours_schedule_id: schedule.id,
      name: null,
      exception_date: '',
      exception_type: 'closed',
      recurring_annually: false,
      time_intervals: null,
      created_at: call.now,
      updated_at: call.now,
    };
    assign(row, call.body, KEYS);
    checkException(row, siblings(call));
    return render(hoursExceptions(call.workspace).put(row));
  },
  [`GET ${COLLECTION}/{id}`]: (call) => render(named(call)),
  [`PUT ${COLLECTION}/{id}`]: (call) => {
    const row = named(call);
    const next = structuredClone(row);
    assign(next, call.body, KEYS);
    // A day that is closed now has no hours left from before.
    if (call.body.exception_type === 'closed' && call.body.time_intervals === undefined) next.time_intervals = null;
    checkException(next, siblings(call));
    return render(Object.assign(row, next, { updated_at: call.now }));
  },
  [`DELETE ${COLLECTION}/{id}`]: (call) => {
    const { id } = named(call);
    hoursExceptions(call.workspace).remove(id);
    return { id, object: 'office_hours_exception', deleted: true };
  },
};

function render(row: HoursException) {
  return { type: 'office_hours_exception', ...row };
}

function siblings(call: Call): HoursException[] {
  const { id } = scheduleOf(call);
  return hoursExceptions(call.workspace).filter((row) => row.office_hours_schedule_id === id);
}

function named(call: Call): HoursException {
  return existing(
    siblings(call).find(({ id }) => id === call.params.id),
    'Office hours exception',
    'not_found',
  );
}
