import type { Kysely } from 'kysely';
import type { AccountRepository } from '../contract/accounts.ts';
import type { Tables } from '../contract/tables.ts';
import { newestFirst } from './page.ts';
import { createServers } from './servers.ts';

/** Integrated accounts, newest first. */
export function createAccounts(db: Kysely<Tables>): AccountRepository {
  return {
    insert: async (account) => {
      await db.insertInto('accounts').values(account).execute();
    },
    get: (id) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(),
    list: (page, ids) => {
      const all = db.selectFrom('accounts').selectAll();
      return newestFirst(ids === undefined ? all : all.where('id', 'in', ids), page);
    },
    each: async function* () {
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
    update: async (id, changes) => {
      const { numUpdatedRows } = await db.updateTable('accounts').set(changes).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    noteUse: async (id, { at, budget }) => {
      const seen = budget && {
        ...{ budget_limit: budget.limit, budget_remaining: budget.remaining },
        ...{ budget_reset_at: budget.reset_at, budget_seen_at: budget.seen_at },
      };
      await db
        .updateTable('accounts')
        .set({ last_used_at: at, ...seen })
        .where('id', '=', id)
        .execute();
    },
    reseal: async (id, { from, to }) => {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ credential: to })
        .where('id', '=', id)
        .where('credential', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (id, until) => {
      await createServers(db).removeOf(id, until);
      const { numDeletedRows } = await db.deleteFrom('accounts').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
