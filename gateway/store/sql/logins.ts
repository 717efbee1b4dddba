import type { Kysely } from 'kysely';
import type { Login, Tables } from './tables.ts';

/** Logins at Intercom that were begun; each step of one can be taken once, whichever process is asked. */
export function createLogins(db: Kysely<Tables>) {
  return {
    insert: async (login: Login): Promise<void> => {
      await db.insertInto('logins').values(login).execute();
    },
    /** Uses up a link and binds its login to a state and a cookie that hold until `until`; undefined where the link was used, is too old or unknown. */
    begin: (
      linkDigest: string,
      { state, cookie, now, until }: { state: string; cookie: string; now: number; until: number },
    ): Promise<Login | undefined> =>
      db
        .updateTable('logins')
        .set({ link_digest: null, state_digest: state, cookie_digest: cookie, expires_at: until })
        .where('link_digest', '=', linkDigest)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst(),
    /** Uses up a state; undefined where it was used or is unknown. Its age and cookie are for the caller to judge. */
    finish: (stateDigest: string): Promise<Login | undefined> =>
      db.deleteFrom('logins').where('state_digest', '=', stateDigest).returningAll().executeTakeFirst(),
    removeExpired: async (now: number): Promise<void> => {
      await db.deleteFrom('logins').where('expires_at', '<=', now).execute();
    },
  };
}
