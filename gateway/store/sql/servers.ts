import type { Kysely } from 'kysely';
import { newestFirst, type Page, type PageRequest } from './page.ts';
import type { Account, McpServerRow, Tables } from './tables.ts';

/** A server and the account that it is a view of. */
interface FoundServer {
  readonly server: McpServerRow;
  readonly account: Account;
}

/** What a digest leads to: a server, what is left of one, or nothing. */
export type Found = FoundServer | { readonly gone: string } | undefined;

/** Why and how long the token of a server that ended is still known. */
interface Burial {
  readonly reason: 'expired' | 'revoked';
  readonly until: number;
}

/** MCP servers, newest first. */
export function createServers(db: Kysely<Tables>) {
  return {
    insert: async (server: McpServerRow): Promise<void> => {
      await db.insertInto('servers').values(server).execute();
    },
    get: (accountId: string, id: string): Promise<McpServerRow | undefined> =>
      db.selectFrom('servers').selectAll().where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst(),
    /** By its id alone, for those who know no account. */
    getById: (id: string): Promise<McpServerRow | undefined> =>
      db.selectFrom('servers').selectAll().where('id', '=', id).executeTakeFirst(),
    list: (accountId: string, page: PageRequest): Promise<Page<McpServerRow>> =>
      newestFirst(db.selectFrom('servers').selectAll().where('account_id', '=', accountId), page),
    /** What a token's digest leads to. */
    find: async (digest: string): Promise<Found> => {
      const server = await db.selectFrom('servers').selectAll().where('digest', '=', digest).executeTakeFirst();
      if (server === undefined) {
        const grave = await db
          .selectFrom('tombstones')
          .select('reason')
          .where('digest', '=', digest)
          .executeTakeFirst();
        return grave && { gone: grave.reason };
      }
      const account = await db
        .selectFrom('accounts')
        .selectAll()
        .where('id', '=', server.account_id)
        .executeTakeFirst();
      // Removed between the two reads.
      return account === undefined ? { gone: 'revoked' } : { server, account };
    },
    /** False where the account has no such server. */
    update: async (
      accountId: string,
      id: string,
      changes: Partial<Pick<McpServerRow, 'name' | 'config' | 'expires_at' | 'updated_at'>>,
    ): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set(changes)
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Gives a server another token; the old one is known as revoked until `until`. Run it in a transaction. */
    rotate: async (
      accountId: string,
      id: string,
      { digest, now, until }: { digest: string; now: number; until: number },
    ): Promise<boolean> => {
      // Locks the row, so that the digest that is read is the one that is replaced, whoever else rotates.
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set({ updated_at: now })
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      const old = await db.selectFrom('servers').select('digest').where('id', '=', id).execute();
      await bury(db, old, { reason: 'revoked', until });
      await db.updateTable('servers').set({ digest }).where('id', '=', id).execute();
      return true;
    },
    /** False where the account has no such server. Run it in a transaction. */
    remove: async (accountId: string, id: string, until: number): Promise<boolean> => {
      const removed = await db
        .deleteFrom('servers')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .returning('digest')
        .execute();
      await bury(db, removed, { reason: 'revoked', until });
      return removed.length > 0;
    },
    /** Removes the servers of an account. Run it in a transaction. */
    removeOf: async (accountId: string, until: number): Promise<void> => {
      const removed = await db.deleteFrom('servers').where('account_id', '=', accountId).returning('digest').execute();
      await bury(db, removed, { reason: 'revoked', until });
    },
    /** Deletes the servers whose time is over. Run it in a transaction. */
    removeExpired: async (now: number, until: number): Promise<number> => {
      const removed = await db.deleteFrom('servers').where('expires_at', '<=', now).returning('digest').execute();
      await bury(db, removed, { reason: 'expired', until });
      return removed.length;
    },
  };
}

/** Graves of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const LARGEST_BURIAL = 1000;

/** Remembers what was deleted, from the statement that deleted it: no other process can have changed a digest in between. */
async function bury(
  db: Kysely<Tables>,
  removed: readonly Pick<McpServerRow, 'digest'>[],
  { reason, until }: Burial,
): Promise<void> {
  for (let start = 0; start < removed.length; start += LARGEST_BURIAL) {
    await db
      .insertInto('tombstones')
      .values(removed.slice(start, start + LARGEST_BURIAL).map(({ digest }) => ({ digest, reason, until })))
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
  }
}
