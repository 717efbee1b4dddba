import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';

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

/** Addresses and ranges of them. */
export interface AddressSet {
  readonly has: (address: string) => boolean;
}

/** Reads addresses and ranges such as `10.0.0.0/8` or `fd00::/8`; answers the first text that is none. */
export function readAddresses(texts: readonly string[]): AddressSet | { readonly wrong: string } {
  const list = new BlockList();
  for (const text of texts) if (!addRange(list, text)) return { wrong: text };
  return {
    has: (text) => {
      const address = plainAddress(text);
      return address !== undefined && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
    },
  };
}

function addRange(list: BlockList, text: string): boolean {
  const [base = '', bits, ...rest] = text.split('/');
  const address = plainAddress(base);
  if (address === undefined || rest.length > 0) return false;
  const [family, longest] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
  // An IPv4 address that is written as one of IPv6 has other bits than it is read with.
  if (bits !== undefined && (address !== base.toLowerCase() || !/^\d{1,3}$/.test(bits))) return false;
  const length = bits === undefined ? longest : Number(bits);
  if (length > longest) return false;
  list.addSubnet(address, length, family);
  return true;
}

/** One form of an address: without brackets, port and zone, and an IPv4 address within IPv6 as what it is; undefined for other texts. */
function plainAddress(text: string): string | undefined {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? [];
  const [, withPort] = /^([\d.]+):\d+$/.exec(text) ?? [];
  const address = (bracketed ?? withPort ?? text).toLowerCase().replace(/%[\w.-]*$/, '');
  const inner = address.replace(/^::ffff:(?=[\d.]+$)/, '');
  return isIP(inner) === 0 ? undefined : inner;
}
