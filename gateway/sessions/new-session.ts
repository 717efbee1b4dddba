import { randomUUID } from 'node:crypto';
import type { AdminIdentity } from '../secrets/admin-keys.ts';
import { type Digest, newToken } from '../secrets/tokens.ts';
import { SESSION_LIFETIME, type SessionRow } from '../store/contract/sessions.ts';
import { type ActiveSession, csrfTokenOf } from './sessions.ts';

/** A session to keep, and its token, which is known this one time only. */
export function newSession(
  { digest, now }: { readonly digest: Digest; readonly now: () => number },
  { admin, address }: { readonly admin: AdminIdentity; readonly address: string },
): { token: string; session: ActiveSession } {
  const token = newToken('session');
  const time = now();
  const end = time + SESSION_LIFETIME;
  const row: SessionRow = {
    id: randomUUID(),
    digest: digest(token),
    key_digest: admin.digest,
    address,
    created_at: time,
    last_used_at: time,
    expires_at: Math.min(end, admin.expiresAt ?? end),
  };
  return { token, session: { row, admin, csrfToken: csrfTokenOf(digest, token) } };
}
