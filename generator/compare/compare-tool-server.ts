import type { ConnectionRecord } from '../connection/connection-record.ts';
import { sameJson } from '../json/json-schema.ts';
import type { Change } from './change.ts';
import { makeChange } from './make-change.ts';

/** Where a tool is: at a server of its own, or at the API's. */
export interface ToolServer {
  readonly server: string | undefined;
  readonly usual: string;
  readonly all: ConnectionRecord;
}

/** What changed in the server of one tool; what moves with the API's own address is told of that. */
export function compareToolServer(before: ToolServer, after: ToolServer, pointer: string): Change[] {
  if (before.server === after.server) return compareRegions(before, after, pointer);
  const [from, to] = [before.server ?? before.usual, after.server ?? after.usual];
  const variable = after.server === undefined ? after.all.environment.baseUrl : variableOf(after);
  const set = variable === undefined ? '' : `, which ${variable} replaces`;
  const isSame = from === to;
  return [
    makeChange({
      kind: 'server',
      breaks: isSame ? [] : ['models'],
      place: 'server',
      ...{ from, to },
      message: isSame
        ? `it is at ${to} by ${after.server === undefined ? 'the address of the API' : 'an address of its own'} now${set}`
        : `calls go to ${to} now${set}, and went to ${from}`,
      pointer,
    }),
  ];
}

/** The addresses of one server in other regions. */
function compareRegions(before: ToolServer, after: ToolServer, pointer: string): Change[] {
  const { server } = after;
  const [from, to] = [before, after].map(
    ({ all }) =>
      (server !== undefined && Object.hasOwn(all.servers, server) ? all.servers[server]?.addresses : {}) ?? {},
  );
  if (server === undefined || sameJson(from, to)) return [];
  const lost = Object.entries(from ?? {}).some(([region, address]) => to?.[region] !== address);
  return [
    makeChange({
      kind: 'server',
      breaks: lost ? ['models'] : [],
      place: `servers.${server}`,
      ...{ from, to },
      message: `${server} has other addresses in other regions now`,
      pointer,
    }),
  ];
}

function variableOf({ server = '', all }: ToolServer): string | undefined {
  return Object.hasOwn(all.servers, server) ? all.servers[server]?.environment : undefined;
}
