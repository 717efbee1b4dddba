import { type Kysely, sql } from 'kysely';
import type { RateWindowRepository } from '../contract/rate-windows.ts';
import type { Tables } from '../contract/tables.ts';

/** Calls of servers within fixed windows, counted for all processes together. */
export function createRateWindows(db: Kysely<Tables>): RateWindowRepository {
  return {
    spend: async (serverId, startedAt) => {
      const { calls } = await db
        .insertInto('rate_windows')
        .values({ server_id: serverId, started_at: startedAt, calls: 1 })
        .onConflict((conflict) =>
          conflict.column('server_id').doUpdateSet({
            calls: sql`case when rate_windows.started_at >= excluded.started_at then rate_windows.calls + 1 else 1 end`,
            started_at: sql`case when rate_windows.started_at >= excluded.started_at then rate_windows.started_at else excluded.started_at end`,
          }),
        )
        .returning('calls')
        .executeTakeFirstOrThrow();
      return calls;
    },
  };
}
