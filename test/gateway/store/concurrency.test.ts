import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newAuditId } from '../../../gateway/audit/audit-entry.ts';
import type { OAuthGrant } from '../../../gateway/store/contract/oauth.ts';
import { type Engine, emptyStore, engines, sqlite } from '../support/engines.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';
import { aGrant, aLink, aLogin, anEntry, LATER } from './support/rows.ts';

describe.each(engines)('what happens at once in a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('to', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    /** Two openings of one store: connections that know nothing of each other, as in two processes. */
    let stores: [TestStore, TestStore];
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
      stores = [store, await openTestStore(made.address)];
    });
    afterAll(async () => {
      await stores?.[1].close();
      await made?.[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      for (const table of ['logins', 'accounts', 'api_tokens', 'oauth_clients', 'audit', 'settings'] as const)
        await store.db.deleteFrom(table).execute();
      await store.accounts.insert(anAccount('a'));
      await store.servers.insert(aServer('a', 's'));
    });

    /** What `count` answers of one question are, asked at once, half of them through each opening. */
    const atOnce = <Answer>(count: number, ask: (through: TestStore, index: number) => Promise<Answer>) =>
      Promise.all(Array.from({ length: count }, (_, index) => ask(stores[index % 2 === 0 ? 0 : 1], index)));

    test('logins: each step is taken once', async () => {
      await store.logins.insert(aLogin('l'));
      const begun = await atOnce(20, ({ logins }, index) =>
        logins.begin('link of l', {
          state: `state ${index}`,
          cookie: `cookie ${index}`,
          now: NOON,
          until: NOON + index,
        }),
      );
      const [login, ...others] = begun.filter((one) => one !== undefined);
      expect(others).toEqual([]);
      expect(login?.link_digest).toBeNull();
      expect(login?.expires_at).toBe(NOON + begun.findIndex((one) => one !== undefined));
      const state = login?.state_digest ?? '';
      expect(login?.cookie_digest).toBe(state.replace('state', 'cookie'));
      const finished = await atOnce(20, ({ logins }) => logins.finish(state));
      expect(finished.filter((one) => one !== undefined)).toEqual([login]);
      expect(await store.logins.finish('unknown')).toBeUndefined();
    });

    test('logins: a link ends at its last instant, and is swept', async () => {
      await store.logins.insert(aLogin('l', { expires_at: NOON }));
      const step = { state: 'x', cookie: 'y', until: LATER };
      expect(await store.logins.begin('link of l', { ...step, now: NOON })).toBeUndefined();
      await store.sweep({ now: NOON, tombstonesUntil: LATER, auditFrom: '' });
      expect(await store.logins.begin('link of l', { ...step, now: NOON - 1 })).toBeUndefined();
    });

    const END = NOON + 24 * 3_600_000;
    const insertGrants = async (...grants: OAuthGrant[]) => {
      await store.oauth.insertClient({
        id: 'c',
        name: 'Claude',
        redirect_uris: '[]',
        created_at: NOON,
        expires_at: END,
      });
      const token = {
        id: 't',
        account_id: null,
        name: 'laptop',
        digest: 'd',
        expires_at: null,
        last_used_at: null,
        created_at: NOON,
      };
      await store.apiTokens.insert(token);
      for (const grant of grants) await store.oauth.insertGrant(grant);
    };

    test('grants: each is redeemed once', async () => {
      await insertGrants(aGrant('g'), aGrant('other'));
      const redeemed = await atOnce(20, ({ oauth }, index) => oauth.redeem('g', NOON + index));
      expect(redeemed.filter(Boolean)).toHaveLength(1);
      expect(await store.oauth.findGrant('g')).toEqual(aGrant('g', { used_at: NOON + redeemed.indexOf(true) }));
      expect(await store.oauth.findGrant('other')).toEqual(aGrant('other'));
      expect(await store.oauth.redeem('unknown', NOON)).toBe(false);
    });

    test('grants: a family ends together, old ones and clients without any are swept', async () => {
      await insertGrants(aGrant('g'), aGrant('h'), aGrant('i', { family: 'x' }), aGrant('j', { expires_at: NOON }));
      expect(await store.oauth.removeFamily('f')).toBe(3);
      expect(await store.oauth.findGrant('h')).toBeUndefined();
      expect(await store.oauth.findGrant('i')).toEqual(aGrant('i', { family: 'x' }));
      const sweep = (now: number) => store.sweep({ now, tombstonesUntil: LATER, auditFrom: '' });
      await sweep(LATER - 1);
      expect(await store.oauth.findGrant('j')).toBeUndefined();
      expect(await store.oauth.findGrant('i')).toBeDefined();
      await sweep(LATER);
      expect(await store.oauth.findGrant('i')).toBeUndefined();
      expect(await store.oauth.getClient('c')).toMatchObject({ name: 'Claude' });
      await sweep(END);
      expect(await store.oauth.getClient('c')).toBeUndefined();
    });

    test('the audit log: every entry is there, newest first, its own account alone', async () => {
      const ids = Array.from({ length: 40 }, () => newAuditId(NOON));
      const old = anEntry(newAuditId(NOON - 1000), { at: NOON - 1000, tool: null, latency_ms: null });
      await store.audit.append([old], aLink);
      await atOnce(20, (one, index) =>
        one.transaction(({ audit }) => {
          const two = ids.slice(index * 2, index * 2 + 2);
          return audit.append(
            two.map((id) => anEntry(id)),
            aLink,
          );
        }),
      );
      const foreign = anEntry(newAuditId(NOON), { account_id: 'b' });
      await store.audit.append([foreign], aLink);
      const first = await store.audit.list({ account_ids: ['a'] }, { limit: 39 });
      await store.audit.append([anEntry(newAuditId(NOON + 1))], aLink);
      const second = await store.audit.list({ account_ids: ['a'] }, { limit: 39, next_cursor: first.next ?? '' });
      expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([...ids.toSorted().toReversed(), old.id]);
      expect(second.rows.at(-1)).toEqual({ ...old, seq: 1, hash: expect.stringContaining('/1/') });
      await store.audit.removeBefore(ids[0] ?? '');
      expect((await store.audit.list({ account_ids: ['a'] }, { limit: 50 })).rows).toHaveLength(41);
      expect((await store.audit.list({}, { limit: 50 })).rows).toHaveLength(42);
    });

    test('a limit: of 200 calls at once as many pass as it says, and the others are told when', async () => {
      const limit = { limit: 120, span: 60_000 };
      const waits = await atOnce(200, ({ rateSlots }) => rateSlots.spend('s', limit, NOON));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(120);
      expect(new Set(waits.filter((wait) => wait > 0))).toEqual(new Set([65_000]));
      expect(await store.rateSlots.spend('s', limit, NOON + 64_999)).toBe(1);
      expect(await store.rateSlots.spend('s', limit, NOON + 65_000)).toBe(0);
      // One that was removed a moment ago is no fault.
      expect(await store.rateSlots.spend('unknown', limit, NOON)).toBe(0);
    });

    test('settings: the first value holds for all', async () => {
      const answers = await atOnce(20, ({ settings }, index) => settings.setOnce('key', `value ${index}`));
      const winner = answers.findIndex(({ isNew }) => isNew);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([`value ${winner}`]));
      await store.settings.set('key', 'other');
      expect(await store.settings.get('key')).toBe('other');
      const replaced = await atOnce(20, ({ settings }, index) =>
        settings.replace('key', { from: 'other', to: `new ${index}` }),
      );
      expect(replaced.filter(Boolean)).toHaveLength(1);
      expect(await store.settings.all()).toEqual([{ name: 'key', value: `new ${replaced.indexOf(true)}` }]);
    });

    test('confirmations: each holds once, also when 20 use it at once, and is swept when its time is over', async () => {
      const remember = () => atOnce(20, ({ confirmations }) => confirmations.remember('number', LATER));
      expect((await remember()).filter(Boolean)).toHaveLength(1);
      const sweep = (now: number) => store.sweep({ now, tombstonesUntil: LATER, auditFrom: '' });
      await sweep(LATER - 1);
      expect((await remember()).filter(Boolean)).toHaveLength(0);
      expect(await store.confirmations.remember('other', LATER)).toBe(true);
      await sweep(LATER);
      expect(await store.db.selectFrom('confirmations').selectAll().execute()).toEqual([]);
    });

    test('a transaction: an error takes all of it back', async () => {
      const work = store.transaction(async ({ accounts, servers, settings }) => {
        await settings.set('within', 'yes');
        await servers.rotate('a', 's', { digest: 'other', now: NOON, until: LATER });
        await accounts.remove('a', LATER);
        throw new Error('on purpose');
      });
      await expect(work).rejects.toThrow('on purpose');
      expect(await store.settings.get('within')).toBeUndefined();
      expect(await store.servers.find('digest of s')).toMatchObject({ server: { id: 's' }, account: { id: 'a' } });
      expect(await store.db.selectFrom('tombstones').selectAll().execute()).toEqual([]);
    });

    test('transactions: two do not mix, and what stands outside of both is not taken back with one', async () => {
      const outcomes = await Promise.allSettled([
        store.transaction(async ({ settings }) => {
          await settings.set('one', 'first');
          await new Promise(setImmediate);
          await settings.set('two', 'first');
          throw new Error('on purpose');
        }),
        store.transaction(async ({ settings }) => {
          await settings.set('three', 'second');
          await new Promise(setImmediate);
          await settings.set('four', 'second');
        }),
        store.settings.set('five', 'outside'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
      expect((await store.settings.all()).map(({ name }) => name)).toEqual(['five', 'four', 'three']);
    });

    test('transactions: they read and write one value in turn, through both openings', async () => {
      await store.settings.set('count', '0');
      await atOnce(20, (through) =>
        through.transaction(async ({ settings }) => {
          // What is written first is locked: the rows that were read stay as they were.
          await settings.set('lock', 'held');
          await settings.set('count', String(Number(await settings.get('count')) + 1));
        }),
      );
      expect(await store.settings.get('count')).toBe('20');
    });
  });
});

test('transactions over SQLite: one that reads first waits for its turn as well', async () => {
  await using made = await emptyStore(sqlite);
  await using other = await openTestStore(made.address);
  await made.store.settings.set('count', '0');
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? made.store : other).transaction(async ({ settings }) => {
        const count = Number(await settings.get('count'));
        await new Promise(setImmediate);
        await settings.set('count', String(count + 1));
      }),
    ),
  );
  expect(await other.settings.get('count')).toBe('20');
});
