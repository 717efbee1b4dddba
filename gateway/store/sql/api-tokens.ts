import type { Kysely } from 'kysely';
import { newestFirst, type Page, type PageRequest } from './page.ts';
import type { ApiToken, Tables } from './tables.ts';

/** API tokens, newest first. */
export function createApiTokens(db: Kysely<Tables>) {
  return {
    insert: async (token: ApiToken): Promise<void> => {
      await db.insertInto('api_tokens').values(token).execute();
    },
    get: (id: string): Promise<ApiToken | undefined> =>
      db.selectFrom('api_tokens').selectAll().where('id', '=', id).executeTakeFirst(),
    find: (digest: string): Promise<ApiToken | undefined> =>
      db.selectFrom('api_tokens').selectAll().where('digest', '=', digest).executeTakeFirst(),
    list: (page: PageRequest): Promise<Page<ApiToken>> => newestFirst(db.selectFrom('api_tokens').selectAll(), page),
    remove: async (id: string): Promise<boolean> => {
      const { numDeletedRows } = await db.deleteFrom('api_tokens').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    removeExpired: async (now: number): Promise<void> => {
      await db.deleteFrom('api_tokens').where('expires_at', '<=', now).execute();
    },
  };
}
