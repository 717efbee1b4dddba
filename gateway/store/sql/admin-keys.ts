import { type Kysely, sql } from 'kysely';
import type { AdminKeyRepository } from '../contract/admin-keys.ts';
import type { Tables } from '../contract/tables.ts';
import { newestFirst } from './page.ts';

/** Keys of the management API, newest first. */
export function createAdminKeys(db: Kysely<Tables>): AdminKeyRepository {
  const keys = () => db.selectFrom('admin_keys').selectAll();
  return {
    insert: async (key) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('admin_keys')
        .values(key)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    get: (id) => keys().where('id', '=', id).executeTakeFirst(),
    find: (digest) => keys().where('digest', '=', digest).executeTakeFirst(),
    findByName: (name) => keys().where('name', '=', name).executeTakeFirst(),
    list: (page) => newestFirst(keys(), page),
    countAdmins: async (now) => {
      // Written first, which locks them: two that are removed at once do not each count on the other.
      const held = await db
        .updateTable('admin_keys')
        .set({ role: 'admin' })
        .where('role', '=', 'admin')
        .where(sql<boolean>`(expires_at is null or expires_at > ${now})`)
        .returning('id')
        .execute();
      return held.length;
    },
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('admin_keys').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    touch: async (id, at) => {
      await db.updateTable('admin_keys').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    removeExpired: async (now) => {
      await db.deleteFrom('admin_keys').where('expires_at', '<=', now).execute();
    },
  };
}
