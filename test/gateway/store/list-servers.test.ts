import { beforeEach, describe, expect, test } from 'vitest';
import { type ServerQuery, type ServerSort, serverSorts } from '../../../gateway/store/contract/servers.ts';
import { migrations } from '../../../gateway/store/sql/migrations.ts';
import { emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';

describe.each(engines)('lists over $name', (engine) => {
  describe.skipIf(!engine.isThere)('of servers', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeEach(async () => {
      made = await emptyStore(engine);
      store = made.store;
      for (const id of ['a', 'b']) await store.accounts.insert(anAccount(id));
      return () => made[Symbol.asyncDispose]();
    });

    const ids = async (query: Partial<ServerQuery>) =>
      (await store.servers.list({ limit: 100, now: NOON, accountIds: ['a'], ...query })).rows.map(({ id }) => id);

    /** All pages of a list. */
    async function walk(query: Partial<ServerQuery>): Promise<string[]> {
      const found: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await store.servers.list({ limit: 2, now: NOON, ...query, next_cursor: cursor });
        found.push(...page.rows.map(({ id }) => id));
        if (page.next === null) return found;
        cursor = page.next;
      }
    }

    test('are found by any case of a name or an owner, and by the beginning of an id', async () => {
      await store.servers.insert(aServer('a', '0abc-1', { name: 'Größe ΟΔΟΣ İstanbul' }));
      await store.servers.insert(aServer('a', '0abd-2', { name: 'Desk', owner: 'Élodie Ångström' }));
      await store.servers.insert(aServer('a', 'f-3', { name: '100%_sure!' }));
      for (const [search, want] of [
        ['GRÖSSE', ['0abc-1']],
        ['größe', ['0abc-1']],
        ['οδος', ['0abc-1']],
        ['ΔΟΣ', ['0abc-1']],
        ['istanbul', ['0abc-1']],
        ['İSTANBUL', ['0abc-1']],
        ['ÉLODIE å', ['0abd-2']],
        ['0AB', ['0abc-1', '0abd-2']],
        ['abc', []],
        ['desk\nélodie', []],
        ['%', ['f-3']],
        ['_', ['f-3']],
        ['0%', ['f-3']],
        ['!', ['f-3']],
        ['%_s', ['f-3']],
        ['100_', []],
        ["'", []],
        ['\\', []],
        ['', ['0abc-1', '0abd-2', 'f-3']],
      ] as const)
        expect({ search, ids: (await ids({ search })).sort() }).toEqual({ search, ids: want });
    });

    test('are found by their name and owner as they are now', async () => {
      await store.servers.insert(aServer('a', 's', { name: 'Desk', owner: 'Ada' }));
      await store.servers.update('a', 's', { name: 'Büro' });
      expect([await ids({ search: 'desk' }), await ids({ search: 'BÜRO' }), await ids({ search: 'ADA' })]).toEqual([
        [],
        ['s'],
        ['s'],
      ]);
      await store.servers.update('a', 's', { owner: null });
      expect(await ids({ search: 'ada' })).toEqual([]);
      await store.servers.update('a', 's', { enabled: 0 });
      expect(await store.servers.getById('s')).toEqual(aServer('a', 's', { name: 'Büro', enabled: 0 }));
    });

    test('are those of all wanted accounts, that are not over, and of one state', async () => {
      await store.servers.insert(aServer('a', 'own'));
      await store.servers.insert(aServer('b', 'both', { enabled: 0 }));
      await store.servers.setFurtherAccounts('both', ['a']);
      await store.servers.insert(aServer('b', 'other'));
      await store.servers.insert(aServer('a', 'expired', { expires_at: NOON }));
      await store.servers.insert(aServer('a', 'idle', { idle_ms: 1, idle_at: NOON }));
      expect((await ids({})).sort()).toEqual(['both', 'own']);
      expect((await ids({ accountIds: ['a', 'b'] })).sort()).toEqual(['both', 'other', 'own']);
      expect((await ids({ accountIds: undefined })).sort()).toEqual(['both', 'other', 'own']);
      expect(await ids({ enabled: false })).toEqual(['both']);
      expect(await ids({ enabled: true })).toEqual(['own']);
      expect((await ids({ now: NOON - 1 })).sort()).toEqual(['both', 'expired', 'idle', 'own']);
      const counts = await store.servers.countByAccount(['a', 'b', 'none'], NOON);
      expect([...counts].sort()).toEqual([
        ['a', 2],
        ['b', 2],
        ['none', 0],
      ]);
      expect([...(await store.servers.countByAccount([], NOON))]).toEqual([]);
    });

    test('count all that fit, on every page', async () => {
      for (const id of ['1', '2', '3', '4'])
        await store.servers.insert(aServer('a', id, { name: id === '4' ? 'other' : 'desk' }));
      const query = { accountIds: ['a'], now: NOON, limit: 2, search: 'desk' };
      const first = await store.servers.list(query);
      expect(first).toMatchObject({ total: 3, next: expect.any(String) });
      const last = await store.servers.list({ ...query, next_cursor: first.next ?? undefined });
      expect({ total: last.total, ids: last.rows.length, next: last.next }).toEqual({ total: 3, ids: 1, next: null });
    });

    test.for(serverSorts)('by %s go through equal and missing values without a skip or a repeat', async (sort) => {
      const values: Record<ServerSort, readonly object[]> = {
        name: ['beta', 'Alpha', 'beta', 'alpha', 'ÄHRE', 'beta', 'x'.repeat(200)].map((name) => ({ name })),
        created_at: [1, 2, 2, 2, 3, 3, 4].map((at) => ({ created_at: NOON + at })),
        expires_at: [null, 5, 5, null, 9, 5, null].map((at) => ({ expires_at: at === null ? null : NOON + at })),
        last_used_at: [null, 5, 5, null, 9, 5, null].map((at) => ({ last_used_at: at })),
      };
      for (const [index, value] of values[sort].entries()) await store.servers.insert(aServer('a', `s${index}`, value));
      for (const order of ['asc', 'desc'] as const) {
        const found = await walk({ sort, order });
        expect({ order, count: new Set(found).size, length: found.length }).toEqual({ order, count: 7, length: 7 });
        expect(found).toEqual(await ids({ sort, order }));
        expect(found.toReversed()).toEqual(await ids({ sort, order: order === 'asc' ? 'desc' : 'asc' }));
      }
    });

    test('put names in an order that has no case, what never ends last, and what was never used first', async () => {
      await store.servers.insert(aServer('a', '1', { name: 'b', expires_at: NOON + 9, last_used_at: 7 }));
      await store.servers.insert(aServer('a', '2', { name: 'A', expires_at: null, last_used_at: null }));
      await store.servers.insert(aServer('a', '3', { name: 'C', expires_at: NOON + 5, last_used_at: 9 }));
      expect(await ids({ sort: 'name', order: 'asc' })).toEqual(['2', '1', '3']);
      expect(await ids({ sort: 'expires_at', order: 'asc' })).toEqual(['3', '1', '2']);
      expect(await ids({ sort: 'last_used_at', order: 'desc' })).toEqual(['3', '1', '2']);
    });

    test('refuse the cursor of another order, and what is none', async () => {
      for (const id of ['1', '2', '3']) await store.servers.insert(aServer('a', id));
      const { next } = await store.servers.list({ now: NOON, limit: 1, sort: 'name', order: 'asc' });
      const cursorOf = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url');
      for (const [sort, order, cursor] of [
        ['created_at', 'asc', next],
        ['name', 'desc', next],
        ['created_at', 'desc', cursorOf('created_at', 'desc', 'text', '1')],
        ['created_at', 'desc', cursorOf('created_at', 'desc', 1.5, '1')],
        ['created_at', 'desc', cursorOf('created_at', 'desc', 1, "'")],
        ['name', 'asc', cursorOf('name', 'asc', 7, '1')],
        ['name', 'asc', cursorOf('name', 'asc', '\0', '1')],
        ['name', 'asc', '%%%'],
      ] as const)
        await expect(
          store.servers.list({ now: NOON, limit: 1, sort, order, next_cursor: cursor ?? '' }),
        ).rejects.toMatchObject({ problems: [{ argument: 'next_cursor' }] });
    });

    test('of stores from before are searched as well', async () => {
      await store.servers.insert(aServer('a', 's', { name: 'Büro', owner: 'Ünal' }));
      await store.accounts.update('a', { label: 'Fährhügel', workspace_name: 'Örtchen' });
      for (const index of ['servers_by_name', 'all_servers_by_name', 'servers_switched_off'])
        await store.db.schema.dropIndex(index).execute();
      for (const [table, column] of [
        ['servers', 'enabled'],
        ['servers', 'folded_name'],
        ['servers', 'folded_owner'],
        ['accounts', 'folded_label'],
        ['accounts', 'folded_workspace'],
      ] as const)
        await store.db.schema.alterTable(table).dropColumn(column).execute();
      await migrations['008_servers']?.up(store.db);
      expect([await ids({ search: 'BÜRO' }), await ids({ search: 'ünal', enabled: true })]).toEqual([['s'], ['s']]);
      for (const search of ['FÄHR', 'ÖRT'])
        expect((await store.accounts.list({ limit: 5, search })).rows.map(({ id }) => id)).toEqual(['a']);
    });
  });

  test.skipIf(!engine.isThere)('of accounts are searched by label, workspace and the beginning of ids', async () => {
    await using made = await emptyStore(engine);
    const { accounts } = made.store;
    await accounts.insert(anAccount('1a', { label: 'Straße', workspace_id: 'W1', workspace_name: 'Émile' }));
    await accounts.insert(anAccount('2b', { label: '100%', workspace_id: null, workspace_name: null }));
    for (const [search, want] of [
      ['STRASSE', ['1a']],
      ['émile', ['1a']],
      ['w1', ['1a']],
      ['2B', ['2b']],
      ['%', ['2b']],
      ['b', []],
    ] as const)
      expect({ search, ids: (await accounts.list({ limit: 5, search })).rows.map(({ id }) => id) }).toEqual({
        search,
        ids: want,
      });
    expect((await accounts.list({ limit: 5, search: '', ids: ['2b'] })).rows).toHaveLength(1);
    await accounts.update('2b', { label: 'Neu', workspace_name: 'Ähre' });
    expect((await accounts.list({ limit: 5, search: 'ÄHRE' })).rows.map(({ id }) => id)).toEqual(['2b']);
    expect((await accounts.list({ limit: 5, search: '%' })).rows).toEqual([]);
  });
});
