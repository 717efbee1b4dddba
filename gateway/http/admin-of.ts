import type { Context } from 'hono';
import type { AdminIdentity } from '../secrets/admin-keys.ts';
import type { ActiveSession } from '../sessions/sessions.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import { callerAddress } from './caller-address.ts';

/** Keeps for the handlers of a request whose admin key it has. */
export function setAdmin(c: Context, admin: AdminIdentity): void {
  c.set('admin', admin);
}

/** Keeps for the handlers of a request by which session it came. */
export function setSession(c: Context, session: ActiveSession): void {
  c.set('session', session);
}

/** The session by whose cookie a request was let through; undefined for one with an admin key. */
export function sessionOf(c: Context): ActiveSession | undefined {
  return c.get('session');
}

/** Whose admin key a request has, which was let through. */
export function adminOf(c: Context): AdminIdentity {
  return c.get('admin');
}

/** Who asks, for the audit log. */
export function byAdmin(c: Context): AuditBy {
  const { id, name } = adminOf(c);
  return { actor: `admin_key:${id}`, actor_name: name, address: callerAddress(c) };
}

/** Whether what belongs to an account, or with null to all of them, is within the reach of the caller's key. */
export function isReached(c: Context, accountId: string | null): boolean {
  const { accounts } = adminOf(c);
  return accounts === undefined || (accountId !== null && accounts.includes(accountId));
}

/** The accounts within the reach of the caller's key, of those that are asked for; undefined for all. */
export function reachedAccounts(c: Context, asked: string | undefined): readonly string[] | undefined {
  const { accounts } = adminOf(c);
  const wanted = asked === undefined ? undefined : [asked];
  return accounts === undefined ? wanted : (wanted ?? accounts).filter((id) => accounts.includes(id));
}
