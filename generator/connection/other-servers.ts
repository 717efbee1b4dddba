import type { CallableOperation } from './callable-operations.ts';
import { type KnownVariables, type NamedAddress, readServers } from './read-servers.ts';

/** Servers beside the API's own, and which operations are at them. */
export interface OtherServers {
  /** By the address that tools name: the same server in other regions. */
  readonly servers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By the pointer of an operation, the server that it is at. */
  readonly of: ReadonlyMap<string, string>;
}

/** Reads the servers of paths and of operations; those that are the API's own are none. */
export function otherServers(
  operations: readonly CallableOperation[],
  { own, main: first }: { own: readonly NamedAddress[]; main: NamedAddress | undefined },
  variables: KnownVariables,
): OtherServers {
  const servers = new Map<string, Readonly<Record<string, string>>>();
  const of = new Map<string, string>();
  const regions = new Set(own.map(({ name }) => name));
  for (const { pointer, raw, item } of operations) {
    // What has no host is below that of the API, wherever that is.
    const read = { location: undefined, variables };
    const [main, ...rest] = readServers(raw.servers, read) ?? readServers(item.servers, read) ?? [];
    if (main === undefined || main.address === first?.address) continue;
    const address = main.address === '/' ? '/' : main.address.replace(/\/+$/, '');
    of.set(pointer, address);
    const elsewhere = [main, ...rest].filter(({ name, address: other }) => regions.has(name) && other !== main.address);
    servers.set(address, {
      ...servers.get(address),
      ...Object.fromEntries(elsewhere.map(({ name, address: other }) => [name, other])),
    });
  }
  return { servers, of };
}
