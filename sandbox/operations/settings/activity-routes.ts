import { isRecord, type Json, resolve, schemas } from '../../contract/contract.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { activities } from '../../model/settings.ts';
import { page } from '../../paging/page.ts';

/** All kinds of event that the audit log can hold. */
const activityTypes: readonly unknown[] = (() => {
  const { properties } = resolve(schemas.activity_log);
  const { enum: known } = resolve(isRecord(properties) ? properties.activity_type : undefined);
  return Array.isArray(known) ? known : [];
})();

/** Answers the operations of the audit log. */
export const activityRoutes: Routes = {
  'GET /admins/activity_log_event_types': () => ({ type: 'list', event_types: activityTypes }),
  'GET /admins/activity_logs': (call) => logs(call, call.query),
  'POST /admins/activity_logs/search': (call) => logs(call, call.body),
};

function logs(call: Call, filter: Json): unknown {
  const after = secondsOf(filter, 'created_at_after') ?? 0;
  const before = secondsOf(filter, 'created_at_before') ?? Number.POSITIVE_INFINITY;
  const types = Array.isArray(filter.event_types) && filter.event_types.length > 0 ? filter.event_types : undefined;
  const found = activities(call.workspace)
    .filter(({ created_at }) => created_at > after && created_at < before)
    .filter(({ activity_type }) => types === undefined || types.includes(activity_type))
    .toSorted((a, b) => b.created_at - a.created_at);
  return page(call, found, (row) => row, { type: 'activity_log.list' });
}

/** A time that is value in unix seconds, as a number or as text. */
function secondsOf(filter: Json, field: string): number | undefined {
  const value = filter[field];
  if (value === undefined) return undefined;
  if (/^\d+$/.test(String(value))) return Number(value);
  throw new Fault(400, `${field} must be a unix timestamp in seconds`, { code: 'parameter_invalid', field });
}
