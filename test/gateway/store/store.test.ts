import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiToken } from '../../../gateway/store/contract/api-tokens.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';

function anApiToken(id: string, changes: Partial<ApiToken> = {}): ApiToken {
  return {
    ...{ id, account_id: null, name: 'laptop', digest: `digest of ${id}`, expires_at: null },
    ...{ last_used_at: null, created_at: NOON },
    ...changes,
  };
}

const LATER = NOON + 3_600_000;
const revoked = { ended: 'revoked' };

describe.each(engines)('what a store over $name keeps', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('of', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    beforeEach(async () => {
      for (const table of ['accounts', 'api_tokens', 'tombstones', 'settings'] as const)
        await store.db.deleteFrom(table).execute();
    });

    test('accounts: what was written, changed and removed', async () => {
      const account = anAccount('a', { workspace_id: null, workspace_name: 'Fernhill & Co' });
      await store.accounts.insert(account);
      expect(await store.accounts.get('a')).toEqual(account);
      expect(await store.accounts.get('b')).toBeUndefined();
      await expect(store.accounts.insert(account)).rejects.toThrow();
      expect(await store.accounts.update('a', { status: 'needs_reauth', updated_at: LATER })).toBe(true);
      expect(await store.accounts.update('b', { status: 'needs_reauth' })).toBe(false);
      expect(await store.accounts.get('a')).toEqual({ ...account, status: 'needs_reauth', updated_at: LATER });
      expect(await store.accounts.reseal('a', { from: 'other', to: 'new' })).toBe(false);
      expect(await store.accounts.reseal('a', { from: 'sealed', to: 'new' })).toBe(true);
      expect(await store.accounts.get('a')).toMatchObject({ credential: 'new' });
      expect(await store.accounts.remove('b', LATER)).toBe(false);
      expect(await store.accounts.remove('a', LATER)).toBe(true);
      expect(await store.accounts.get('a')).toBeUndefined();
    });

    test('accounts: all of them, more than are read at a time', async () => {
      const ids = Array.from({ length: 2001 }, (_, index) => `a${String(index).padStart(5, '0')}`);
      await store.transaction(async ({ accounts }) => {
        for (const id of ids) await accounts.insert(anAccount(id));
      });
      const found: string[] = [];
      for await (const { id } of store.accounts.each()) found.push(id);
      expect(found).toEqual(ids);
    });

    test('servers: found by digest and by id, each within its account alone', async () => {
      await store.accounts.insert(anAccount('a'));
      await store.accounts.insert(anAccount('b'));
      const server = aServer('a', 's', { expires_at: LATER });
      await store.servers.insert(server);
      await expect(store.servers.insert(aServer('b', 't', { digest: server.digest }))).rejects.toThrow();
      await expect(store.servers.insert(aServer('nobody', 't'))).rejects.toThrow();
      expect(await store.servers.get('a', 's')).toEqual(server);
      expect(await store.servers.get('b', 's')).toBeUndefined();
      expect(await store.servers.getById('s')).toEqual(server);
      expect(await store.servers.find(server.digest)).toEqual({ server, account: anAccount('a') });
      expect(await store.servers.find('unknown')).toBeUndefined();
      expect(await store.servers.update('b', 's', { name: 'stolen' })).toBe(false);
      expect(await store.servers.update('a', 's', { name: 'sales', expires_at: null })).toBe(true);
      expect(await store.servers.remove('b', 's', LATER)).toBe(false);
      expect(await store.servers.getById('s')).toEqual({ ...server, name: 'sales', expires_at: null });
      expect(await store.servers.find(server.digest)).toMatchObject({ server: { name: 'sales' } });
    });

    test('servers: a rotated or removed one leaves a tombstone, which a sweep clears in time', async () => {
      await store.accounts.insert(anAccount('a'));
      await store.servers.insert(aServer('a', 's', { digest: 'first' }));
      const rotate = (account: string, digest: string) =>
        store.transaction(({ servers }) => servers.rotate(account, 's', { digest, now: LATER, until: LATER }));
      expect(await rotate('b', 'stolen')).toBe(false);
      expect(await store.servers.find('first')).toMatchObject({ server: { id: 's' } });
      expect(await rotate('a', 'second')).toBe(true);
      expect(await store.servers.find('first')).toEqual(revoked);
      expect(await store.servers.find('second')).toMatchObject({ server: { digest: 'second', updated_at: LATER } });
      expect(await store.servers.remove('a', 's', LATER + 1)).toBe(true);
      expect(await store.servers.remove('a', 's', LATER + 1)).toBe(false);
      expect(await store.servers.find('second')).toEqual(revoked);
      await store.sweep({ now: LATER, tombstonesUntil: LATER + 2, auditFrom: '' });
      expect(await store.servers.find('first')).toBeUndefined();
      expect(await store.servers.find('second')).toEqual(revoked);
    });

    test('servers: when 20 rotate one at once, one token leads to it and every other one is known as revoked', async () => {
      await store.accounts.insert(anAccount('a'));
      await store.servers.insert(aServer('a', 's', { digest: 'd0' }));
      const digests = Array.from({ length: 20 }, (_, index) => `d${index + 1}`);
      await Promise.all(
        digests.map((digest) =>
          store.transaction(({ servers }) => servers.rotate('a', 's', { digest, now: NOON, until: LATER })),
        ),
      );
      const found = await Promise.all(['d0', ...digests].map((digest) => store.servers.find(digest)));
      expect(found.filter((one) => one !== undefined && 'server' in one)).toHaveLength(1);
      expect(found.filter((one) => one !== undefined && 'ended' in one)).toHaveLength(20);
    });

    test('servers: those whose time is over are removed, from their last instant on, also thousands at once', async () => {
      await store.accounts.insert(anAccount('a'));
      await store.transaction(async ({ servers }) => {
        for (let index = 0; index < 2100; index += 1)
          await servers.insert(aServer('a', `over${index}`, { expires_at: NOON - index }));
        await servers.insert(aServer('a', 'future', { expires_at: NOON + 1 }));
        await servers.insert(aServer('a', 'endless'));
      });
      expect(await store.sweep({ now: NOON, tombstonesUntil: LATER, auditFrom: '' })).toBe(2100);
      expect(await store.sweep({ now: NOON, tombstonesUntil: LATER, auditFrom: '' })).toBe(0);
      for (const id of ['over0', 'over1000', 'over2099'])
        expect(await store.servers.find(`digest of ${id}`)).toEqual({ ended: 'expired' });
      const { rows } = await store.servers.list({ accountIds: ['a'], now: NOON, limit: 10 });
      expect(rows.map(({ id }) => id).sort()).toEqual(['endless', 'future']);
    });

    test('API tokens: found by digest, listed, removed, swept when their time is over', async () => {
      await store.apiTokens.insert(anApiToken('t', { expires_at: NOON }));
      await store.apiTokens.insert(anApiToken('u', { created_at: NOON + 1 }));
      expect(await store.apiTokens.get('t')).toEqual(anApiToken('t', { expires_at: NOON }));
      expect(await store.apiTokens.find('digest of u')).toEqual(anApiToken('u', { created_at: NOON + 1 }));
      expect(await store.apiTokens.find('u')).toBeUndefined();
      expect((await store.apiTokens.list({ limit: 5 })).rows.map(({ id }) => id)).toEqual(['u', 't']);
      await store.sweep({ now: NOON - 1, tombstonesUntil: LATER, auditFrom: '' });
      expect(await store.apiTokens.get('t')).toBeDefined();
      await store.sweep({ now: NOON, tombstonesUntil: LATER, auditFrom: '' });
      expect(await store.apiTokens.get('t')).toBeUndefined();
      expect(await store.apiTokens.remove('u')).toBe(true);
      expect(await store.apiTokens.remove('u')).toBe(false);
    });

    test('an account that is removed: with its servers, tokens, logins and grants; tombstones stay, others too', async () => {
      for (const id of ['a', 'b']) {
        await store.accounts.insert(anAccount(id));
        await store.servers.insert(aServer(id, `s${id}`));
        await store.apiTokens.insert(anApiToken(`t${id}`, { account_id: id }));
        await store.rateSlots.spend(`s${id}`, { limit: 1, span: 1000 }, NOON);
        const links = { link_digest: `l${id}`, state_digest: null, cookie_digest: null, label: null };
        await store.logins.insert({ id, api: 'intercom', account_id: id, region: 'us', expires_at: LATER, ...links });
        const client = { id: `c${id}`, name: 'Claude', redirect_uris: '[]', created_at: NOON, expires_at: LATER };
        await store.oauth.insertClient(client);
        const grant = {
          kind: 'refresh' as const,
          family: 'f',
          generation: 0,
          redirect_uri: null,
          code_challenge: null,
          used_at: null,
        };
        const of = { client_id: `c${id}`, server_id: `s${id}`, api_token_id: `t${id}` };
        await store.oauth.insertGrant({ digest: `g${id}`, expires_at: LATER, ...grant, ...of });
      }
      expect(await store.transaction(({ accounts }) => accounts.remove('a', LATER))).toBe(true);
      const left = async (id: string) => ({
        server: await store.servers.getById(`s${id}`),
        token: await store.apiTokens.get(`t${id}`),
        grant: await store.oauth.findGrant(`g${id}`),
        login: await store.logins.begin(`l${id}`, { state: `z${id}`, cookie: 'c', now: NOON, until: LATER }),
      });
      expect(await left('a')).toEqual({});
      expect(Object.values(await left('b')).every((row) => row !== undefined)).toBe(true);
      expect(await store.servers.find('digest of sa')).toEqual(revoked);
      const slots = await store.db.selectFrom('rate_slots').select('server_id').execute();
      expect(slots).toEqual([{ server_id: 'sb' }]);
      await store.db.deleteFrom('oauth_clients').execute();
    });

    test('lists: every row once in the same order, whatever is inserted before or removed between two pages', async () => {
      await store.accounts.insert(anAccount('a'));
      const changes = fc.array(fc.record({ remove: fc.nat(29), insertAt: fc.integer({ min: 1, max: 9 }) }), {
        maxLength: 4,
      });
      // Few different times, so that most rows share theirs with others.
      const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(times, fc.integer({ min: 1, max: 7 }), changes, async (ages, limit, between) => {
          await store.db.deleteFrom('servers').execute();
          const rows = ages.map((age, index) => aServer('a', `s${index}`, { created_at: NOON - age }));
          for (const row of rows) await store.servers.insert(row);
          const removed = new Set<string>();
          const seen: string[] = [];
          let cursor: string | undefined;
          // One more than there can be, so that a list without an end is a fault and no end of the test.
          for (let page = 0; page <= ages.length + 1; page += 1) {
            const query = { accountIds: ['a'], now: NOON, limit, next_cursor: cursor };
            const { rows: found, next } = await store.servers.list(query);
            seen.push(...found.map(({ id }) => id));
            expect(next === null || (found.length === limit && page <= ages.length)).toBe(true);
            if (next === null) break;
            cursor = next;
            const change = between[page];
            if (change === undefined) continue;
            if (await store.servers.remove('a', `s${change.remove}`, LATER)) removed.add(`s${change.remove}`);
            await store.servers.insert(aServer('a', `new${page}`, { created_at: NOON + change.insertAt }));
          }
          expect(new Set(seen).size).toBe(seen.length);
          const kept = rows.filter(({ id }) => !removed.has(id)).map(({ id }) => id);
          expect(seen).toEqual(expect.arrayContaining(kept));
          const age = (id: string) => rows.find((row) => row.id === id)?.created_at ?? 0;
          const sorted = seen.toSorted((a, b) => age(b) - age(a) || (a < b ? 1 : -1));
          expect(seen).toEqual(sorted);
        }),
        { numRuns: 25 },
      );
    });

    test('lists of accounts and API tokens: rows of one time, page by page; a cursor of nowhere is refused', async () => {
      const ids = ['e', 'd', 'c', 'b', 'a'];
      for (const id of ids) {
        await store.accounts.insert(anAccount(id));
        await store.apiTokens.insert(anApiToken(id));
      }
      for (const list of [store.accounts.list, store.apiTokens.list]) {
        const first = await list({ limit: 2 });
        const second = await list({ limit: 2, next_cursor: first.next ?? '' });
        const third = await list({ limit: 2, next_cursor: second.next ?? '' });
        expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
        expect(third.next).toBeNull();
        for (const cursor of ['', 'x', Buffer.from('["a",1]').toString('base64url')])
          await expect(list({ limit: 2, next_cursor: cursor })).rejects.toThrow(InputError);
      }
    });

    test('texts and times: as they were given, quotes, unicode, 100 kB and 53 bits included', async () => {
      await store.accounts.insert(anAccount('a'));
      const text = fc.string({ unit: 'binary' }).filter((given) => !given.includes('\0'));
      const time = fc.maxSafeNat();
      await fc.assert(
        fc.asyncProperty(text, text, time, async (name, config, at) => {
          await store.db.deleteFrom('servers').execute();
          const server = aServer('a', 's', { name, config, expires_at: at, created_at: at });
          await store.servers.insert(server);
          expect(await store.servers.getById('s')).toEqual(server);
        }),
        { examples: [[`'";--\\`, `{"a":"${'ж'.repeat(100_000)}"}`, 2 ** 53 - 1]], numRuns: 50 },
      );
    });
  });
});
