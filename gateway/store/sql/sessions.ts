import type { Kysely } from 'kysely';
import { SESSION_IDLE, type SessionRepository } from '../contract/sessions.ts';
import type { Tables } from '../contract/tables.ts';
import { newestFirst } from './page.ts';

/** Sessions of browsers, newest first, and codes that begin one. */
export function createSessions(db: Kysely<Tables>): SessionRepository {
  const sessions = () => db.selectFrom('sessions').selectAll();
  return {
    insert: async (session) => {
      await db.insertInto('sessions').values(session).execute();
    },
    get: (id) => sessions().where('id', '=', id).executeTakeFirst(),
    find: (digest) => sessions().where('digest', '=', digest).executeTakeFirst(),
    list: (page, keyDigest) =>
      newestFirst(keyDigest === undefined ? sessions() : sessions().where('key_digest', '=', keyDigest), page),
    touch: async (id, at) => {
      await db.updateTable('sessions').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('sessions').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    keepNewest: async (keyDigest, most) => {
      const tooMany = db
        .selectFrom('sessions')
        .select('id')
        .where('key_digest', '=', keyDigest)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        // SQLite knows no offset without a limit.
        .limit(Number.MAX_SAFE_INTEGER)
        .offset(most);
      await db.deleteFrom('sessions').where('id', 'in', tooMany).execute();
    },
    insertCode: async (code) => {
      await db.insertInto('sign_in_codes').values(code).execute();
    },
    findCode: (digest) => db.selectFrom('sign_in_codes').selectAll().where('digest', '=', digest).executeTakeFirst(),
    takeCode: async (digest) => {
      const { numDeletedRows } = await db.deleteFrom('sign_in_codes').where('digest', '=', digest).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    removeExpired: async (now) => {
      await db
        .deleteFrom('sessions')
        .where((over) => over.or([over('expires_at', '<=', now), over('last_used_at', '<=', now - SESSION_IDLE)]))
        .execute();
      await db.deleteFrom('sign_in_codes').where('expires_at', '<=', now).execute();
    },
  };
}
