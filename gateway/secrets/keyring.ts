import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ConfigError } from '../../runtime/value/errors.ts';

/** Encrypts what the store must not hold in clear. */
export interface Keyring {
  /** Encrypts with the first key, bound to `place`: the sealed text opens nowhere else. */
  readonly seal: (text: string, place: string) => string;
  /** Decrypts with the key that the sealed text names; throws {@link ConfigError} for a key that is missing, and where the text was changed or moved. */
  readonly open: (sealed: string, place: string) => string;
  /** False where it was sealed with another key than the first. */
  readonly isCurrent: (sealed: string) => boolean;
}

/** Environment variable that holds the keys. */
export const KEYS_VARIABLE = 'GATEWAY_KEYS';

/**
 * A keyring from `id:key,id:key`, each key 32 bytes in base64 or base64url: the first one encrypts, all of them decrypt.
 * AES-256-GCM with 96 random bits as the nonce. Throws {@link ConfigError}.
 */
export function createKeyring(keys: string): Keyring {
  const parsed = keys.split(',').map(parseKey);
  const byId = new Map(parsed.map(({ id, key }) => [id, key]));
  const [current] = parsed;
  if (current === undefined || byId.size < parsed.length) throw malformed('two keys have one id');
  return {
    seal: (text, place) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return join(current.id, nonce, sealed);
    },
    open: (sealed, place) => {
      const [id = '', nonce = '', rest = ''] = sealed.split('.');
      const key = byId.get(id);
      if (key === undefined)
        throw new ConfigError(
          `What is stored for ${place} was encrypted with the key ${JSON.stringify(id)}, which is not among the keys.`,
          `Add that key to ${KEYS_VARIABLE}, behind the first one.`,
        );
      const [iv, bytes] = [Buffer.from(nonce, 'base64url'), Buffer.from(rest, 'base64url')];
      try {
        // Several texts decode to the same bytes: only the one that was written is taken.
        if (join(id, iv, bytes) !== sealed) throw new Error('it is not as it was written');
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new ConfigError(
          `What is stored for ${place} cannot be decrypted with the key ${JSON.stringify(id)}: it was changed, moved, or encrypted with another key of that name.`,
          'Restore it from a backup, or connect the workspace again.',
          { cause },
        );
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${current.id}.`),
  };
}

function join(id: string, nonce: Buffer, sealed: Buffer): string {
  return [id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** A line of keys with one new random key. */
export function newKeys(id = 'k1'): string {
  return `${id}:${randomBytes(32).toString('base64url')}`;
}

function parseKey(text: string): { id: string; key: Buffer } {
  const [, id, encoded] = /^\s*([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)\s*$/.exec(text) ?? [];
  if (id === undefined || encoded === undefined) throw malformed('a key is not of the form id:key');
  return { id, key: Buffer.from(encoded, 'base64') };
}

function malformed(reason: string): ConfigError {
  return new ConfigError(
    `${KEYS_VARIABLE} cannot be used: ${reason}.`,
    `Set ${KEYS_VARIABLE} to a key such as ${newKeys()} and keep it: without it the stored credentials are lost.`,
  );
}
