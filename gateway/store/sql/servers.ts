import { type Kysely, sql } from 'kysely';
import type { McpServerRow, ServerRepository, Tombstone } from '../contract/servers.ts';
import type { Tables } from '../contract/tables.ts';
import { countByAccount } from './count-servers.ts';
import { foldedOrNull, foldedText } from './folded-text.ts';
import { listServers } from './list-servers.ts';
import { ACCOUNT_COLUMNS, SERVER_COLUMNS } from './shown-columns.ts';
import { viewsOneOf } from './views-one-of.ts';

/** MCP servers, newest first. */
export function createServers(db: Kysely<Tables>): ServerRepository {
  return {
    insert: async (server) => {
      await db
        .insertInto('servers')
        .values({ ...server, folded_name: foldedText(server.name), folded_owner: foldedOrNull(server.owner) })
        .execute();
    },
    get: (accountId, id) => viewing(db, accountId).where('id', '=', id).executeTakeFirst(),
    getById: (id) => db.selectFrom('servers').select(SERVER_COLUMNS).where('id', '=', id).executeTakeFirst(),
    list: (query) => listServers(db, query),
    countByAccount: (accountIds, now) => countByAccount(db, accountIds, now),
    furtherAccounts: async (ids) => {
      if (ids.length === 0) return [];
      return db
        .selectFrom('server_accounts')
        .selectAll()
        .where('server_id', 'in', ids)
        .orderBy('server_id')
        .orderBy('account_id')
        .execute();
    },
    setFurtherAccounts: async (id, accountIds) => {
      await db.deleteFrom('server_accounts').where('server_id', '=', id).execute();
      if (accountIds.length === 0) return;
      await db
        .insertInto('server_accounts')
        .values(accountIds.map((accountId) => ({ server_id: id, account_id: accountId })))
        .execute();
    },
    find: async (digest) => {
      const server = await db
        .selectFrom('servers')
        .select(SERVER_COLUMNS)
        .where('digest', '=', digest)
        .executeTakeFirst();
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
        .select(ACCOUNT_COLUMNS)
        .where('id', '=', server.account_id)
        .executeTakeFirst();
      // Removed between the two reads.
      return account === undefined ? { ended: 'revoked' } : { server, account };
    },
    update: async (accountId, id, changes) => {
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set({
          ...changes,
          ...(changes.name !== undefined && { folded_name: foldedText(changes.name) }),
          ...(changes.owner !== undefined && { folded_owner: foldedOrNull(changes.owner) }),
        })
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
      await passOn(db, accountId);
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

function viewing(db: Kysely<Tables>, accountId: string) {
  return db
    .selectFrom('servers')
    .select(SERVER_COLUMNS)
    .where((where) => viewsOneOf(where, [accountId]));
}

/** Servers that view other accounts as well belong to the first of those from now on. */
async function passOn(db: Kysely<Tables>, accountId: string): Promise<void> {
  await sql`update servers
    set account_id = (select min(a.account_id) from server_accounts a where a.server_id = servers.id)
    where account_id = ${accountId} and exists (select 1 from server_accounts a where a.server_id = servers.id)`.execute(
    db,
  );
  // What a server belongs to is none of its further accounts.
  await sql`delete from server_accounts where exists (select 1 from servers
    where servers.id = server_accounts.server_id and servers.account_id = server_accounts.account_id)`.execute(db);
}

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
