import type { Kysely } from 'kysely';
import type { LoginRepository } from '../contract/logins.ts';
import type { Tables } from '../contract/tables.ts';

/** Logins at APIs that were begun; each step of one can be taken once, by whichever process. */
export function createLogins(db: Kysely<Tables>): LoginRepository {
  return {
    insert: async (login) => {
      await db.insertInto('logins').values(login).execute();
    },
    begin: (linkDigest, { state, cookie, now, until }) =>
      db
        .updateTable('logins')
        .set({ link_digest: null, state_digest: state, cookie_digest: cookie, expires_at: until })
        .where('link_digest', '=', linkDigest)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
    finish: (stateDigest) =>
      db.deleteFrom('logins').where('state_digest', '=', stateDigest).returningAll().executeTakeFirst(),
    removeExpired: async (now) => {
      await db.deleteFrom('logins').where('expires_at', '<=', now).execute();
    },
  };
}
