import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the processes of one gateway share. */
export function createSettings(db: Kysely<Tables>) {
  const get = async (name: string): Promise<string | undefined> => {
    const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  };
  return {
    get,
    /** Keeps the value that is there already; answers the one that holds, and whether it is the given one. */
    setOnce: async (name: string, value: string): Promise<{ value: string; isNew: boolean }> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return { value, isNew: true };
      return { value: (await get(name)) ?? value, isNew: false };
    },
    set: async (name: string, value: string): Promise<void> => {
      await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    /** Replaces a value, unless somebody else did so first. */
    replace: async (name: string, { from, to }: { from: string; to: string }): Promise<boolean> => {
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
