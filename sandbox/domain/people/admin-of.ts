import { existing } from '../../http/fault.ts';
import { type Admin, admins } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The admin whose token the sandbox stands for: the first one. */
export function tokenAdmin(workspace: Workspace): Admin {
  return existing(admins(workspace).all()[0], 'Admin', 'admin_not_found');
}

/** The admin with an id that a request names; throws a Fault with Intercom's code for an unknown one. */
export function namedAdmin(workspace: Workspace, id: unknown): Admin {
  return existing(admins(workspace).get(id), `Admin ${String(id)}`, 'admin_not_found');
}
