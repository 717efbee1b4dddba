import type { ConnectionRecord } from '../connection/connection-record.ts';
import { needsOf } from '../connection/read-needs.ts';
import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Change } from './change.ts';
import { compareAddresses, usualAddress } from './compare-addresses.ts';
import { compareEnvironment } from './compare-environment.ts';
import { compareNeeds } from './compare-needs.ts';
import { compareSchemes, renamedSchemes } from './compare-schemes.ts';
import { compareToolServer } from './compare-tool-server.ts';
import { compareVariables } from './compare-variables.ts';
import { connectionPointer } from './connection-pointer.ts';
import { changeOf, makeChange } from './make-change.ts';
import type { Side, ToolPair } from './match-tools.ts';

/** How each side is reached; undefined where an earlier generator did not write it down. */
export interface ComparedConnections {
  readonly before: ConnectionRecord | undefined;
  readonly after: ConnectionRecord | undefined;
  /** The tools of both, and the descriptions that have their operations. */
  readonly pairs: readonly ToolPair[];
  readonly sides: { readonly before: Side; readonly after: Side };
}

/** What changed in how the API is reached: for whoever runs a server or a program, what is set for it fits no more. */
export function compareConnections({ before, after, pairs, sides }: ComparedConnections): Change[] {
  if (after === undefined) return [];
  if (before === undefined)
    return [
      makeChange({
        kind: 'connection',
        isCosmetic: true,
        place: '',
        message: 'what was generated before says nothing of servers and credentials: they are compared from now on',
        pointer: '',
      }),
    ];
  const renamed = renamedSchemes(before, after);
  return [
    ...compareAddresses(before, after),
    ...compareVariables(before, after),
    ...compareSchemes(before, after, renamed),
    ...compareEnvironment(before, after, renamed),
    ...compareTools({ before, after, renamed }, pairs, sides),
  ];
}

interface Records {
  readonly before: ConnectionRecord;
  readonly after: ConnectionRecord;
  readonly renamed: ReadonlyMap<string, string>;
}

/** What single tools need, and where they are; what they have from the API as a whole is said once. */
function compareTools(
  { before, after, renamed }: Records,
  pairs: readonly ToolPair[],
  sides: ComparedConnections['sides'],
): Change[] {
  const usual = compareNeeds(before.security, after.security, renamed);
  let isUsual = false;
  const changes = pairs.flatMap((pair): Change[] => {
    const [old, now] = [
      sides.before.description.operationAt(pair.before.method, pair.before.path),
      sides.after.description.operationAt(pair.after.method, pair.after.path),
    ];
    if (!old || !now) return [];
    const pointer = sides.after.description.pointerOf(now);
    const [from, to] = [ownNeeds(old) ?? before.security, ownNeeds(now) ?? after.security];
    const isAsUsual = usual !== undefined && sameJson(from, before.security) && sameJson(to, after.security);
    if (isAsUsual) isUsual = true;
    const own = isAsUsual ? undefined : compareNeeds(from, to, renamed);
    return [
      ...(own ? [makeChange({ ...own, pointer })] : []),
      ...compareToolServer(
        { server: serverOf(old), usual: usualAddress(before), all: before },
        { server: serverOf(now), usual: usualAddress(after), all: after },
        pointer,
      ),
    ].map((change) => changeOf(pair.after, change));
  });
  const general =
    isUsual && usual ? [makeChange({ ...usual, pointer: connectionPointer('security', before, after) })] : [];
  return [...general, ...changes];
}

/** What an operation needs that says so itself. */
function ownNeeds({ security }: Json): ReturnType<typeof needsOf> | undefined {
  return Array.isArray(security) ? needsOf(security, { isSilent: false, sent: new Map() }) : undefined;
}

function serverOf({ servers }: Json): string | undefined {
  const [first] = Array.isArray(servers) ? servers.filter(isRecord) : [];
  return typeof first?.url === 'string' ? first.url : undefined;
}
