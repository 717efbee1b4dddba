import { ConfigError } from '../../runtime/value/errors.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Store } from '../store/contract/store.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { weaknessOf } from './key-strength.ts';
import { type Digest, isSameDigest, newToken } from './tokens.ts';

/** Environment variable that holds the operator's key. */
export const ADMIN_KEY_VARIABLE = 'GATEWAY_ADMIN_KEY';

/** The operator's key. */
export interface AdminKey {
  /** Whether this is it; a key of the store that another process replaced holds half a second longer at most. */
  readonly matches: (text: string) => Promise<boolean>;
  /** Reads anew at the next question. */
  readonly clear: () => void;
  /** The key itself, the one time that it can be shown: when it was made. */
  readonly created?: string;
}

/** Where the operator's key comes from. */
interface AdminKeyChoice {
  /** The operator's own, which holds in place of that of the store. */
  readonly own?: string | undefined;
  /** Makes another one in place of that of the store, which ends. */
  readonly renew?: boolean;
}

/** What the key is read with. */
interface AdminKeyPlace {
  readonly store: Pick<Store, 'settings'>;
  readonly digest: Digest;
  readonly audit: Pick<AuditLog, 'record'>;
}

/** Throws {@link ConfigError} for an own key that can be guessed, and where it makes a new one void; call it before anything is changed. */
export function checkAdminKey({ own, renew = false }: AdminKeyChoice): void {
  if (own === undefined) return;
  if (renew)
    throw new ConfigError(
      `${ADMIN_KEY_VARIABLE} is set and is the admin key: a new one in the store would open nothing, so none was made.`,
      `Set another ${ADMIN_KEY_VARIABLE} and start again, or unset it to use the key of the store.`,
    );
  const weakness = weaknessOf(own);
  if (weakness !== undefined)
    throw new ConfigError(
      `${ADMIN_KEY_VARIABLE} ${weakness}.`,
      `Set it to a random text such as ${newToken('admin')}, or leave it out to have one made.`,
    );
}

/**
 * The operator's own key, else that of the store; at the first start one is made, and with `renew` another, and the audit
 * log says so. Ask {@link checkAdminKey} before.
 */
export async function readAdminKey(place: AdminKeyPlace, { own, renew = false }: AdminKeyChoice): Promise<AdminKey> {
  const { store, digest } = place;
  if (own !== undefined) {
    const expected = digest(own);
    return { matches: async (text) => isSameDigest(digest(text), expected), clear: () => {} };
  }
  const created = await makeKey(place, renew);
  const memory = createShortMemory(
    () => store.settings.get(SETTING),
    (found) => found !== undefined,
  );
  return {
    matches: async (text) => {
      const expected = await memory.get(SETTING);
      return expected !== undefined && isSameDigest(digest(text), expected);
    },
    clear: memory.clear,
    ...(created !== undefined && { created }),
  };
}

const SETTING = 'admin_key';

/** Makes the first key of a store, or another one; undefined where one is there that stays. */
async function makeKey({ store, digest, audit }: AdminKeyPlace, renew: boolean): Promise<string | undefined> {
  const key = newToken('admin');
  if (renew) await store.settings.set(SETTING, digest(key));
  else if (!(await store.settings.setOnce(SETTING, digest(key))).isNew) return undefined;
  await audit.record({ actor: 'system', action: renew ? 'admin_key.rotate' : 'admin_key.create', status: 'ok' });
  return key;
}
