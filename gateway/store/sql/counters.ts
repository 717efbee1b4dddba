import { type Kysely, sql } from 'kysely';
import { type CounterRepository, type CountRange, type LatencyBucket, latencyBuckets } from '../contract/counters.ts';
import type { Tables } from '../contract/tables.ts';

/** Counters of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766, and a row has 21. */
const PART = 1000;

const KEY = ['scope', 'span', 'start', 'account_id', 'tool', 'status'] as const;

const SERVER = 'server:';

const added = Object.fromEntries(
  (['calls', 'latency_ms', ...latencyBuckets] as const).map((column) => [
    column,
    sql<number>`${sql.ref(`call_counters.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
  ]),
);

/** A sum as a whole number: PostgreSQL makes something longer of it. */
function sum<Column extends 'calls' | LatencyBucket>(column: Column) {
  return sql<number>`cast(sum(${sql.ref(column)}) as bigint)`.as(column);
}

const calls = sum('calls');
const histogram = latencyBuckets.map((bucket) => sum(bucket));

/** Calls of tools by hour and day: one row for each scope, so that a chart is read and not summed up. */
export function createCounters(db: Kysely<Tables>): CounterRepository {
  const within = ({ scopes, span, from, to, tool, account_ids }: CountRange) => {
    let kept = db
      .selectFrom('call_counters')
      .where('scope', 'in', scopes)
      .where('span', '=', span)
      .where('start', '>=', from)
      .where('start', '<=', to);
    if (account_ids !== undefined) kept = kept.where('account_id', 'in', account_ids);
    return tool === undefined ? kept : kept.where('tool', '=', tool);
  };
  const isNone = ({ scopes, account_ids }: CountRange) => scopes.length === 0 || account_ids?.length === 0;

  return {
    add: async (counters) => {
      for (let start = 0; start < counters.length; start += PART)
        await db
          .insertInto('call_counters')
          .values(counters.slice(start, start + PART))
          .onConflict((conflict) => conflict.columns(KEY).doUpdateSet(added))
          .execute();
    },
    byStart: async (range) => {
      if (isNone(range)) return [];
      const counted = within(range).select(['start', 'status', calls, ...histogram]);
      return counted.groupBy(['start', 'status']).execute();
    },
    byTool: async (range) => {
      if (isNone(range)) return [];
      const counted = within(range).select(['tool', 'status', calls, ...histogram]);
      return counted.groupBy(['tool', 'status']).execute();
    },
    byStartAndTool: async (range) =>
      isNone(range) ? [] : within(range).select(['start', 'tool', calls]).groupBy(['start', 'tool']).execute(),
    byScope: async (range) => (isNone(range) ? [] : within(range).select(['scope', calls]).groupBy('scope').execute()),
    usage: async (accountId, { from, to }) => {
      const rows = await db
        .selectFrom('call_counters')
        .select(['start', 'scope', 'account_id', 'tool', 'status', 'calls', 'latency_ms'])
        .where('account_id', '=', accountId)
        // As the index has it: a parameter would not be known to be that.
        .where(sql<boolean>`span = 'day'`)
        .where('start', '>=', from)
        .where('start', '<=', to)
        .where('scope', '<>', `account:${accountId}`)
        .orderBy('start')
        .orderBy('scope')
        .orderBy('tool')
        .orderBy('status')
        .execute();
      return rows.map(({ start, scope, ...row }) => ({ day: start, server_id: scope.slice(SERVER.length), ...row }));
    },
    removeHours: async (before) => {
      await db.deleteFrom('call_counters').where(sql<boolean>`span = 'hour'`).where('start', '<', before).execute();
    },
  };
}
