import type { Kysely } from 'kysely';
import type { AuditBatch, AuditEntry } from '../contract/audit.ts';
import { type CallCounter, type LatencyHistogram, latencyBuckets } from '../contract/counters.ts';
import type { Tables } from '../contract/tables.ts';
import type { ChainPlace } from './link-entries.ts';

/** Entries that belong behind a place in the chain, the place behind them, and what they count. */
export interface Appended extends Pick<AuditBatch, 'counters'> {
  readonly after: ChainPlace;
  readonly linked: readonly AuditEntry[];
  readonly end: ChainPlace;
}

/** Where a batch was put: behind this place, up to that one. */
export interface Placed {
  readonly after: ChainPlace;
  readonly end: ChainPlace;
}

/** How an engine puts entries at the end of the chain. */
export interface ChainWriter {
  /** Stores entries where the chain ends at their place and nobody else is about to write: all of it, or nothing and false. */
  readonly appendAt: (db: Kysely<Tables>, appended: Appended) => Promise<boolean>;
  /** Stores a batch, taken as late as can be, behind the end that others may have moved, or nothing where a try before this one did. */
  readonly appendAtEnd: (db: Kysely<Tables>, take: () => AuditBatch) => Promise<Placed>;
}

/** The columns of an entry. */
export const ENTRY_COLUMNS = Object.keys({
  ...{ id: true, at: true, seq: true, hash: true, account_id: true, server_id: true, actor: true, actor_name: true },
  ...{ address: true, action: true, target: true, tool: true, arguments: true, status: true, upstream_status: true },
  ...{ latency_ms: true, request_id: true, call_id: true, times: true, program_id: true },
} satisfies Record<keyof AuditEntry, true>) as (keyof AuditEntry)[];

/** The columns of a counter that are numbers. */
export const COUNT_COLUMNS = ['calls', 'latency_ms', ...latencyBuckets] as const;

/** The columns of a counter. */
export const COUNTER_COLUMNS = [
  ...Object.keys({
    ...{ scope: true, span: true, start: true, account_id: true, tool: true, status: true },
    ...{ calls: true, latency_ms: true },
  } satisfies Record<Exclude<keyof CallCounter, keyof LatencyHistogram>, true>),
  ...latencyBuckets,
] as (keyof CallCounter)[];
