import type { Kysely } from 'kysely';
import type { OAuthRepository } from '../contract/oauth.ts';
import type { Tables } from '../contract/tables.ts';

/** Clients of the gateway's own authorization server, and what it gave out to them. */
export function createOAuth(db: Kysely<Tables>): OAuthRepository {
  const unusedClients = () =>
    db
      .selectFrom('oauth_clients')
      .select('id')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('oauth_grants').select('digest').whereRef('client_id', '=', 'oauth_clients.id'))),
      );
  return {
    insertClient: async (client) => {
      await db.insertInto('oauth_clients').values(client).execute();
    },
    getClient: (id) => db.selectFrom('oauth_clients').selectAll().where('id', '=', id).executeTakeFirst(),
    keepClient: async (id, until) => {
      await db
        .updateTable('oauth_clients')
        .set({ expires_at: until })
        .where('id', '=', id)
        .where('expires_at', '<', until)
        .execute();
    },
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
    traceRefresh: async ({ digest, family, generation }) => {
      // Holds the row, on every engine.
      const held = await db
        .updateTable('oauth_grants')
        .set({ generation })
        .where('digest', '=', digest)
        .executeTakeFirst();
      if (held.numUpdatedRows === 0n) return undefined;
      const rows = await db
        .selectFrom('oauth_grants')
        .select(['generation', 'used_at'])
        .where('family', '=', family)
        .where('kind', '=', 'refresh')
        .where('generation', '>=', generation)
        .execute();
      const used = rows.flatMap((row) =>
        row.used_at === null ? [] : [{ at: row.used_at, generation: row.generation }],
      );
      const besides = used.filter((row) => row.generation === generation).map(({ at }) => at);
      return {
        usedAt: besides.length === 0 ? null : Math.min(...besides),
        successors: rows.filter((row) => row.generation === generation + 1).length,
        isLaterUsed: used.length > besides.length,
      };
    },
    removeFamily: async (family) => {
      const { numDeletedRows } = await db.deleteFrom('oauth_grants').where('family', '=', family).executeTakeFirst();
      return Number(numDeletedRows);
    },
    removeExpired: async (now) => {
      await db.deleteFrom('oauth_grants').where('expires_at', '<=', now).execute();
    },
    removeUnusedClients: async (now) => {
      await db
        .deleteFrom('oauth_clients')
        .where('id', 'in', unusedClients().where('expires_at', '<=', now))
        .execute();
    },
    limitUnusedClients: async ({ until, most }) => {
      const tooMany = unusedClients()
        .where('expires_at', '<=', until)
        .orderBy('expires_at', 'desc')
        .orderBy('id')
        // SQLite knows no offset without a limit.
        .limit(Number.MAX_SAFE_INTEGER)
        .offset(most);
      await db.deleteFrom('oauth_clients').where('id', 'in', tooMany).execute();
    },
  };
}
