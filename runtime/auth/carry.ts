import type { Carried } from '../http/carry-credentials.ts';
import type { KeyScheme, SecurityScheme } from '../profile/security.ts';
import type { ReadCredential } from './read-auth.ts';

/** Where a request carries a credential; `text` is the token of a client's id and secret. */
export function carry(scheme: SecurityScheme, credential: Exclude<ReadCredential, { type: 'client' }>): Carried {
  if (credential.type === 'password') return authorization(`Basic ${basicText(credential)}`);
  if (scheme.type === 'apiKey') return { in: scheme.in, name: scheme.name, value: withPrefix(scheme, credential.text) };
  const prefix = scheme.type === 'bearer' ? (scheme.prefix ?? 'Bearer') : 'Bearer';
  return authorization(`${prefix} ${credential.text}`);
}

/** User name and password as `Authorization: Basic` has them: Base64 of their UTF-8 (RFC 7617). */
export function basicText({ username, password }: { readonly username: string; readonly password: string }): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function authorization(value: string): Carried {
  return { in: 'header', name: 'Authorization', value };
}

function withPrefix({ prefix = '' }: KeyScheme, key: string): string {
  return key.toLowerCase().startsWith(prefix.toLowerCase()) ? key : prefix + key;
}
