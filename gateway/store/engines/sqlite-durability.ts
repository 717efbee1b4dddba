import { open } from 'node:fs/promises';
import {
  ColumnNode,
  type CompiledQuery,
  type DeleteQueryNode,
  type InsertQueryNode,
  type QueryResult,
  TableNode,
  type UpdateQueryNode,
} from 'kysely';
import type { Tables } from '../contract/tables.ts';
import { ConnectionFailure } from './connection-failure.ts';

/**
 * Tables of which a power cut may take the last rows: what is written for every call, and waits for no disk. Each later
 * change of another table makes them last as well, because the log is one file.
 */
const OF_CALLS: ReadonlySet<string> = new Set<keyof Tables>([
  'audit',
  'audit_chain',
  'call_counters',
  'rate_slots',
  'sweeps',
]);

/** True for a statement that changed what a power cut must not take back: all that creates, revokes or is used once. */
export function mustLast({ query }: CompiledQuery, { numAffectedRows, rows }: QueryResult<unknown>): boolean {
  switch (query.kind) {
    case 'SelectQueryNode':
      return false;
    case 'InsertQueryNode':
    case 'UpdateQueryNode':
    case 'DeleteQueryNode':
      return (numAffectedRows ?? BigInt(rows.length)) > 0n && !OF_CALLS.has(tableOf(query) ?? '') && !isUseNote(query);
    default:
      // Those that answer with rows read.
      return numAffectedRows !== undefined;
  }
}

/** What is noted of the use of something, where nothing else is changed. */
const OF_USE: ReadonlySet<string> = new Set([
  ...['last_used_at', 'idle_at'],
  ...['budget_limit', 'budget_remaining', 'budget_reset_at', 'budget_seen_at'],
]);

function isUseNote(query: InsertQueryNode | UpdateQueryNode | DeleteQueryNode): boolean {
  if (query.kind !== 'UpdateQueryNode') return false;
  const names = (query.updates ?? []).map(({ column }) => (ColumnNode.is(column) ? column.column.name : ''));
  return names.length > 0 && names.every((name) => OF_USE.has(name));
}

function tableOf(query: InsertQueryNode | UpdateQueryNode | DeleteQueryNode): string | undefined {
  const table =
    query.kind === 'DeleteQueryNode'
      ? query.from.froms[0]
      : query.kind === 'InsertQueryNode'
        ? query.into
        : query.table;
  return table !== undefined && TableNode.is(table) ? table.table.identifier.name : undefined;
}

/**
 * Waits until all that was committed to the database of this file is on its disk. SQLite could do so itself, but with all
 * of this process; it syncs the beginning of its log, and the database, whenever it has to.
 */
export async function syncLog(file: string): Promise<void> {
  try {
    // Locks that SQLite holds are on other files: they would end where this one is closed.
    await using log = await open(`${file}-wal`, 'r+');
    await log.datasync();
  } catch (cause) {
    throw new ConnectionFailure('lost', 'the disk did not confirm a change', { cause });
  }
}
