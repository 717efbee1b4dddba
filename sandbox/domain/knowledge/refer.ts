import type { Call } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { admins } from '../../model/people.ts';

/** What a body refers to; refuses with the status that the operation has for it where there is no such thing. */
export function referred<Found>({ operation }: Call, found: Found | undefined, field: string, what: string): Found {
  if (found !== undefined) return found;
  const status = [400, 422].find((candidate) => operation.responses[String(candidate)] !== undefined) ?? 404;
  const code = operation.responses[String(status)]?.['x-error-codes']?.at(-1);
  throw new Fault(status, `${field}: ${what} not found`, { ...(code !== undefined && { code }), field });
}

/** The number of the admin that a body names under `field`. */
export function adminNamed(call: Call, id: unknown, field: string): number {
  return Number(referred(call, admins(call.workspace).get(id), field, 'Admin').id);
}

/** Audience ids that a body holds as a list, as one number or as null, or those so far; refuses unknown ones. */
export function audienceIds(call: Call, known: number[]): number[] {
  const { audience_ids: value } = call.body;
  if (value === undefined) return known;
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is number => typeof id === 'number');
  const audiences = call.workspace.table('audiences');
  const unknown = ids.filter((id) => !audiences.has(id));
  if (unknown.length > 0)
    throw new Fault(404, `audience_ids contains unknown audience IDs: ${unknown.join(', ')}`, {
      code: 'parameter_invalid',
      field: 'audience_ids',
    });
  return ids;
}
