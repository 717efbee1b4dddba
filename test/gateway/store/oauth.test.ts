import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OAuthGrant } from '../../../gateway/store/contract/oauth.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';
import { aGrant, LATER } from './support/rows.ts';

describe.each(engines)('OAuth in a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('has', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
      await store.accounts.insert(anAccount('a'));
      await store.servers.insert(aServer('a', 's'));
      const times = { expires_at: null, last_used_at: null, created_at: NOON };
      await store.apiTokens.insert({ id: 't', account_id: null, name: 'laptop', digest: 'd', ...times });
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    beforeEach(async () => {
      await store.db.deleteFrom('oauth_clients').execute();
    });

    const client = { name: 'Claude', redirect_uris: '[]', created_at: NOON };
    const insertGrants = async (...grants: OAuthGrant[]): Promise<void> => {
      await store.oauth.insertClient({ ...client, id: 'c', expires_at: LATER });
      for (const grant of grants) await store.oauth.insertGrant(grant);
    };

    test('grants: what became of a refresh token is seen from it and from those beside it', async () => {
      const refresh = (digest: string, generation: number, used_at: number | null, family = 'f') =>
        aGrant(digest, { kind: 'refresh', generation, used_at, family });
      await insertGrants(
        ...[refresh('a', 0, NOON), refresh('b', 1, NOON + 2), refresh('c', 1, NOON + 1), refresh('d', 1, null)],
        ...[refresh('e', 2, null), refresh('x', 3, NOON, 'other'), aGrant('access', { kind: 'access' })],
      );
      const trace = async (digest: string) => {
        const grant = await store.oauth.findGrant(digest);
        return grant && store.transaction(({ oauth }) => oauth.traceRefresh(grant));
      };
      expect(await trace('a')).toEqual({ usedAt: NOON, successors: 3, isLaterUsed: true });
      for (const one of ['b', 'c', 'd'])
        expect(await trace(one)).toEqual({ usedAt: NOON + 1, successors: 1, isLaterUsed: false });
      expect(await trace('e')).toEqual({ usedAt: null, successors: 0, isLaterUsed: false });
      const gone = await store.oauth.findGrant('e');
      await store.oauth.removeFamily('f');
      expect(await store.transaction(({ oauth }) => oauth.traceRefresh(gone ?? aGrant('e')))).toBeUndefined();
    });

    test('clients: those without a grant go when they end, or when there are too many', async () => {
      await insertGrants(aGrant('g'));
      for (let index = 0; index < 6; index++)
        await store.oauth.insertClient({ ...client, id: `c${index}`, expires_at: NOON + index });
      await store.oauth.insertClient({ ...client, id: 'kept', expires_at: NOON });
      await store.oauth.keepClient('kept', LATER);
      await store.oauth.keepClient('kept', NOON + 1);
      const left = async (): Promise<string[]> =>
        (await store.db.selectFrom('oauth_clients').select('id').orderBy('id').execute()).map(({ id }) => id);
      await store.oauth.limitUnusedClients({ until: NOON + 5, most: 4 });
      expect(await left()).toEqual(['c', 'c2', 'c3', 'c4', 'c5', 'kept']);
      await store.oauth.removeUnusedClients(NOON + 3);
      expect(await left()).toEqual(['c', 'c4', 'c5', 'kept']);
      await store.oauth.removeUnusedClients(LATER);
      expect(await left()).toEqual(['c']);
      await store.oauth.removeUnusedClients(LATER + 1);
      expect(await left()).toEqual(['c']);
    });
  });
});
