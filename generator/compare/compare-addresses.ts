import type { ConnectionRecord } from '../connection/connection-record.ts';
import type { Change } from './change.ts';
import { connectionPointer } from './connection-pointer.ts';
import { makeChange } from './make-change.ts';

/** What changed in where calls go that are at the API's own address: the one that is usual, and those that a person may choose. */
export function compareAddresses(before: ConnectionRecord, after: ConnectionRecord): Change[] {
  const [from, to] = [usualAddress(before), usualAddress(after)];
  const regions = Object.entries(before.addresses).flatMap(([name, address]): Change[] => {
    const now = Object.hasOwn(after.addresses, name) ? after.addresses[name] : undefined;
    if (now === address || (name === before.defaultRegion && from !== to && !has(after, address))) return [];
    const pointer = connectionPointer(`addresses.${name}`, before, after);
    const common = { kind: 'server', place: `addresses.${name}`, pointer } as const;
    const other = Object.entries(after.addresses).find(([, one]) => one === address)?.[0];
    if (other !== undefined) {
      // A lone address is chosen by no name.
      if (before.environment.region === undefined || after.environment.region === undefined) return [];
      const message = `${address} is chosen as ${other} now, and was as ${name} (${before.environment.region})`;
      return [makeChange({ ...common, breaks: ['models'], from: name, to: other, message })];
    }
    if (now === undefined || has(before, now))
      return [
        makeChange({
          ...common,
          breaks: ['models'],
          from: address,
          message: `${name} (${address}) is no server of it any more`,
        }),
      ];
    const isSame = filledIn(address, before) === filledIn(now, after);
    return [
      makeChange({
        ...common,
        breaks: isSame ? [] : ['models'],
        ...{ from: address, to: now },
        message: isSame ? `the address of ${name} is written ${now} now` : `${name} is ${now} now, and was ${address}`,
      }),
    ];
  });
  const added = Object.entries(after.addresses)
    .filter(([, address]) => !has(before, address) && address !== to)
    .filter(([name]) => !Object.hasOwn(before.addresses, name))
    .map(([name, address]) =>
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

function usual(before: ConnectionRecord, after: ConnectionRecord): Change[] {
  const [from, to] = [usualAddress(before), usualAddress(after)];
  if (from === to) return [];
  const isSame = filledIn(from, before) === filledIn(to, after);
  // One without a host had to be set before, and what was set goes before what is known now.
  const wasSet = from.startsWith('/');
  return [
    makeChange({
      kind: 'server',
      breaks: isSame || wasSet ? [] : ['models'],
      place: 'server',
      ...{ from, to },
      message: isSame
        ? `the address is written ${to} now, and was ${from}`
        : `calls go to ${to} now unless said otherwise, and went to ${from}`,
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

function has({ addresses }: ConnectionRecord, address: string): boolean {
  return Object.values(addresses).includes(address);
}
