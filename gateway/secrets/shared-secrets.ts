import { randomBytes } from 'node:crypto';
import type { Store } from '../store/contract/store.ts';
import type { Keyring } from './keyring.ts';
import { settingPlace } from './sealed-place.ts';
import { createDigest, type Digest } from './tokens.ts';

/** Secrets that all processes of one gateway share. */
export interface SharedSecrets {
  readonly keyring: Keyring;
  /** The hash under which tokens are stored. */
  readonly digest: Digest;
  /** Key of the tokens that confirm a call; 32 bytes. */
  readonly confirmationKey: Uint8Array<ArrayBuffer>;
}

/** Names of the settings that are sealed. */
export const SEALED_SETTINGS = ['digest_key', 'confirmation_key'] as const;

/** Reads the shared secrets of a store, and makes them at its first use; throws {@link ConfigError} where the keys do not open them. */
export async function readSharedSecrets(store: Pick<Store, 'settings'>, keyring: Keyring): Promise<SharedSecrets> {
  const read = async (name: (typeof SEALED_SETTINGS)[number]): Promise<Uint8Array<ArrayBuffer>> => {
    const place = settingPlace(name);
    const stored =
      (await store.settings.get(name)) ??
      (await store.settings.setOnce(name, keyring.seal(randomBytes(32).toString('base64url'), place))).value;
    return new Uint8Array(Buffer.from(keyring.open(stored, place), 'base64url'));
  };
  return { keyring, digest: createDigest(await read('digest_key')), confirmationKey: await read('confirmation_key') };
}
