import type { Kysely } from 'kysely';
import { newestFirst, type Page, type PageRequest } from './page.ts';
import { createServers } from './servers.ts';
import type { Account, Tables } from './tables.ts';

/** Integrated accounts, newest first. */
export function createAccounts(db: Kysely<Tables>) {
  return {
    insert: async (account: Account): Promise<void> => {
      await db.insertInto('accounts').values(account).execute();
    },
    get: (id: string): Promise<Account | undefined> =>
      db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(),
    list: (page: PageRequest): Promise<Page<Account>> => newestFirst(db.selectFrom('accounts').selectAll(), page),
    /** All of them, a thousand at a time, for work on every one. */
    each: async function* (): AsyncGenerator<Account> {
      for (let last = ''; ; ) {
        const rows = await db
          .selectFrom('accounts')
          .selectAll()
          .where('id', '>', last)
          .orderBy('id')
          .limit(1000)
          .execute();
        yield* rows;
        const end = rows.at(-1);
        if (end === undefined) return;
        last = end.id;
      }
    },
    /** False where no account has this id. */
    update: async (id: string, changes: Partial<Omit<Account, 'id'>>): Promise<boolean> => {
      const { numUpdatedRows } = await db.updateTable('accounts').set(changes).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Replaces a sealed credential, unless somebody else did so first. */
    reseal: async (id: string, { from, to }: { from: string; to: string }): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ credential: to })
        .where('id', '=', id)
        .where('credential', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Removes an account with all that belongs to it; its servers' tokens are known as revoked until `until`. Run it in a transaction. */
    remove: async (id: string, until: number): Promise<boolean> => {
      await createServers(db).removeOf(id, until);
      const { numDeletedRows } = await db.deleteFrom('accounts').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
