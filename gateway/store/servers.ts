import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type Page, type PageRequest, readCursor, toPage } from './page.ts';
import type { Account, McpServerRow, Tables } from './tables.ts';

/** A server and the account that it is a view of. */
export interface FoundServer {
  readonly server: McpServerRow;
  readonly account: Account;
}

/** What a digest leads to: a server, what is left of one, or nothing. */
export type Found = FoundServer | { readonly gone: string } | undefined;

/** Why and how long the token of a server that ended is still known. */
export interface Burial {
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
    list: async (accountId: string, { limit, cursor }: PageRequest): Promise<Page<McpServerRow>> => {
      let query = db.selectFrom('servers').selectAll().where('account_id', '=', accountId);
      if (cursor !== undefined) {
        const { at, id } = readCursor(cursor);
        query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(at, id)));
      }
      const found = await query
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return toPage(found, limit, (row) => ({ at: row.created_at, id: row.id }));
    },
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
    ) => {
      const own = (query: ServersQuery): ServersQuery => query.where('id', '=', id).where('account_id', '=', accountId);
      await copyToGraves(db, own, { reason: 'revoked', until });
      const { numUpdatedRows } = await db
        .updateTable('servers')
        .set({ digest, updated_at: now })
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** False where the account has no such server. Run it in a transaction. */
    remove: async (accountId: string, id: string, until: number): Promise<boolean> => {
      const buried = await buryServers(db, (query) => query.where('id', '=', id).where('account_id', '=', accountId), {
        reason: 'revoked',
        until,
      });
      return buried > 0;
    },
    /** Deletes the servers whose time is over. Run it in a transaction. */
    removeExpired: (now: number, until: number): Promise<number> =>
      buryServers(db, (query) => query.where('expires_at', '<=', now), { reason: 'expired', until }),
  };
}

type ServersQuery = SelectQueryBuilder<Tables, 'servers', Record<never, never>>;

/** Deletes the servers that `which` keeps and remembers their tokens; answers how many there were. */
export async function buryServers(
  db: Kysely<Tables>,
  which: (query: ServersQuery) => ServersQuery,
  burial: Burial,
): Promise<number> {
  await copyToGraves(db, which, burial);
  const { numDeletedRows } = await db
    .deleteFrom('servers')
    .where('id', 'in', which(db.selectFrom('servers')).select('servers.id'))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function copyToGraves(
  db: Kysely<Tables>,
  which: (query: ServersQuery) => ServersQuery,
  { reason, until }: Burial,
): Promise<void> {
  await db
    .insertInto('tombstones')
    .columns(['digest', 'reason', 'until'])
    .expression(
      which(db.selectFrom('servers')).select(({ ref }) => [
        ref('servers.digest').as('digest'),
        sql<string>`cast(${reason} as text)`.as('reason'),
        sql<number>`cast(${until} as bigint)`.as('until'),
      ]),
    )
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}
