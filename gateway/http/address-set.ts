import { BlockList, isIP } from 'node:net';

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
export function plainAddress(text: string): string | undefined {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? [];
  const [, withPort] = /^([\d.]+):\d+$/.exec(text) ?? [];
  const address = (bracketed ?? withPort ?? text).toLowerCase().replace(/%[\w.-]*$/, '');
  const inner = address.replace(/^::ffff:(?=[\d.]+$)/, '');
  return isIP(inner) === 0 ? undefined : inner;
}
