import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Tables } from '../../../gateway/store/contract/tables.ts';
import { migrations } from '../../../gateway/store/sql/migrations.ts';
import { emptyStore, engines } from '../support/engines.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';
import { aGrant, LATER } from './support/rows.ts';

/** Takes back what the migration does. */
async function undo(db: Kysely<Tables>): Promise<void> {
  for (const index of ['oauth_clients_by_end', 'oauth_grants_by_client']) await db.schema.dropIndex(index).execute();
  await db.schema.alterTable('oauth_clients').dropColumn('expires_at').execute();
  await db.schema.alterTable('oauth_grants').dropColumn('generation').execute();
}

describe.each(engines)('over $name', (engine) => {
  test.skipIf(!engine.isThere)(
    'clients and tokens of before go on: the newest is good, and those before it are over',
    async () => {
      await using place = await emptyStore(engine);
      const { store } = place;
      await store.accounts.insert(anAccount('a'));
      await store.servers.insert(aServer('a', 's'));
      const times = { expires_at: null, last_used_at: null, created_at: NOON };
      const token = { id: 't', account_id: null, name: 'laptop', digest: 'd', ...times };
      await store.apiTokens.insert(token);
      const client = { id: 'c', name: 'Claude', redirect_uris: '[]', created_at: NOON, expires_at: 0 };
      await store.oauth.insertClient(client);
      const old = [
        aGrant('first', { kind: 'refresh', used_at: NOON, generation: 3 }),
        aGrant('second', { kind: 'refresh', used_at: NOON + 1, generation: 3 }),
        aGrant('held', { kind: 'refresh', used_at: null, generation: 3 }),
        aGrant('access', { kind: 'access', used_at: null, generation: 3 }),
      ];
      for (const grant of old) await store.oauth.insertGrant(grant);
      await undo(store.db);
      await migrations['004_oauth']?.up(store.db);
      expect(await store.oauth.getClient('c')).toEqual({ ...client, expires_at: NOON + 24 * 3_600_000 });
      const trace = async (digest: string) => {
        const grant = await store.oauth.findGrant(digest);
        return grant && store.transaction(({ oauth }) => oauth.traceRefresh(grant));
      };
      expect(await trace('held')).toEqual({ usedAt: null, successors: 0, isLaterUsed: false });
      expect(await trace('second')).toEqual({ usedAt: NOON, successors: 1, isLaterUsed: false });
      expect(await store.oauth.findGrant('access')).toMatchObject({ generation: 0, expires_at: LATER });
    },
  );
});
