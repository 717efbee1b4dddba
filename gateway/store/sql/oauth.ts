import type { Kysely } from 'kysely';
import type { OAuthRepository } from '../contract/oauth.ts';
import type { Tables } from '../contract/tables.ts';

/** Clients of the gateway's own authorization server, and what it gave out to them. */
export function createOAuth(db: Kysely<Tables>): OAuthRepository {
  return {
    insertClient: async (client) => {
      await db.insertInto('oauth_clients').values(client).execute();
    },
    getClient: (id) => db.selectFrom('oauth_clients').selectAll().where('id', '=', id).executeTakeFirst(),
    insertGrant: async (grant) => {
      await db.insertInto('oauth_grants').values(grant).execute();
    },
    findGrant: (digest) => db.selectFrom('oauth_grants').selectAll().where('digest', '=', digest).executeTakeFirst(),
    redeem: async (digest, now) => {
      const { numUpdatedRows } = await db
        .updateTable('oauth_grants')
        .set({ used_at: now })
        .where('digest', '=', digest)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    removeFamily: async (family) => {
      const { numDeletedRows } = await db.deleteFrom('oauth_grants').where('family', '=', family).executeTakeFirst();
      return Number(numDeletedRows);
    },
    removeExpired: async (now) => {
      await db.deleteFrom('oauth_grants').where('expires_at', '<=', now).execute();
    },
    removeUnusedClients: async (before) => {
      await db
        .deleteFrom('oauth_clients')
        .where('created_at', '<', before)
        .where('id', 'not in', db.selectFrom('oauth_grants').select('client_id'))
        .execute();
    },
  };
}
