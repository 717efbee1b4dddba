import { type Kysely, sql } from 'kysely';
import type { AuditRepository } from '../contract/audit.ts';
import type { Tables } from '../contract/tables.ts';
import { readCursor, toPage } from './page.ts';

/** The audit log, newest first, and the counters that are kept longer than it. */
export function createAudit(db: Kysely<Tables>): AuditRepository {
  return {
    insert: async (entries) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('audit')
        .values(entries)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    count: async (usage) => {
      await db
        .insertInto('usage')
        .values(usage)
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'day', 'server_id', 'tool', 'status']).doUpdateSet({
            calls: sql`usage.calls + excluded.calls`,
            latency_ms: sql`usage.latency_ms + excluded.latency_ms`,
          }),
        )
        .execute();
    },
    list: async (accountId, { limit, next_cursor: cursor }) => {
      let query = db.selectFrom('audit').selectAll();
      if (accountId !== undefined) query = query.where('account_id', '=', accountId);
      if (cursor !== undefined) query = query.where('id', '<', readCursor(cursor).id);
      const found = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return toPage(found, limit, (row) => ({ at: row.at, id: row.id }));
    },
    usage: (accountId, { from, to }) =>
      db
        .selectFrom('usage')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('server_id')
        .orderBy('tool')
        .orderBy('status')
        .execute(),
    removeBefore: async (firstId) => {
      await db.deleteFrom('audit').where('id', '<', firstId).execute();
    },
  };
}
