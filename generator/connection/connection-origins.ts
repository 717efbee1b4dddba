import type { Connection } from '../../runtime/profile/connection.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';
import type { Json } from '../json/json-schema.ts';
import type { ReadSecurity } from './read-security.ts';
import type { NamedAddress } from './read-servers.ts';

/** Where a connection comes from, and what operations ask for to the letter: what another description is compared with. */
export interface ConnectionOrigins {
  /** JSON Pointer of each part, by its place: `addresses.eu`, `variables.tenant`, `servers.https://files.example.com`, `schemes.key`. */
  readonly pointers: Readonly<Record<string, string>>;
  readonly unsent: ReadSecurity['unsent'];
  readonly needs: ReadSecurity['needs'];
}

/** What a connection was read from. */
export interface ConnectionParts extends Pick<ReadSecurity, 'schemes' | 'unsent'> {
  readonly document: Json;
  /** The addresses of the document's own servers; undefined where it has none. */
  readonly declared: readonly NamedAddress[] | undefined;
  /** By the pointer of an operation, the other server that it is at. */
  readonly others: ReadonlyMap<string, string>;
}

/** JSON Pointer of each part of a connection by its place; of what the description does not write, that of what it follows from. */
export function connectionPointers(
  { variables = {}, servers = {} }: Pick<Connection, 'variables' | 'servers'>,
  { document, declared = [], others, schemes, unsent }: ConnectionParts,
): Readonly<Record<string, string>> {
  const own = declared.map(({ name, address, at }) => ({ name, address, pointer: pointerTo(['servers', at]) }));
  // The first that has one goes before.
  const elsewhere = new Map([...others].toReversed().map(([pointer, address]) => [address, pointer]));
  const all = [...own.map(({ address, pointer }) => [address, pointer] as const), ...elsewhere].toReversed();
  const withVariable = new Map(
    all.flatMap(([address, pointer]) => [...address.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => [name, pointer])),
  );
  /** A variable of two meanings is known by a name of our own as well. */
  const variablePointer = (name: string): string => {
    const server = withVariable.get(name) ?? '';
    const pointer = server + pointerTo(['variables', name]);
    return valueAt(document, pointer) === undefined ? server : pointer;
  };
  return Object.fromEntries([
    ...own.map(({ name, pointer }) => [`addresses.${name}`, pointer]),
    ...Object.keys(variables).map((name) => [`variables.${name}`, variablePointer(name)]),
    ...Object.keys(servers).map((address) => [`servers.${address}`, elsewhere.get(address) ?? '']),
    ...unsent.map((name) => [`schemes.${name}`, pointerTo(['components', 'securitySchemes', name])]),
    ...[...schemes].map(([name, { pointer }]) => [`schemes.${name}`, pointer]),
    ['security', document.security === undefined ? '/components/securitySchemes' : '/security'],
  ]);
}
