import { type Kysely, sql } from 'kysely';
import type { AuditBatch, AuditEntry } from '../contract/audit.ts';
import { type CallCounter, type LatencyHistogram, latencyBuckets } from '../contract/counters.ts';
import type { Engine } from '../contract/engine.ts';
import type { Tables } from '../contract/tables.ts';
import { COUNTED, COUNTER_KEY } from './counters.ts';
import { createRowInsert } from './insert-rows.ts';
import type { ChainPlace } from './link-entries.ts';

/** Entries that belong behind a place in the chain, the place behind them, and what they count. */
interface Appended extends Pick<AuditBatch, 'counters'> {
  readonly after: ChainPlace;
  readonly linked: readonly AuditEntry[];
  readonly end: ChainPlace;
}

/** Stores entries where the chain ends at their place: all of it, or nothing and false where it does not. */
export type AppendAt = (db: Kysely<Tables>, appended: Appended) => Promise<boolean>;

/** Rows of one statement: SQLite takes 32,766 parameters, and a counter has 21. */
const PART = 1000;

const ENTRY_COLUMNS = Object.keys({
  ...{ id: true, at: true, seq: true, hash: true, account_id: true, server_id: true, actor: true, actor_name: true },
  ...{ address: true, action: true, target: true, tool: true, arguments: true, status: true, upstream_status: true },
  ...{ latency_ms: true, request_id: true, call_id: true, times: true, program_id: true },
} satisfies Record<keyof AuditEntry, true>) as (keyof AuditEntry)[];

const COUNTER_COLUMNS = [
  ...Object.keys({
    ...{ scope: true, span: true, start: true, account_id: true, tool: true, status: true },
    ...{ calls: true, latency_ms: true },
  } satisfies Record<Exclude<keyof CallCounter, keyof LatencyHistogram>, true>),
  ...latencyBuckets,
] as (keyof CallCounter)[];

const insertEntries = createRowInsert<AuditEntry, 'audit'>(ENTRY_COLUMNS, (db, rows) =>
  db.insertInto('audit').values(rows),
);

const insertCounters = createRowInsert<CallCounter, 'call_counters'>(COUNTER_COLUMNS, (db, rows) =>
  db
    .insertInto('call_counters')
    .values(rows)
    .onConflict((conflict) => conflict.columns(COUNTER_KEY).doUpdateSet(COUNTED)),
);

/** Statement by statement: each costs some microseconds, since SQLite is in this process. */
async function appendInProcess(db: Kysely<Tables>, { after, linked, end, counters }: Appended): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('audit_chain')
    .set(end)
    .where('name', '=', 'last')
    .where('seq', '=', after.seq)
    .where('hash', '=', after.hash)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (const part of partsOf(linked)) await insertEntries(db, part);
  for (const part of partsOf(counters)) await insertCounters(db, part);
  return true;
}

function* partsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += PART) yield rows.slice(start, start + PART);
}

/** What a counter becomes, in the order of {@link COUNTER_COLUMNS}. */
const counted = sql.join(Object.entries(COUNTED).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));

/** By one statement, which is one message to the server and one back, and as long for many rows as for one. */
async function appendByMessage(db: Kysely<Tables>, { after, linked, end, counters }: Appended): Promise<boolean> {
  const { rows } = await sql<{ readonly moved: number }>`
    with moved as (
      update audit_chain set seq = ${end.seq}, hash = ${end.hash}
      where name = 'last' and seq = ${after.seq} and hash = ${after.hash} returning 1
    ), added as (
      insert into audit (${sql.join(ENTRY_COLUMNS.map((column) => sql.ref(column)))})
      select ${sql.join(ENTRY_COLUMNS.map((column) => sql.ref(column)))}
      from json_populate_recordset(null::audit, ${jsonOf(linked)}) where exists (select from moved)
    ), counted as (
      insert into call_counters (${sql.join(COUNTER_COLUMNS.map((column) => sql.ref(column)))})
      select ${sql.join(COUNTER_COLUMNS.map((column) => sql.ref(column)))}
      from json_populate_recordset(null::call_counters, ${jsonOf(counters)}) where exists (select from moved)
      on conflict (${sql.join(COUNTER_KEY.map((column) => sql.ref(column)))}) do update set ${counted}
    )
    select count(*)::int as moved from moved`.execute(db);
  return rows[0]?.moved === 1;
}

/** As they go over the wire: what is no character of Unicode stands there as the sign for that. */
function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
}

/** How each engine does it. */
export const appendAt = {
  sqlite: (db, appended) =>
    db.isTransaction
      ? appendInProcess(db, appended)
      : db.transaction().execute((within) => appendInProcess(within, appended)),
  postgres: appendByMessage,
} satisfies Record<Engine, AppendAt>;
