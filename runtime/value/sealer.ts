import { digestText } from './digest.ts';

/** Bytes as text that a caller gives back unchanged: bound by a keyed hash to what they were made for. */
export interface Sealer {
  /** Seals bytes for owners; each of them alone opens the seal. */
  readonly seal: (bytes: Uint8Array, owners: readonly string[]) => Promise<string>;
  /** What was sealed for one of these owners; `damaged` for a text that was changed, `foreign` for one of others. */
  readonly open: (sealed: string, owners: readonly string[]) => Promise<Uint8Array | 'damaged' | 'foreign'>;
}

/** Bytes of each keyed hash: a guess is right once in 2^48. */
const MAC = 6;
/** Owners that a seal has at most. */
const MOST_OWNERS = 2;

/** A {@link Sealer} by HMAC-SHA256 with a secret text: the same in every process that knows the secret. */
export function createSealer(secret: string): Sealer {
  const hash = keyedHash(utf8(`seal ${secret}`));

  async function macOf(bytes: Uint8Array, owner: string): Promise<Uint8Array> {
    // The length keeps what is sealed apart from whom it is for.
    const signed = Uint8Array.from([...utf8(`${bytes.length} `), ...bytes, ...utf8(owner)]);
    return (await hash(signed)).subarray(0, MAC);
  }

  return {
    seal: async (bytes, owners) => {
      const unique = [...new Set(owners)].slice(0, MOST_OWNERS);
      const macs = await Promise.all(unique.map((owner) => macOf(bytes, owner)));
      const body = [...bytes, ...macs.flatMap((mac) => [...mac])];
      return encode([...body, checkOf(body, unique.length)]);
    },
    open: async (sealed, owners) => {
      const all = decode(sealed);
      const [check = 0] = all.splice(-1);
      const count = (check % MOST_OWNERS) + 1;
      const end = all.length - count * MAC;
      if (end < 0 || check !== checkOf(all, count)) return 'damaged';
      const bytes = Uint8Array.from(all.slice(0, end));
      const macs = Array.from({ length: count }, (_, at) => all.slice(end + at * MAC, end + (at + 1) * MAC));
      const known = await Promise.all(owners.map((owner) => macOf(bytes, owner)));
      const fits = known.flatMap((mac) => macs.map((other) => areEqual(mac, other)));
      return fits.some(Boolean) ? bytes : 'foreign';
    },
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** HMAC-SHA256 with this key. That of Node makes one in some microseconds, where `crypto.subtle` asks another thread. */
function keyedHash(key: Bytes): (signed: Bytes) => Uint8Array | Promise<Uint8Array> {
  const node = globalThis.process?.getBuiltinModule?.('node:crypto');
  if (node !== undefined) {
    const prepared = node.createSecretKey(key);
    return (signed) => node.createHmac('sha256', prepared).update(signed).digest();
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  let imported: Promise<CryptoKey> | undefined;
  return async (signed) => {
    imported ??= crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await imported, signed));
  };
}

/** A character a byte; arguments of a call are no place for thousands. */
function characters(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

/** Seven bits against letters that were copied wrongly, and one for the number of owners. */
function checkOf(bytes: readonly number[], owners: number): number {
  return ((Number.parseInt(digestText(characters(bytes)), 36) & 0x7f) << 1) | (owners - 1);
}

/** Takes the same time for all that differ. */
function areEqual(one: Uint8Array, other: readonly number[]): boolean {
  return one.reduce((different, byte, at) => different | (byte ^ (other[at] ?? 0)), 0) === 0;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encode(bytes: readonly number[]): string {
  return btoa(characters(bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a text that {@link encode} wrote, and none for any other. */
function decode(text: string): number[] {
  if (!/^[\w-]*$/.test(text) || text.length > LONGEST) return [];
  try {
    const bytes = Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return encode(bytes) === text ? bytes : [];
  } catch {
    return [];
  }
}

/** Characters that a seal may have: it holds an API's own cursor, and the address of a page at most. */
const LONGEST = 20_000;
