import { type Kysely, sql } from 'kysely';
import type { Page, PageRequest } from './page.ts';
import { readCursor, toPage } from './page.ts';
import type { AuditEntry, Tables, Usage } from './tables.ts';

/** The audit log, newest first, and the counters that are kept longer than it. */
export function createAudit(db: Kysely<Tables>) {
  return {
    insert: async (entries: readonly AuditEntry[]): Promise<void> => {
      await db.insertInto('audit').values(entries).execute();
    },
    /** Adds to the counters; two rows of one key must not be in one call. */
    count: async (usage: readonly Usage[]): Promise<void> => {
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
    /** Of one account, or without one of all. */
    list: async (
      accountId: string | undefined,
      { limit, next_cursor: cursor }: PageRequest,
    ): Promise<Page<AuditEntry>> => {
      let query = db.selectFrom('audit').selectAll();
      if (accountId !== undefined) query = query.where('account_id', '=', accountId);
      if (cursor !== undefined) query = query.where('id', '<', readCursor(cursor).id);
      const found = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return toPage(found, limit, (row) => ({ at: row.at, id: row.id }));
    },
    /** Counters of an account from one day to another (`2026-11-25`), both included. */
    usage: (accountId: string, { from, to }: { from: string; to: string }): Promise<Usage[]> =>
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
    /** Forgets what is older than the retention; `firstId` is the id that the oldest kept entry could have. */
    removeBefore: async (firstId: string): Promise<void> => {
      await db.deleteFrom('audit').where('id', '<', firstId).execute();
    },
  };
}
