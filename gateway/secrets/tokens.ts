import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';

/** The beginnings of the gateway's tokens, by which secret scanners know them. */
export const TOKEN_PREFIX = {
  /** In the URL of an MCP server. */
  server: 'imcp_srv_',
  /** The second factor of an MCP server. */
  api: 'imcp_api_',
  /** The operator's key. */
  admin: 'imcp_adm_',
  /** The cookie of a browser that is signed in, and the code of a link that signs one in. */
  session: 'imcp_ses_',
  signIn: 'imcp_sig_',
  /** What the gateway's own authorization server gives out: client, code, access and refresh tokens. */
  client: 'imcp_oac_',
  code: 'imcp_cod_',
  access: 'imcp_acc_',
  refresh: 'imcp_ref_',
  /** A single-use link that starts a login at an API, and the state and cookie of that login. */
  login: 'imcp_log_',
} as const;

/** What kind of secret a token is. */
export type TokenKind = keyof typeof TOKEN_PREFIX;

/** A token of 256 random bits. */
export function newToken(kind: TokenKind): string {
  return TOKEN_PREFIX[kind] + randomBytes(32).toString('base64url');
}

/** True for a text that has the form of such a token; nothing else is looked up. */
export function isToken(kind: TokenKind, text: string): boolean {
  return text.startsWith(TOKEN_PREFIX[kind]) && /^[\w-]{43}$/.test(text.slice(TOKEN_PREFIX[kind].length));
}

/** The keyed hash (HMAC-SHA-256) under which a secret is stored and found. */
export type Digest = (secret: string) => string;

/** A {@link Digest} with this key of 32 bytes. */
export function createDigest(key: Uint8Array): Digest {
  // A key that is prepared once makes a hash five times as fast.
  const prepared = createSecretKey(key);
  return (secret) => createHmac('sha256', prepared).update(secret).digest('base64url');
}

/** Compares two digests in a time that tells nothing. */
export function isSameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
