import { isAppAddress } from './app-scheme.ts';

/** Characters of RFC 3986 without `#`, so that there is no fragment: URL parsers forgive others, each in its own way. */
const ALLOWED = /^[a-z][a-z\d+.-]*:[\w.~:/?[\]@!$&'()*+,;=%-]+$/i;

/** A host goes into a content security policy, where a semicolon would begin another directive. */
const HOST = /^(?:[a-z\d.-]+|\[[\da-f:.]+\])$/;

/** As the URL parser writes them, however they were spelled. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for http on an address of this machine. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && LOOPBACK.has(hostname);
}

/** An address that a client may be led back to: https, http on loopback, or one in an app of its own; undefined for others. */
export function redirectTarget(text: string): URL | undefined {
  const url = ALLOWED.test(text) ? URL.parse(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'https:' || isLoopback(url)) return HOST.test(url.hostname) ? url : undefined;
  return isAppAddress(url) ? url : undefined;
}

/** True where a client registered this address; on loopback the port may be another (RFC 8252, section 7.3). */
export function isRegistered(redirectUri: string, registered: readonly string[]): boolean {
  const target = redirectTarget(redirectUri);
  if (target === undefined) return false;
  return registered.some((candidate) => {
    if (candidate === redirectUri) return true;
    const known = redirectTarget(candidate);
    return known !== undefined && isLoopback(known) && isLoopback(target) && withoutPort(known) === withoutPort(target);
  });
}

function withoutPort(url: URL): string {
  const copy = new URL(url);
  copy.port = '';
  return copy.href;
}

/** What a content security policy has to name so that a form may lead on to this address. */
export function policySource(target: URL): string {
  // Addresses in brackets and schemes of their own have no origin that a policy could name.
  const isNamed = ['http:', 'https:'].includes(target.protocol) && !target.hostname.startsWith('[');
  return isNamed ? target.origin : target.protocol;
}
