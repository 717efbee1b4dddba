import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ConfigError } from '../../runtime/value/errors.ts';
import { BY_SYSTEM } from '../audit/audit-entry.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AdminKeyRow, AdminRole } from '../store/contract/admin-keys.ts';
import type { AuditAction } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { createUseNotes } from '../store/use-notes.ts';
import { isOver } from './is-over.ts';
import { weaknessOf } from './key-strength.ts';
import { type Digest, isSameDigest, isToken, newToken } from './tokens.ts';

/** Environment variable that holds an operator's key. */
export const ADMIN_KEY_VARIABLE = 'GATEWAY_ADMIN_KEY';

/** The name of the key that a gateway makes by itself, in whose place that of the environment stands. */
const FIRST_KEY = 'admin';

/** Whom an admin key speaks for. */
export interface AdminIdentity extends Pick<AdminKeyRow, 'id' | 'name' | 'role'> {
  /** Ids of the accounts of an operator; undefined for all. */
  readonly accounts: readonly string[] | undefined;
  /** Of the key; what was begun by it, such as a session, is known by this. */
  readonly digest: string;
  readonly expiresAt: number | null;
}

/** The keys of the management API. */
export interface AdminKeys {
  /** Whose key this is; one that was revoked in another process holds half a second longer at most. */
  readonly identify: (text: string) => Promise<AdminIdentity | undefined>;
  /** The same by the digest of a key, without a note of its use. */
  readonly find: (keyDigest: string) => Promise<AdminIdentity | undefined>;
  /** The digest of the key {@link FIRST_KEY}, or of the one that stands in its place; undefined where there is neither. */
  readonly firstDigest: () => Promise<string | undefined>;
  readonly noteUse: (admin: AdminIdentity) => void;
  /** Reads anew at the next question. */
  readonly clear: () => void;
}

/** What keys are read with. */
interface AdminKeysPlace {
  readonly store: Pick<Store, 'adminKeys'>;
  readonly digest: Digest;
  readonly now: () => number;
  /** Is called for what could not be noted of a key's use. */
  readonly onError: (error: unknown) => void;
}

/** Throws {@link ConfigError} for an own key that can be guessed, and where it makes a new one void; call it before anything is changed. */
export function checkAdminKey({ own, renew = false }: { own?: string | undefined; renew?: boolean }): void {
  if (own === undefined) return;
  if (renew)
    throw new ConfigError(
      `${ADMIN_KEY_VARIABLE} is set and stands in place of the key ${FIRST_KEY}: a new one in the store would open nothing, so none was made.`,
      `Set another ${ADMIN_KEY_VARIABLE} and start again, or unset it to use the key of the store.`,
    );
  const weakness = weaknessOf(own);
  if (weakness !== undefined)
    throw new ConfigError(
      `${ADMIN_KEY_VARIABLE} ${weakness}.`,
      `Set it to a random text such as ${newToken('admin')}, or leave it out to have one made.`,
    );
}

/** {@link AdminKeys} over the store; `own` is the key of the environment. */
export function createAdminKeys({ store, digest, now, onError }: AdminKeysPlace, own: string | undefined): AdminKeys {
  const ownDigest = own === undefined ? undefined : digest(own);
  const uses = createUseNotes({ now, onError, touch: store.adminKeys.touch });
  const memory = createShortMemory(store.adminKeys.find, (found) => found !== undefined);
  const isOwn = (keyDigest: string): boolean => ownDigest !== undefined && isSameDigest(keyDigest, ownDigest);

  const find: AdminKeys['find'] = async (keyDigest) => {
    if (isOwn(keyDigest)) return { ...ENVIRONMENT, digest: keyDigest };
    const row = await memory.get(keyDigest);
    if (row === undefined || isOver(row, now())) return undefined;
    if (ownDigest !== undefined && row.name === FIRST_KEY) return undefined;
    return identityOf(row);
  };
  const noteUse: AdminKeys['noteUse'] = ({ id }) => {
    // That of the environment has no row.
    if (id !== ENVIRONMENT.id) uses.note(id);
  };

  return {
    identify: async (text) => {
      const keyDigest = digest(text);
      const admin = isOwn(keyDigest) || isToken('admin', text) ? await find(keyDigest) : undefined;
      if (admin !== undefined) noteUse(admin);
      return admin;
    },
    find,
    firstDigest: async () => ownDigest ?? (await store.adminKeys.findByName(FIRST_KEY))?.digest,
    noteUse,
    clear: memory.clear,
  };
}

const ENVIRONMENT = {
  id: 'environment',
  name: 'environment',
  role: 'admin',
  accounts: undefined,
  expiresAt: null,
} as const satisfies Omit<AdminIdentity, 'digest'>;

function identityOf(row: AdminKeyRow): AdminIdentity {
  const { id, name, role, digest, expires_at: expiresAt } = row;
  return { id, name, role, digest, expiresAt, accounts: accountsOf(row) ?? undefined };
}

/** Ids of the accounts of an operator; null for all. */
export function accountsOf({ accounts }: Pick<AdminKeyRow, 'accounts'>): string[] | null {
  return accounts === null ? null : z.array(z.string()).parse(JSON.parse(accounts));
}

/** A key to make. */
export interface NewAdminKey {
  readonly name: string;
  readonly role: AdminRole;
  /** Ids of the accounts of an operator. */
  readonly accounts?: readonly string[] | undefined;
  readonly expiresAt?: number | null;
}

/** A new key and its row; the key is known this one time only. */
export function newAdminKey(
  { digest, now }: Pick<AdminKeysPlace, 'digest' | 'now'>,
  { name, role, accounts, expiresAt = null }: NewAdminKey,
): { key: string; row: AdminKeyRow } {
  const key = newToken('admin');
  const row: AdminKeyRow = {
    ...{ id: randomUUID(), name, role, digest: digest(key), expires_at: expiresAt, last_used_at: null },
    accounts: accounts === undefined ? null : JSON.stringify(accounts),
    created_at: now(),
  };
  return { key, row };
}

/** Makes the key {@link FIRST_KEY} where there is none, or another in its place with `renew`; answers it the one time that it can be shown. */
export async function makeFirstKey(
  { store, audit, digest, now }: Pick<AdminKeysPlace, 'digest' | 'now'> & ChangePlace,
  renew: boolean,
): Promise<string | undefined> {
  const { key, row } = newAdminKey({ digest, now }, { name: FIRST_KEY, role: 'admin' });
  return store.transaction(async (within) => {
    const { adminKeys } = within;
    let action: AuditAction = 'admin_key.create';
    // Another process may put one of its own in between.
    while (!(await adminKeys.insert(row))) {
      if (!renew) return undefined;
      const before = await adminKeys.findByName(FIRST_KEY);
      if (before !== undefined) await adminKeys.remove(before.id);
      action = 'admin_key.rotate';
    }
    await audit.append(within, { ...BY_SYSTEM, action, target: FIRST_KEY, status: 'ok' });
    return key;
  });
}

/** What a change is made with. */
interface ChangePlace {
  readonly store: Pick<Store, 'transaction'>;
  readonly audit: Pick<AuditLog, 'append'>;
}
