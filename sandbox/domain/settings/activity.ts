import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../http/call.ts';
import type { Admin } from '../../model/people.ts';
import { type Activity, activities } from '../../model/settings.ts';
import type { Workspace } from '../../store/workspace.ts';
import { tokenAdmin } from '../people/admin-of.ts';

/** What the audit log says of something that was done. */
interface ActivityDetails {
  /** One of Intercom's kinds of event. */
  readonly type: string;
  readonly description: string;
  readonly metadata?: Json;
}

/** Writes into the audit log that the token's admin did something just now. */
export function recordActivity(call: Pick<Call, 'workspace' | 'now'>, details: ActivityDetails): Activity {
  return logActivity(call.workspace, { ...details, admin: tokenAdmin(call.workspace), at: call.now, ip: '127.0.0.1' });
}

/** Writes a line of the audit log. */
export function logActivity(
  workspace: Workspace,
  { type, description, metadata, admin, at, ip }: ActivityDetails & { admin: Admin; at: number; ip: string },
): Activity {
  return activities(workspace).put({
    id: `7f3c1e9a-4b20-4d6e-9c11-${workspace.nextNumber('activities').toString(16).padStart(12, '0')}`,
    created_at: at,
    performed_by: { type: 'admin', id: admin.id, email: admin.email, ip },
    activity_type: type,
    activity_description: description,
    metadata: metadata ?? null,
  });
}
