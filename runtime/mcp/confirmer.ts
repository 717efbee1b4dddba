import { canonicalJson } from '../value/canonical-json.ts';

/**
 * How somebody agrees: `question` by an answer to a question that the client showed, whose state the token is; `two-step` by a
 * second call that brings the token. A token of one is none of the other: who has seen a question has agreed to nothing.
 */
type Purpose = 'question' | 'two-step';

/** A call that somebody has to agree to. */
interface PendingCall {
  readonly purpose: Purpose;
  readonly tool: string;
  readonly args: unknown;
}

/** Gives away tokens that stand for one call with exactly these arguments and one purpose, and takes each back once. */
export interface Confirmer {
  readonly mint: (call: PendingCall) => Promise<string>;
  /** True where the token was given for this very call, is not too old and was not redeemed before. */
  readonly redeem: (token: string, call: PendingCall) => Promise<boolean>;
}

/** Settings of {@link createConfirmer}. */
export interface ConfirmerOptions {
  /** Secret of at least 32 bytes; random unless given. Processes that serve one client between them need the same. */
  readonly key?: Uint8Array<ArrayBuffer>;
  /** Milliseconds for which a token holds. */
  readonly lifetime?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /**
   * Remembers elsewhere than in this process that a token was redeemed, until it expires (milliseconds); answers false
   * where it was redeemed before. For processes that share a key.
   */
  readonly remember?: (token: { readonly number: string; readonly expires: number }) => Promise<boolean>;
}

/** How long a token holds, in minutes. */
export const CONFIRMATION_MINUTES = 5;

/**
 * A {@link Confirmer} whose tokens carry their expiry and an HMAC-SHA256 over purpose, tool and arguments, so that it
 * keeps nothing but the numbers of the tokens that were redeemed, each until it expires: in this process, unless `remember`
 * keeps them elsewhere.
 */
export function createConfirmer({
  key,
  lifetime = CONFIRMATION_MINUTES * 60_000,
  now = Date.now,
  remember,
}: ConfirmerOptions = {}): Confirmer {
  if (key !== undefined && key.byteLength < 32) throw new RangeError('The key must have at least 32 bytes.');
  const redeemed = new Map<string, number>();
  let imported: Promise<CryptoKey> | undefined;

  // Not before the first call: Workers have no randomness while a module loads.
  const secret = (): Promise<CryptoKey> => {
    imported ??= crypto.subtle.importKey(
      'raw',
      key ?? crypto.getRandomValues(new Uint8Array(32)),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
    return imported;
  };

  return {
    mint: async (call) => {
      const number = toBase64Url(crypto.getRandomValues(new Uint8Array(9)));
      const expires = now() + lifetime;
      const mac = await crypto.subtle.sign('HMAC', await secret(), signed({ ...call, number, expires }));
      return [expires.toString(36), number, toBase64Url(new Uint8Array(mac))].join('.');
    },
    redeem: async (token, call) => {
      const [, expiry = '', number = '', mac = ''] = TOKEN.exec(token) ?? [];
      const expires = Number.parseInt(expiry, 36);
      if (!(expires > now()) || redeemed.has(number)) return false;
      const text = signed({ ...call, number, expires });
      if (!(await crypto.subtle.verify('HMAC', await secret(), fromBase64Url(mac), text))) return false;
      // Again, since two calls with one token can both have come this far.
      if (redeemed.has(number)) return false;
      for (const [old, end] of redeemed) if (end <= now()) redeemed.delete(old);
      redeemed.set(number, expires);
      return (await remember?.({ number, expires })) ?? true;
    },
  };
}

let shared: Confirmer | undefined;

/** One for all servers of this process: a call that is asked about comes back in another request. */
export function confirmerOfProcess(): Confirmer {
  shared ??= createConfirmer();
  return shared;
}

const TOKEN = /^([0-9a-z]{1,11})\.([\w-]{12})\.([\w-]{43})$/;

function signed({ purpose, tool, args, number, expires }: PendingCall & { number: string; expires: number }) {
  return new TextEncoder().encode(canonicalJson([purpose, tool, expires, number, args]));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
