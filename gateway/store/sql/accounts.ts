import { type Kysely, sql } from 'kysely';
import type { AccountRepository } from '../contract/accounts.ts';
import type { Tables } from '../contract/tables.ts';
import { beginningWith, containing, foldedOrNull, foldedText } from './folded-text.ts';
import { newestFirst } from './page.ts';
import { createServers } from './servers.ts';
import { ACCOUNT_COLUMNS } from './shown-columns.ts';

/** Integrated accounts, newest first. */
export function createAccounts(db: Kysely<Tables>): AccountRepository {
  return {
    insert: async (account) => {
      const { label, workspace_name: workspace } = account;
      await db
        .insertInto('accounts')
        .values({ ...account, folded_label: foldedText(label), folded_workspace: foldedOrNull(workspace) })
        .execute();
    },
    get: (id) => db.selectFrom('accounts').select(ACCOUNT_COLUMNS).where('id', '=', id).executeTakeFirst(),
    list: ({ ids, api, search = '', ...page }) => {
      let found = db.selectFrom('accounts').select(ACCOUNT_COLUMNS);
      if (ids !== undefined) found = found.where('id', 'in', ids);
      if (api !== undefined) found = found.where('api', '=', api);
      if (search === '') return newestFirst(found, page);
      const [part, beginning] = [containing(search), beginningWith(search)];
      const fits = sql<boolean>`(folded_label like ${part} escape '!' or folded_workspace like ${part} escape '!' or id like ${beginning} escape '!' or lower(workspace_id) like ${beginning} escape '!')`;
      return newestFirst(found.where(fits), page);
    },
    each: async function* () {
      for (let last = ''; ; ) {
        const rows = await db
          .selectFrom('accounts')
          .select(ACCOUNT_COLUMNS)
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
      const { label, workspace_name: workspace } = changes;
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({
          ...changes,
          ...(label !== undefined && { folded_label: foldedText(label) }),
          ...(workspace !== undefined && { folded_workspace: foldedOrNull(workspace) }),
        })
        .where('id', '=', id)
        .executeTakeFirst();
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
