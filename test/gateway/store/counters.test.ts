import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CountRange } from '../../../gateway/store/contract/counters.ts';
import type { Tables } from '../../../gateway/store/contract/tables.ts';
import { migrations } from '../../../gateway/store/sql/migrations.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { aCounter, anAccount, NOON } from '../support/rows.ts';

const DAY = 24 * 3_600_000;

/** Takes back what the migration does. */
async function undo(db: Kysely<Tables>): Promise<void> {
  await db.schema.dropTable('call_counters').execute();
  for (const column of ['last_used_at', 'budget_limit', 'budget_remaining', 'budget_reset_at', 'budget_seen_at'])
    await db.schema.alterTable('accounts').dropColumn(column).execute();
}

describe.each(engines)('counters over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('are', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    beforeEach(async () => {
      for (const table of ['call_counters', 'accounts'] as const) await store.db.deleteFrom(table).execute();
    });

    const range: CountRange = { scopes: ['server:s'], span: 'day', from: '2026-11-24', to: '2026-11-25' };

    test('added up, whoever adds, also more than a statement takes', async () => {
      await using other = await openTestStore(made.address);
      const rows = Array.from({ length: 1500 }, (_, index) =>
        aCounter({ tool: `t${String(index).padStart(4, '0')}`, calls: 2, upto_10: 1, longer: 1 }),
      );
      await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          (index % 2 === 0 ? store : other).transaction(({ counters }) => counters.add(rows)),
        ),
      );
      const found = await store.counters.byTool(range);
      expect(found).toHaveLength(1500);
      for (const row of found)
        expect(row).toMatchObject({ status: 'ok', calls: 12, upto_10: 6, upto_25: 0, longer: 6 });
      await store.counters.add([]);
      const all = aCounter({ tool: '', longer: 1 });
      await store.counters.add([all]);
      await other.counters.add([all, aCounter({ tool: '', account_id: 'b' })]);
      expect(await store.counters.byStart(range, ['2026-11-25'])).toEqual([
        expect.objectContaining({ start: '2026-11-25', status: 'ok', calls: 3, upto_10: 3, longer: 2 }),
      ]);
    });

    test('read by scope, span, time, tool and account', async () => {
      await store.counters.add([
        aCounter({ calls: 1 }),
        aCounter({ calls: 2, tool: 'reply', status: 'failed' }),
        aCounter({ calls: 4, start: '2026-11-24' }),
        aCounter({ calls: 8, start: '2026-11-23' }),
        aCounter({ calls: 16, start: '2026-11-26' }),
        aCounter({ calls: 32, account_id: 'b' }),
        aCounter({ calls: 64, scope: 'server:other' }),
        aCounter({ calls: 128, span: 'hour', start: '2026-11-25T12' }),
        aCounter({ calls: 256, scope: 'account:a' }),
        aCounter({ calls: 512, scope: 'gateway', account_id: '' }),
        aCounter({ calls: 1024, tool: '' }),
        aCounter({ calls: 2048, tool: '', start: '2026-11-23' }),
      ]);
      const { counters } = store;
      const calls = async (changes: Partial<CountRange>) =>
        (await counters.byTool({ ...range, ...changes })).reduce((sum, row) => sum + row.calls, 0);
      expect(await calls({})).toBe(1 + 2 + 4 + 32);
      expect(await calls({ account_ids: ['a'] })).toBe(1 + 2 + 4);
      expect(await calls({ account_ids: [] })).toBe(0);
      expect(await calls({ scopes: [] })).toBe(0);
      expect(await calls({ tool: 'reply' })).toBe(2);
      expect(await calls({ from: '2026-11-25' })).toBe(1 + 2 + 32);
      expect(await calls({ span: 'hour', from: '2026-11-25T12', to: '2026-11-25T12' })).toBe(128);
      expect(await calls({ scopes: ['account:a', 'gateway'] })).toBe(256 + 512);
      const servers = { ...range, scopes: ['server:s', 'server:other', 'server:none'] } as const;
      expect(await counters.byScope(servers)).toEqual([{ scope: 'server:s', calls: 1024 }]);
      expect(await counters.byScope({ ...servers, tool: 'search' })).toEqual(
        expect.arrayContaining([
          { scope: 'server:s', calls: 37 },
          { scope: 'server:other', calls: 64 },
        ]),
      );
      const starts = ['2026-11-23', '2026-11-24', '2026-11-25'];
      const byStart = async (changes: Partial<CountRange>) =>
        Object.fromEntries(
          (await counters.byStart({ ...range, ...changes }, starts)).map((row) => [row.start, row.calls]),
        );
      expect(await byStart({})).toEqual({ '2026-11-23': 2048, '2026-11-25': 1024 });
      expect(await byStart({ tool: 'reply' })).toEqual({ '2026-11-25': 2 });
      expect(await byStart({ account_ids: ['b'] })).toEqual({});
      expect(await counters.byStart(range, [])).toEqual([]);
      expect(await counters.byStartAndTool(range, starts, [])).toEqual([]);
      expect(await counters.byStartAndTool(range, [], ['search'])).toEqual([]);
      const cells = await counters.byStartAndTool({ ...range, account_ids: ['a'] }, starts.slice(1), [
        'search',
        'reply',
      ]);
      expect(new Set(cells.map((cell) => JSON.stringify(cell)))).toEqual(
        new Set(
          [
            { start: '2026-11-24', tool: 'search', calls: 4 },
            { start: '2026-11-25', tool: 'reply', calls: 2 },
            { start: '2026-11-25', tool: 'search', calls: 1 },
          ].map((cell) => JSON.stringify(cell)),
        ),
      );
      const row = { account_id: 'a', server_id: 's', latency_ms: 10 };
      expect(await counters.usage('a', { from: '2026-11-24', to: '2026-11-25' })).toEqual([
        { ...row, day: '2026-11-24', tool: 'search', status: 'ok', calls: 4 },
        { ...row, server_id: 'other', day: '2026-11-25', tool: 'search', status: 'ok', calls: 64 },
        { ...row, day: '2026-11-25', tool: 'reply', status: 'failed', calls: 2 },
        { ...row, day: '2026-11-25', tool: 'search', status: 'ok', calls: 1 },
      ]);
    });

    test('swept: hours after 31 days, days never', async () => {
      const hours = ['2026-10-25T11', '2026-10-25T12', '2026-11-25T12'];
      await store.counters.add([
        ...hours.map((start) => aCounter({ span: 'hour', start })),
        aCounter({ start: '2020-01-01' }),
      ]);
      await store.sweep({ now: NOON, tombstonesUntil: NOON, auditFrom: '' });
      const left = await store.db.selectFrom('call_counters').select('start').orderBy('start').execute();
      expect(left.map(({ start }) => start)).toEqual(['2020-01-01', '2026-10-25T12', '2026-11-25T12']);
    });

    test('kept where a version before counted by days', async () => {
      await undo(store.db);
      const days = [
        ['a', 's', 3],
        ['a', 't', 5],
        ['b', 's', 7],
      ] as const;
      for (const [account, server, calls] of days)
        await sql`insert into usage (day, account_id, server_id, tool, status, calls, latency_ms)
          values ('2026-11-25', ${account}, ${server}, 'search', 'ok', ${calls}, ${calls * 10})`.execute(store.db);
      await migrations['007_use']?.up(store.db);
      const rows = await store.db
        .selectFrom('call_counters')
        .select(['scope', 'account_id', 'tool', 'span', 'start', 'calls', 'latency_ms', 'upto_10', 'longer'])
        .execute();
      expect(
        Object.fromEntries(
          rows.map(({ scope, account_id, tool, ...row }) => [`${scope}/${account_id}/${tool}/${row.span}`, row]),
        ),
      ).toEqual(
        Object.fromEntries(
          [
            ['server:s/a', 3],
            ['server:t/a', 5],
            ['server:s/b', 7],
            ['account:a/a', 8],
            ['account:b/b', 7],
            ['gateway/', 15],
          ].flatMap(([key, calls]) =>
            ['', 'search'].flatMap((tool) =>
              [
                { span: 'day', start: '2026-11-25' },
                { span: 'month', start: '2026-11' },
              ].map((row) => [
                `${key}/${tool}/${row.span}`,
                { ...row, calls, latency_ms: Number(calls) * 10, upto_10: 0, longer: 0 },
              ]),
            ),
          ),
        ),
      );
      // Processes of that version may still run.
      await sql`insert into usage values ('2026-11-25', 'a', 's', 'search', 'ok', 1, 1)`.execute(store.db);
      await sql`delete from usage`.execute(store.db);
    });

    test('beside the use of an account: its last call, and the budget of the last one that told it', async () => {
      await store.accounts.insert(anAccount('a'));
      const budget = { limit: 100, remaining: 99, reset_at: NOON + 10_000, seen_at: NOON };
      await store.accounts.noteUse('a', { at: NOON, budget });
      await store.accounts.noteUse('a', { at: NOON + DAY });
      await store.accounts.noteUse('none', { at: NOON + DAY, budget });
      expect(await store.accounts.get('a')).toEqual({
        ...anAccount('a'),
        ...{ last_used_at: NOON + DAY, budget_limit: 100, budget_remaining: 99 },
        ...{ budget_reset_at: NOON + 10_000, budget_seen_at: NOON },
      });
    });
  });
});
