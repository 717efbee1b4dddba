import { ConfigError } from '../../runtime/value/errors.ts';
import type { Store } from '../store/contract/store.ts';
import { type Digest, isSameDigest, newToken } from './tokens.ts';

/** Environment variable that holds the operator's key. */
export const ADMIN_KEY_VARIABLE = 'GATEWAY_ADMIN_KEY';

/** Characters that an own key must have at least. */
const SHORTEST = 24;

/** The operator's key. */
export interface AdminKey {
  readonly matches: (text: string) => boolean;
  /** The key itself, the one time that it can be shown: when it was made. */
  readonly created?: string;
}

/**
 * The operator's own key, else that of the store; at the first start one is made, and with `renew` another. Throws
 * {@link ConfigError} for one that can be guessed.
 */
export async function readAdminKey(
  store: Pick<Store, 'settings'>,
  digest: Digest,
  { own, renew = false }: { own?: string | undefined; renew?: boolean } = {},
): Promise<AdminKey> {
  if (own !== undefined && own.length < SHORTEST)
    throw new ConfigError(
      `${ADMIN_KEY_VARIABLE} has fewer than ${SHORTEST} characters.`,
      `Set it to a random text such as ${newToken('admin')}, or leave it out to have one made.`,
    );
  const matcher = (expected: string): AdminKey => ({ matches: (text) => isSameDigest(digest(text), expected) });
  if (own !== undefined) return matcher(digest(own));
  const fresh = newToken('admin');
  if (renew) await store.settings.set('admin_key', digest(fresh));
  const stored = renew ? digest(fresh) : (await store.settings.setOnce('admin_key', digest(fresh))).value;
  return { ...matcher(stored), ...(stored === digest(fresh) && { created: fresh }) };
}
