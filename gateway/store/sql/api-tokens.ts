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
    list: (page) => newestFirst(db.selectFrom('api_tokens').selectAll(), page),
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('api_tokens').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    removeExpired: async (now) => {
      await db.deleteFrom('api_tokens').where('expires_at', '<=', now).execute();
    },
  };
}
