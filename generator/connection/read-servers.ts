import type { AddressVariable } from '../../runtime/profile/connection.ts';
import { slugOf } from '../../runtime/value/slug.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { isOpenHttp, serverAddress } from './server-address.ts';

/** One address, by the name that a person chooses it by, and its place in the list. */
export interface NamedAddress {
  readonly name: string;
  readonly address: string;
  readonly at: number;
}

/** The variables of all addresses, told apart where two of one name are defined in two ways. */
export interface KnownVariables {
  readonly all: Map<string, Omit<AddressVariable, 'environment'>>;
}

/** The servers of a list, the default first. Undefined where there is no list, or nothing in it that HTTP reaches. */
export function readServers(
  servers: unknown,
  { location, variables }: { location: string | undefined; variables: KnownVariables },
): readonly NamedAddress[] | undefined {
  const listed = (Array.isArray(servers) ? servers : []).flatMap((server: unknown, at) => {
    if (!isRecord(server) || typeof server.url !== 'string') return [];
    const address = serverAddress(server.url, location);
    return address === undefined ? [] : [{ server, at, address: withVariables(address, server, variables) }];
  });
  // Where the same is to be had by both, nobody wants the open one.
  const all = new Set(listed.map(({ address }) => address));
  const safe = listed.filter(({ address }) => !isOpenHttp(address) || !all.has(address.replace(/^http:/i, 'https:')));
  const unique = [...new Map(safe.map((one) => [one.address, one])).values()];
  const taken = new Set<string>();
  const names = tellingParts(unique.map(({ address }) => address));
  const named = unique.map(({ server, address, at }, index) => ({
    name: freeName(nameOf(server, names[index] ?? ''), taken),
    address,
    at,
  }));
  return named.length === 0 ? undefined : named;
}

/** The address with the names under which its variables are known. */
function withVariables(address: string, { variables }: Json, known: KnownVariables): string {
  const own = isRecord(variables) ? variables : {};
  return address.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = readVariable(Object.hasOwn(own, name) ? own[name] : undefined);
    // Who names a variable and says nothing of it means the one that is known.
    if (isSame(variable, {}) && known.all.has(name)) return `{${name}}`;
    let free = name;
    for (let count = 2; known.all.has(free) && !isSame(known.all.get(free), variable); count += 1)
      free = `${name}_${count}`;
    known.all.set(free, variable);
    return `{${free}}`;
  });
}

function readVariable(value: unknown): Omit<AddressVariable, 'environment'> {
  const { default: preset, enum: values } = isRecord(value) ? value : {};
  const listed = (Array.isArray(values) ? values : []).filter(isScalar).map(String);
  // A default that is none of the values is one all the same.
  const all = isScalar(preset) && listed.length > 0 ? [...new Set([...listed, String(preset)])] : listed;
  return { ...(isScalar(preset) && { default: String(preset) }), ...(all.length > 0 && { enum: all }) };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** By its own name or description; where neither says anything short, by what of its address is its own. */
function nameOf({ name, description }: Json, telling: string): string {
  const words = [name, description]
    .filter((text) => typeof text === 'string')
    .map((text) => slugOf(plainText(text, 200), 60));
  const short = words.find((word) => word !== '' && word.length <= 32);
  return short ?? (slugOf(telling, 60) || 'default');
}

/** What of each address no other has: `eu` of `api.eu.example.com` beside `api.example.com`; nothing of a lone one. */
function tellingParts(addresses: readonly string[]): string[] {
  const parts = addresses.map((address) => address.replace(/^[a-z]+:\/\//i, '').split(/[./]/));
  const counts = new Map<string, number>();
  for (const part of parts.flatMap((all) => [...new Set(all)])) counts.set(part, (counts.get(part) ?? 0) + 1);
  return parts.map((all) =>
    all.filter((part) => (counts.get(part) ?? 0) < addresses.length && !part.includes('{')).join('-'),
  );
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  taken.add(free);
  return free;
}
