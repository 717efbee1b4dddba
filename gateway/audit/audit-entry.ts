import { randomBytes } from 'node:crypto';
import type { AuditAction, AuditBy, AuditLink, NewAuditEntry } from '../store/contract/audit.ts';

/** What happened, before it has a place in the log. */
export interface AuditEvent extends Partial<Omit<NewAuditEntry, 'id' | 'at' | 'actor'>>, Pick<AuditBy, 'actor'> {
  readonly action: AuditAction;
  readonly status: string;
}

/** The gateway itself, as the one who did something. */
export const BY_SYSTEM: AuditBy = { actor: 'system', actor_name: null, address: null };

/** Somebody who gave a command on the machine of the gateway. */
export const BY_COMMAND: AuditBy = { actor: 'command', actor_name: null, address: null };

const EMPTY = {
  actor_name: null,
  address: null,
  account_id: null,
  server_id: null,
  target: null,
  tool: null,
  arguments: null,
  upstream_status: null,
  latency_ms: null,
  request_id: null,
  call_id: null,
  times: null,
  program_id: null,
};

/** An entry of this time, in milliseconds. */
export function newAuditEntry(event: AuditEvent, at: number): NewAuditEntry {
  return { ...EMPTY, ...event, id: newAuditId(at), at };
}

/** Links entries by a keyed hash: who can write the store but has not the gateway's keys cannot make one. */
export function createAuditLink(digest: (text: string) => string): AuditLink {
  return (previous, seq, entry) =>
    digest(
      JSON.stringify([
        ...['audit', previous, seq, entry.id, entry.at, entry.account_id, entry.server_id],
        ...[
          entry.actor,
          entry.actor_name,
          entry.address,
          entry.action,
          entry.target,
          entry.tool,
          entry.arguments,
          entry.status,
        ],
        ...[entry.upstream_status, entry.latency_ms, entry.request_id, entry.call_id, entry.times],
        // An entry of no program has the hash that it had before there were programs.
        ...(entry.program_id === null ? [] : [entry.program_id]),
      ]),
    );
}

/** Tells the entries of two processes apart. */
const processId = randomBytes(6).toString('hex');
let counter = 0;

/** An id that sorts by time, and within a millisecond of one process by its order. */
export function newAuditId(at: number): string {
  counter = (counter + 1) % 36 ** 4;
  return `${firstAuditId(at)}${counter.toString(36).padStart(4, '0')}${processId}`;
}

/** The least id of an entry of this time, in milliseconds. */
export function firstAuditId(at: number): string {
  return Math.max(0, at).toString(36).padStart(9, '0');
}
