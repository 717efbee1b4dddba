import { type Kysely, sql } from 'kysely';
import type { McpServerRow, ServerRepository, Tombstone } from '../contract/servers.ts';
import type { Tables } from '../contract/tables.ts';
import { newestFirst } from './page.ts';

/** MCP servers, newest first. */
export function createServers(db: Kysely<Tables>): ServerRepository {
  return {
    insert: async (server) => {
      await db.insertInto('servers').values(server).execute();
    },
    get: (accountId, id) =>
      db.selectFrom('servers').selectAll().where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst(),
    getById: (id) => db.selectFrom('servers').selectAll().where('id', '=', id).executeTakeFirst(),
    list: (accountId, page) =>
      newestFirst(db.selectFrom('servers').selectAll().where('account_id', '=', accountId), page),
    find: async (digest) => {
      const server = await db.selectFrom('servers').selectAll().where('digest', '=', digest).executeTakeFirst();
      if (server === undefined) {
        const tombstone = await db
          .selectFrom('tombstones')
          .select('reason')
          .where('digest', '=', digest)
          .executeTakeFirst();
        return tombstone && { ended: tombstone.reason };
      }
      const account = await db
        .selectFrom('accounts')
        .selectAll()
        .where('id', '=', server.account_id)
        .executeTakeFirst();
      // Removed between the two reads.
      return account === undefined ? { ended: 'revoked' } : { server, account };
    },
    update: async (accountId, id, changes) => {
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set(changes)
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    touch: async (id, at) => {
      await db
        .updateTable('servers')
        .set({ last_used_at: at, idle_at: sql`${at} + idle_ms` })
        .where('id', '=', id)
        .execute();
    },
    rotate: async (accountId, id, { digest, now, until }) => {
      // Locks the row, so that the digest that is read is the one that is replaced, whoever else rotates.
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set({ updated_at: now })
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      const old = await db.selectFrom('servers').select('digest').where('id', '=', id).execute();
      await leaveTombstones(db, old, { reason: 'revoked', until });
      await db.updateTable('servers').set({ digest }).where('id', '=', id).execute();
      return true;
    },
    remove: async (accountId, id, until) => {
      const removed = await db
        .deleteFrom('servers')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .returning('digest')
        .execute();
      await leaveTombstones(db, removed, { reason: 'revoked', until });
      return removed.length > 0;
    },
    removeOf: async (accountId, until) => {
      const removed = await db.deleteFrom('servers').where('account_id', '=', accountId).returning('digest').execute();
      await leaveTombstones(db, removed, { reason: 'revoked', until });
    },
    removeExpired: async (now, until) => {
      const removed = await db
        .deleteFrom('servers')
        .where((where) => where.or([where('expires_at', '<=', now), where('idle_at', '<=', now)]))
        .returning('digest')
        .execute();
      await leaveTombstones(db, removed, { reason: 'expired', until });
      return removed.length;
    },
    removeTombstones: async (now) => {
      await db.deleteFrom('tombstones').where('until', '<=', now).execute();
    },
  };
}

/** Tombstones of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const LARGEST_BATCH = 1000;

/** Remembers what was deleted, from the statement that deleted it: no other process can have changed a digest in between. */
async function leaveTombstones(
  db: Kysely<Tables>,
  removed: readonly Pick<McpServerRow, 'digest'>[],
  { reason, until }: Pick<Tombstone, 'reason' | 'until'>,
): Promise<void> {
  for (let start = 0; start < removed.length; start += LARGEST_BATCH) {
    await db
      .insertInto('tombstones')
      .values(removed.slice(start, start + LARGEST_BATCH).map(({ digest }) => ({ digest, reason, until })))
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
  }
}
