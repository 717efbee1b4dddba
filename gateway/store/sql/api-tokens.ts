import type { Kysely } from 'kysely';
import type { ApiTokenRepository } from '../contract/api-tokens.ts';
import type { Tables } from '../contract/tables.ts';
import { newestFirst } from './page.ts';

/** API tokens, newest first. */
export function createApiTokens(db: Kysely<Tables>): ApiTokenRepository {
  return {
    insert: async (token) => {
      await db.insertInto('api_tokens').values(token).execute();
    },
    get: (id) => db.selectFrom('api_tokens').selectAll().where('id', '=', id).executeTakeFirst(),
    find: (digest) => db.selectFrom('api_tokens').selectAll().where('digest', '=', digest).executeTakeFirst(),
    list: (page, accountIds) => {
      const all = db.selectFrom('api_tokens').selectAll();
      return newestFirst(accountIds === undefined ? all : all.where('account_id', 'in', accountIds), page);
    },
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('api_tokens').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    touch: async (id, at) => {
      await db.updateTable('api_tokens').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    removeExpired: async (now) => {
      await db.deleteFrom('api_tokens').where('expires_at', '<=', now).execute();
    },
  };
}
