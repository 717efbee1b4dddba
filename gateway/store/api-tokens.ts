import type { Kysely } from 'kysely';
import { type Page, type PageRequest, readCursor, toPage } from './page.ts';
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
    list: async ({ limit, cursor }: PageRequest): Promise<Page<ApiToken>> => {
      let query = db.selectFrom('api_tokens').selectAll();
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
    remove: async (id: string): Promise<boolean> => {
      const { numDeletedRows } = await db.deleteFrom('api_tokens').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    removeExpired: async (now: number): Promise<void> => {
      await db.deleteFrom('api_tokens').where('expires_at', '<=', now).execute();
    },
  };
}
