import type { ConnectionRecord } from '../connection/connection-record.ts';
import { isOpenHttp } from '../connection/server-address.ts';
import type { Change } from './change.ts';
import { connectionPointer } from './connection-pointer.ts';
import { makeChange } from './make-change.ts';

/** What changed in where calls go that are at the API's own address: the one that is usual, and those that a person may choose. */
export function compareAddresses(before: ConnectionRecord, after: ConnectionRecord): Change[] {
  const [old, now] = [namesOf(before), namesOf(after)];
  const isUsual = usualAddress(before) === usualAddress(after);
  /** Addresses that are said to be another one's, by name. */
  const told = new Set(isUsual ? [] : [usualAddress(after)]);
  const regions = Object.entries(before.addresses).flatMap(([name, from]): Change[] => {
    const to = Object.hasOwn(after.addresses, name) ? after.addresses[name] : undefined;
    if (to === from) return [];
    const pointer = connectionPointer(`addresses.${name}`, before, after);
    const common = { kind: 'server', place: `addresses.${name}`, pointer } as const;
    const other = now.get(from);
    if (other !== undefined) {
      // A lone address is chosen by no name.
      if (before.environment.region === undefined || after.environment.region === undefined) return [];
      const message = `${from} is chosen as ${other} now, and was as ${name} (${before.environment.region})`;
      return [makeChange({ ...common, breaks: ['models'], from: name, to: other, message })];
    }
    const isReplaced = to !== undefined && !old.has(to);
    if (!isUsual && from === usualAddress(before) && (!isReplaced || told.has(to))) return [];
    if (!isReplaced) {
      const message = `${name} (${from}) is no server of it any more`;
      return [makeChange({ ...common, breaks: ['models'], from, message })];
    }
    told.add(to);
    const isSame = filledIn(from, before) === filledIn(to, after);
    return [
      makeChange({
        ...common,
        breaks: isSame ? [] : ['models'],
        ...{ from, to },
        message: isSame ? `the address of ${name} is written ${to} now` : `${name} is ${to} now, and was ${from}`,
      }),
    ];
  });
  const added = [...now]
    .filter(([address]) => !old.has(address) && !told.has(address))
    .map(([address, name]) =>
      makeChange({
        kind: 'server',
        place: `addresses.${name}`,
        to: address,
        message: `it can be reached at ${address} as well (${name})`,
        pointer: connectionPointer(`addresses.${name}`, after),
      }),
    );
  return [...usual(before, after), ...regions, ...added];
}

/** The names by which addresses are chosen, by these. */
function namesOf({ addresses }: ConnectionRecord): ReadonlyMap<string, string> {
  return new Map(Object.entries(addresses).map(([name, address]) => [address, name]));
}

function usual(before: ConnectionRecord, after: ConnectionRecord): Change[] {
  const [from, to] = [usualAddress(before), usualAddress(after)];
  if (from === to) return [];
  const isSame = filledIn(from, before) === filledIn(to, after);
  // One without a host had to be set before, and what was set goes before what is known now.
  const wasSet = from.startsWith('/') && !to.startsWith('/');
  const { allowHttp } = after.environment;
  const allowed = allowHttp !== undefined && isOpenHttp(to) ? `, where ${allowHttp}=1 allows that` : '';
  return [
    makeChange({
      kind: 'server',
      breaks: isSame || wasSet ? [] : ['models'],
      place: 'server',
      ...{ from, to },
      message: isSame
        ? `the address is written ${to} now, and was ${from}`
        : `calls go to ${to} now unless said otherwise${allowed}, and went to ${from}`,
      pointer:
        connectionPointer(`addresses.${after.defaultRegion}`, after) ||
        connectionPointer(`addresses.${before.defaultRegion}`, before),
    }),
  ];
}

/** The address that calls go to unless said otherwise. */
export function usualAddress({ addresses, defaultRegion = '' }: ConnectionRecord): string {
  return (Object.hasOwn(addresses, defaultRegion) ? addresses[defaultRegion] : undefined) ?? '/';
}

/** An address with what its variables are unless set otherwise. */
function filledIn(address: string, { variables }: ConnectionRecord): string {
  return address.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name]?.default ?? whole) : whole,
  );
}
