import type { RequestHeaders } from './request-headers.ts';

/** A credential in its place in a request; it goes before an argument of the same name. */
export interface Carried {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

/** Sets credentials in headers; cookies are added to those of arguments. */
export function carryInHeaders(headers: RequestHeaders, credentials: readonly Carried[]): void {
  for (const { in: place, name, value } of credentials) {
    if (place === 'header') headers.set(name, value);
    if (place === 'cookie') {
      const others = (headers.get('Cookie') ?? '')
        .split(/; */)
        .filter((pair) => pair !== '' && !pair.startsWith(`${name}=`));
      headers.set('Cookie', [...others, `${name}=${cookieValue(value)}`].join('; '));
    }
  }
}

/** Sets credentials in a query whose other pairs stay letter by letter. */
export function carryInQuery(url: URL, credentials: readonly Carried[]): void {
  for (const { in: place, name, value } of credentials) {
    if (place !== 'query') continue;
    const pairs = url.search.slice(1).split('&');
    const others = pairs.filter((pair) => pair !== '' && !new URLSearchParams(pair).has(name));
    url.search = [...others, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`].join('&');
  }
}

/** As RFC 6265 allows a value; what it does not allow is percent-encoded. */
function cookieValue(value: string): string {
  return /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}
