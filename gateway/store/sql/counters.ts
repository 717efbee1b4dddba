import { type Kysely, sql } from 'kysely';
import {
  ALL_TOOLS,
  type CounterRepository,
  type CountRange,
  type CountWhose,
  type LatencyBucket,
  latencyBuckets,
} from '../contract/counters.ts';
import type { Tables } from '../contract/tables.ts';

/** Counters of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766, and a row has 21. */
const PART = 1000;

/** What no two counters have the same of. */
export const COUNTER_KEY = ['scope', 'span', 'start', 'tool', 'account_id', 'status'] as const;

const SERVER = 'server:';

/** What a counter that is there becomes. */
export const COUNTED = Object.fromEntries(
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

/** Calls of tools by hour, day and month: one row for each scope, so that a chart is read and not summed up. */
export function createCounters(db: Kysely<Tables>): CounterRepository {
  const of = ({ scopes, span, account_ids }: CountWhose) => {
    const kept = db.selectFrom('call_counters').where('scope', 'in', scopes).where('span', '=', span);
    return account_ids === undefined ? kept : kept.where('account_id', 'in', account_ids);
  };
  const within = (range: CountRange) => of(range).where('start', '>=', range.from).where('start', '<=', range.to);
  const isNone = ({ scopes, account_ids }: CountWhose) => scopes.length === 0 || account_ids?.length === 0;

  return {
    add: async (counters) => {
      for (let start = 0; start < counters.length; start += PART)
        await db
          .insertInto('call_counters')
          .values(counters.slice(start, start + PART))
          .onConflict((conflict) => conflict.columns(COUNTER_KEY).doUpdateSet(COUNTED))
          .execute();
    },
    // Each span is named: those of one tool, or of all together, are found without a look at those of each.
    byStart: async (whose, starts) => {
      if (isNone(whose) || starts.length === 0) return [];
      const counted = of(whose)
        .where('start', 'in', starts)
        .where('tool', '=', whose.tool ?? ALL_TOOLS);
      return counted
        .select(['start', 'status', calls, ...histogram])
        .groupBy(['start', 'status'])
        .execute();
    },
    byTool: async (range) => {
      if (isNone(range)) return [];
      const counted = within(range).where('tool', range.tool === undefined ? '<>' : '=', range.tool ?? ALL_TOOLS);
      return counted
        .select(['tool', 'status', calls, ...histogram])
        .groupBy(['tool', 'status'])
        .execute();
    },
    byStartAndTool: async (whose, starts, tools) => {
      if (isNone(whose) || starts.length === 0 || tools.length === 0) return [];
      const counted = of(whose).where('start', 'in', starts).where('tool', 'in', tools);
      return counted.select(['start', 'tool', calls]).groupBy(['start', 'tool']).execute();
    },
    byScope: async (range) => {
      if (isNone(range)) return [];
      const counted = within(range).where('tool', '=', range.tool ?? ALL_TOOLS);
      return counted.select(['scope', calls]).groupBy('scope').execute();
    },
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
        .where('tool', '<>', ALL_TOOLS)
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
