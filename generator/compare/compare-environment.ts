import type { ConnectionRecord } from '../connection/connection-record.ts';
import type { Change } from './change.ts';
import { connectionPointer } from './connection-pointer.ts';
import { makeChange } from './make-change.ts';

/** Environment variables whose names changed; what has none any more, or had none, is told of by what they are for. */
export function compareEnvironment(
  before: ConnectionRecord,
  after: ConnectionRecord,
  renamed: ReadonlyMap<string, string>,
): Change[] {
  const names = new Map([...renamed].map(([now, old]) => [old, now]));
  const [old, now] = [rolesOf(before, (name) => names.get(name) ?? name), rolesOf(after)];
  const told = new Set<string>();
  return [...old].flatMap(([role, { place, variable: from }]) => {
    const to = now.get(role)?.variable;
    const key = JSON.stringify([from, to]);
    if (to === undefined || to === from || told.has(key)) return [];
    told.add(key);
    // The variable of all tokens does where a scheme's own is not set.
    const isRead = role.endsWith(' token') && after.environment.token === from;
    return [
      makeChange({
        kind: 'environment variable',
        breaks: isRead ? [] : ['models'],
        place,
        ...{ from, to },
        message: isRead ? `${to} is read before ${from}, which still does` : `${from} is called ${to} now`,
        pointer: connectionPointer(place, before, after),
      }),
    ];
  });
}

/** What a variable is for, as one key, and the part of the connection that it is of. */
function rolesOf(
  { environment, schemes, variables, servers }: ConnectionRecord,
  schemeName: (name: string) => string = (name) => name,
): ReadonlyMap<string, { readonly place: string; readonly variable: string }> {
  const all = [
    ...Object.entries(schemes).flatMap(([name, scheme]) =>
      Object.entries(scheme.environment).map(
        ([part, variable]) => [`schemes.${schemeName(name)}`, part, variable] as const,
      ),
    ),
    ...Object.entries(variables).map(([name, one]) => [`variables.${name}`, 'value', one.environment] as const),
    ...Object.entries(servers).map(([name, one]) => [`servers.${name}`, 'address', one.environment] as const),
    ...Object.entries(environment).map(([part, variable]) => ['environment', part, variable] as const),
  ];
  return new Map(
    all.flatMap(([place, part, variable]) =>
      variable === undefined ? [] : [[`${place} ${part}`, { place, variable }] as const],
    ),
  );
}
