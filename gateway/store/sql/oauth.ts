import type { Kysely } from 'kysely';
import type { OAuthClient, OAuthGrant, Tables } from './tables.ts';

/** Clients of the gateway's own authorization server, and what it gave out to them. */
export function createOAuth(db: Kysely<Tables>) {
  return {
    insertClient: async (client: OAuthClient): Promise<void> => {
      await db.insertInto('oauth_clients').values(client).execute();
    },
    getClient: (id: string): Promise<OAuthClient | undefined> =>
      db.selectFrom('oauth_clients').selectAll().where('id', '=', id).executeTakeFirst(),
    insertGrant: async (grant: OAuthGrant): Promise<void> => {
      await db.insertInto('oauth_grants').values(grant).execute();
    },
    findGrant: (digest: string): Promise<OAuthGrant | undefined> =>
      db.selectFrom('oauth_grants').selectAll().where('digest', '=', digest).executeTakeFirst(),
    /** Marks a code or refresh token as used; false where it already was, in whichever process. */
    redeem: async (digest: string, now: number): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('oauth_grants')
        .set({ used_at: now })
        .where('digest', '=', digest)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Answers how many grants of this consent there were. */
    removeFamily: async (family: string): Promise<number> => {
      const { numDeletedRows } = await db.deleteFrom('oauth_grants').where('family', '=', family).executeTakeFirst();
      return Number(numDeletedRows);
    },
    removeExpired: async (now: number): Promise<void> => {
      await db.deleteFrom('oauth_grants').where('expires_at', '<=', now).execute();
    },
    /** Registrations are open to everyone: those that came to nothing are forgotten. */
    removeUnusedClients: async (before: number): Promise<void> => {
      await db
        .deleteFrom('oauth_clients')
        .where('created_at', '<', before)
        .where('id', 'not in', db.selectFrom('oauth_grants').select('client_id'))
        .execute();
    },
  };
}
