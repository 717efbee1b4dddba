import type { Kysely } from 'kysely';
import type { SettingRepository } from '../contract/settings.ts';
import type { Tables } from '../contract/tables.ts';

/** What the processes of one gateway share. */
export function createSettings(db: Kysely<Tables>): SettingRepository {
  const get: SettingRepository['get'] = async (name) => {
    const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  };
  return {
    get,
    setOnce: async (name, value) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return { value, isNew: true };
      return { value: (await get(name)) ?? value, isNew: false };
    },
    set: async (name, value) => {
      await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    replace: async (name, { from, to }) => {
      const { numUpdatedRows } = await db
        .updateTable('settings')
        .set({ value: to })
        .where('name', '=', name)
        .where('value', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    all: () => db.selectFrom('settings').selectAll().orderBy('name').execute(),
  };
}
