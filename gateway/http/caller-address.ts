import type { Context } from 'hono';
import { type AddressSet, plainAddress } from './address-set.ts';

/** The address of a caller that came by no socket, or by one without an address. */
export const UNKNOWN_ADDRESS = 'unknown';

/** Tells the caller's address from that of the socket, and from `X-Forwarded-For` where the socket is a trusted proxy's. */
export type AddressReader = (peer: string | undefined, headers: Headers) => string;

/** What a gateway's routes know beside the request. */
export interface CallerBindings {
  readonly caller: string;
}

/** The caller's address: an IPv4 or IPv6 address, or {@link UNKNOWN_ADDRESS}. */
export function callerAddress(c: Context): string {
  const { caller }: CallerBindings = c.env;
  return caller;
}

/**
 * An {@link AddressReader} that trusts these proxies, which append to `X-Forwarded-For`: the address is the last one there
 * that none of them has. What a caller writes into the header stands before it, and is never taken.
 */
export function createAddressReader(trustedProxies: AddressSet): AddressReader {
  return (peer, headers) => {
    const address = plainAddress(peer ?? '');
    if (address === undefined) return UNKNOWN_ADDRESS;
    if (!trustedProxies.has(address)) return address;
    const forwarded = (headers.get('x-forwarded-for') ?? '').slice(-LONGEST_HEADER).split(',');
    let nearest = address;
    for (const text of forwarded.reverse()) {
      const next = plainAddress(text.trim());
      if (next === undefined) return nearest;
      nearest = next;
      if (!trustedProxies.has(next)) return next;
    }
    return nearest;
  };
}

/** Characters of `X-Forwarded-For` that are read, from its end. */
const LONGEST_HEADER = 2000;
