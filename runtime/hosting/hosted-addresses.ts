import { isLoopback } from '../http/endpoint.ts';
import type { Connection } from '../profile/connection.ts';

/** The addresses of an API that can be used as they are described: whole ones, with https, on this machine, or allowed. */
export function hostedAddresses(
  { addresses, defaultRegion }: Pick<Connection, 'addresses' | 'defaultRegion'>,
  { allowHttp = false }: { readonly allowHttp?: boolean },
): Readonly<Record<string, string>> {
  const usable = Object.entries(addresses).filter(([, address]) => {
    const url = URL.parse(address.replaceAll(/\{[^{}]*\}/g, (_, offset: number) => (offset === 0 ? 'https' : '1')));
    if (url === null) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && (allowHttp || isLoopback(url.hostname)));
  });
  // The usual one is the first that a person chooses from.
  return Object.fromEntries(usable.toSorted(([a], [b]) => Number(b === defaultRegion) - Number(a === defaultRegion)));
}
