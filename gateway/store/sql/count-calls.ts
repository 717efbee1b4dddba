import { type Kysely, sql } from 'kysely';

/** Counters of calls by hour, day and month in place of `usage`, whose days they begin with; the empty table is left to versions before. */
export async function countCalls(db: Kysely<unknown>): Promise<void> {
  let counters = db.schema
    .createTable('call_counters')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('span', 'text', (column) => column.notNull())
    .addColumn('start', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('tool', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('calls', 'bigint', (column) => column.notNull())
    .addColumn('latency_ms', 'bigint', (column) => column.notNull());
  const bounds = [10, 25, 50, 100, 200, 400, 800, 1600, 3200, 6400, 15_000, 30_000];
  for (const bucket of [...bounds.map((bound) => `upto_${bound}`), 'longer'])
    counters = counters.addColumn(bucket, 'integer', (column) => column.notNull().defaultTo(0));
  await counters
    .addPrimaryKeyConstraint('call_counters_key', ['scope', 'span', 'start', 'tool', 'account_id', 'status'])
    .execute();
  await db.schema
    .createIndex('call_counters_by_account')
    .on('call_counters')
    .columns(['account_id', 'start'])
    .where(sql.ref('span'), '=', 'day')
    .execute();
  await db.schema
    .createIndex('call_counters_by_hour')
    .on('call_counters')
    .column('start')
    .where(sql.ref('span'), '=', 'hour')
    .execute();
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms)
    select 'server:' || server_id, 'day', day, account_id, tool, status, calls, latency_ms from usage`.execute(db);
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms)
    select 'account:' || account_id, 'day', day, account_id, tool, status, sum(calls), sum(latency_ms)
    from usage group by account_id, day, tool, status`.execute(db);
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms)
    select 'gateway', 'day', day, '', tool, status, sum(calls), sum(latency_ms)
    from usage group by day, tool, status`.execute(db);
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms)
    select scope, 'month', substr(start, 1, 7), account_id, tool, status, sum(calls), sum(latency_ms)
    from call_counters group by scope, substr(start, 1, 7), account_id, tool, status`.execute(db);
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms)
    select scope, span, start, account_id, '', status, sum(calls), sum(latency_ms)
    from call_counters group by scope, span, start, account_id, status`.execute(db);
  await sql`delete from usage`.execute(db);
  for (const column of ['last_used_at', 'budget_limit', 'budget_remaining', 'budget_reset_at', 'budget_seen_at'])
    await db.schema.alterTable('accounts').addColumn(column, 'bigint').execute();
}
