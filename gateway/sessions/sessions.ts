import type { AdminIdentity, AdminKeys } from '../secrets/admin-keys.ts';
import { isOver } from '../secrets/is-over.ts';
import { type Digest, isToken } from '../secrets/tokens.ts';
import { SESSION_IDLE, type SessionRow } from '../store/contract/sessions.ts';
import type { Store } from '../store/contract/store.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { createUseNotes } from '../store/use-notes.ts';

/** A session that goes on, and whom it speaks for. */
export interface ActiveSession {
  readonly row: SessionRow;
  readonly admin: AdminIdentity;
  /** What a page of the gateway itself knows, and no other page. */
  readonly csrfToken: string;
}

/** The sessions of browsers. */
export interface Sessions {
  /** The session of a token; undefined for one that is over, or whose admin key is. One that was ended in another process holds half a second longer at most. */
  readonly identify: (token: string) => Promise<ActiveSession | undefined>;
  /** Reads anew at the next question. */
  readonly clear: () => void;
}

/** What sessions are read with. */
interface SessionsPlace {
  readonly store: Pick<Store, 'sessions'>;
  readonly adminKeys: AdminKeys;
  readonly digest: Digest;
  readonly now: () => number;
  /** Is called for what could not be noted of a session's use. */
  readonly onError: (error: unknown) => void;
}

/** {@link Sessions} over the store. */
export function createSessions({ store, adminKeys, digest, now, onError }: SessionsPlace): Sessions {
  const uses = createUseNotes({ now, onError, touch: store.sessions.touch });
  const memory = createShortMemory(store.sessions.find, (found) => found !== undefined);
  return {
    identify: async (token) => {
      const row = isToken('session', token) ? await memory.get(digest(token)) : undefined;
      if (row === undefined || isSessionOver(row, now())) return undefined;
      const admin = await adminKeys.find(row.key_digest);
      if (admin === undefined) return undefined;
      uses.note(row.id);
      adminKeys.noteUse(admin);
      return { row, admin, csrfToken: csrfTokenOf(digest, token) };
    },
    clear: memory.clear,
  };
}

/** True from the instant on at which a session is over, or has been left unused for too long. */
export function isSessionOver({ expires_at, last_used_at }: SessionRow, now: number): boolean {
  return isOver({ expires_at, idle_at: last_used_at + SESSION_IDLE }, now);
}

/** The token that goes with a session's own in each request that changes something; no token begins like what it is made of. */
export function csrfTokenOf(digest: Digest, token: string): string {
  return digest(`csrf ${token}`);
}
