import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SESSION_IDLE, type SessionRow } from '../../../gateway/store/contract/sessions.ts';
import { emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { NOON } from '../support/rows.ts';
import { LATER } from './support/rows.ts';

function aSession(id: string, changes: Partial<SessionRow> = {}): SessionRow {
  return {
    ...{ id, digest: `digest of ${id}`, key_digest: 'key', address: null },
    ...{ created_at: NOON, last_used_at: NOON, expires_at: LATER },
    ...changes,
  };
}

describe.each(engines)('sessions over $name', (engine) => {
  describe.skipIf(!engine.isThere)('are', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    beforeEach(async () => {
      for (const table of ['sessions', 'sign_in_codes'] as const) await store.db.deleteFrom(table).execute();
    });
    const idsOf = async (keyDigest?: string) =>
      (await store.sessions.list({ limit: 100 }, keyDigest)).rows.map(({ id }) => id);

    test('found by digest and id, noted as used, removed once', async () => {
      const session = aSession('s', { address: '2001:db8::1' });
      await store.sessions.insert(session);
      await expect(store.sessions.insert(aSession('t', { digest: session.digest }))).rejects.toThrow();
      expect(await store.sessions.find(session.digest)).toEqual(session);
      expect(await store.sessions.find('s')).toBeUndefined();
      await store.sessions.touch('s', NOON + 5);
      expect(await store.sessions.get('s')).toEqual({ ...session, last_used_at: NOON + 5 });
      expect([await store.sessions.remove('s'), await store.sessions.remove('s')]).toEqual([true, false]);
    });

    test('listed newest first, page by page, of all keys or of one', async () => {
      for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
        await store.sessions.insert(
          aSession(id, { created_at: NOON + index, key_digest: id === 'b' ? 'other' : 'key' }),
        );
      expect([await idsOf(), await idsOf('key'), await idsOf('other')]).toEqual([
        ...[['d', 'c', 'b', 'a'], ['d', 'c', 'a'], ['b']],
      ]);
      const first = await store.sessions.list({ limit: 2 }, 'key');
      const second = await store.sessions.list({ limit: 2, next_cursor: first.next ?? '' }, 'key');
      expect([first.rows, second.rows].map((rows) => rows.map(({ id }) => id))).toEqual([['d', 'c'], ['a']]);
      expect(second.next).toBeNull();
    });

    test('kept as many as may be of one key, the newest of them', async () => {
      for (const [index, id] of ['a', 'b', 'c'].entries())
        await store.sessions.insert(aSession(id, { created_at: NOON + index }));
      await store.sessions.insert(aSession('old', { created_at: 0, key_digest: 'other' }));
      await store.sessions.keepNewest('key', 2);
      expect(await idsOf()).toEqual(['c', 'b', 'old']);
      await store.sessions.keepNewest('key', 2);
      expect(await idsOf('key')).toEqual(['c', 'b']);
    });

    test('swept when they are over or were left alone, with codes that are over', async () => {
      await store.sessions.insert(aSession('over', { expires_at: NOON }));
      await store.sessions.insert(aSession('later', { expires_at: NOON + 1 }));
      await store.sessions.insert(aSession('idle', { last_used_at: NOON - SESSION_IDLE }));
      await store.sessions.insert(aSession('used', { last_used_at: NOON - SESSION_IDLE + 1 }));
      await store.sessions.insertCode({ digest: 'over', key_digest: null, expires_at: NOON });
      await store.sessions.insertCode({ digest: 'later', key_digest: 'key', expires_at: NOON + 1 });
      await store.sweep({ now: NOON, tombstonesUntil: LATER, auditFrom: '' });
      expect((await idsOf()).sort()).toEqual(['later', 'used']);
      expect(await store.sessions.findCode('over')).toBeUndefined();
      expect(await store.sessions.findCode('later')).toEqual({
        ...{ digest: 'later', key_digest: 'key', expires_at: NOON + 1 },
      });
    });

    test('begun once by a code that twenty redeem at the same time', async () => {
      await store.sessions.insertCode({ digest: 'code', key_digest: null, expires_at: LATER });
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => store.transaction(({ sessions }) => sessions.takeCode('code'))),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.sessions.takeCode('none')).toBe(false);
    });
  });
});
