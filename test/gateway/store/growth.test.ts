import { type CompiledQuery, sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fillAudit, fillServers } from '../../../bench/growth/fill-store.ts';
import type { AuditFilter } from '../../../gateway/store/contract/audit.ts';
import type { ServerQuery } from '../../../gateway/store/contract/servers.ts';
import { emptyStore, engines, sqlite } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';

/** Servers of which lists are read: enough that a database prefers an index to all of them. */
const MANY = 20_000;

/** Rows of a page. */
const PAGE = 50;

/** The statements that some work sends. */
async function statementsOf(store: TestStore, work: () => Promise<unknown>): Promise<CompiledQuery[]> {
  const sent = vi.spyOn(store.db.getExecutor(), 'executeQuery');
  await work();
  const queries = sent.mock.calls.map(([query]) => query);
  sent.mockRestore();
  return queries;
}

async function planOf(store: TestStore, { sql: text, parameters }: CompiledQuery, how: string): Promise<unknown[]> {
  const query = { ...sql`${sql.raw(how)}`.compile(store.db), sql: `${how} ${text}`, parameters };
  return (await store.db.executeQuery(query)).rows;
}

describe.each(engines)('lists of many servers over $name', (engine) => {
  describe.skipIf(!engine.isThere)('go through no more than they show', () => {
    let store: TestStore;
    beforeAll(async () => {
      const made = await emptyStore(engine);
      store = made.store;
      const accounts = ['a', 'b', 'c', 'd'];
      for (const id of accounts) await store.accounts.insert(anAccount(id));
      await fillServers({ db: store.db, engine: store.engine }, { from: 0, to: MANY, accounts, now: NOON });
      for (const id of ['off', 'both']) await store.servers.insert(aServer('d', id, { enabled: 0 }));
      await store.servers.setFurtherAccounts('both', ['b']);
      await sql`analyze`.execute(store.db);
      return () => made[Symbol.asyncDispose]();
    }, 60_000);

    const list = (query: Partial<ServerQuery>) => store.servers.list({ limit: PAGE, now: NOON, ...query });

    test.for<readonly [what: string, query: Partial<ServerQuery>, index: string]>([
      ['all', {}, 'servers_newest'],
      ['all by name', { sort: 'name' }, 'all_servers_by_name'],
      ['all by their end', { sort: 'expires_at', order: 'asc' }, 'all_servers_by_expiry'],
      ['all by their last use', { sort: 'last_used_at' }, 'all_servers_by_use'],
      ['of one account', { accountIds: ['a'] }, 'servers_by_age'],
      ['of one account by name', { accountIds: ['a'], sort: 'name', order: 'asc' }, 'servers_by_name'],
      ['of one account by their end', { accountIds: ['a'], sort: 'expires_at' }, 'servers_by_expiry'],
      ['of one account by their last use', { accountIds: ['a'], sort: 'last_used_at', order: 'asc' }, 'servers_by_use'],
      ['of several accounts', { accountIds: ['b', 'c', 'd'] }, 'servers_by_age'],
      ['switched on', { enabled: true }, 'servers_newest'],
      ['switched off', { enabled: false }, 'servers_switched_off'],
      ['switched off by name', { enabled: false, accountIds: ['d'], sort: 'name' }, 'servers_switched_off'],
    ])('%s', async ([, query, index]) => {
      const { next } = await list(query);
      const [page] = await statementsOf(store, () => list({ ...query, next_cursor: next ?? undefined }));
      if (page === undefined) throw new Error('no statement was sent');
      if (engine.name === 'SQLite') {
        const steps = (await planOf(store, page, 'explain query plan')).map((step) => String(Object(step).detail));
        const used = steps.flatMap((step) => /^(?:SCAN|SEARCH) servers USING INDEX (\w+)/.exec(step)?.[1] ?? []);
        // What further accounts view is read by ids.
        expect(new Set(used.filter((name) => !name.startsWith('sqlite_autoindex')))).toEqual(new Set([index]));
        expect(steps.filter((step) => /^SCAN servers$/.test(step))).toEqual([]);
      } else {
        const [plan] = await planOf(store, page, 'explain (analyze, format json)');
        const read = rowsRead(Object(plan)['QUERY PLAN']);
        expect(read, `rows read for ${PAGE}`).toBeLessThan(10 * PAGE);
        expect(read).toBeGreaterThanOrEqual(query.enabled === false ? 1 : PAGE);
      }
    });

    test.skipIf(engine.name !== 'SQLite')('and are counted by indexes alone', async () => {
      for (const query of [{}, { accountIds: ['a'] }, { enabled: true }]) {
        const [, count] = await statementsOf(store, () => list(query));
        if (count === undefined) throw new Error('nothing was counted');
        const steps = (await planOf(store, count, 'explain query plan')).map((step) => String(Object(step).detail));
        expect(steps.filter((step) => step.startsWith('SCAN servers') && !step.includes('COVERING INDEX'))).toEqual([]);
      }
    });

    test('and are not counted where one page has them all', async () => {
      expect(await statementsOf(store, () => list({ enabled: false }))).toHaveLength(1);
      expect((await list({ enabled: false })).total).toBe(2);
    });

    test('and their totals are right, over or not, and switched on or off', async () => {
      const later = NOON + 3 * 86_400_000;
      for (const query of [
        {},
        { accountIds: ['a'] },
        { accountIds: ['b', 'd'] },
        { enabled: true },
        { search: 'team 4' },
      ])
        for (const now of [NOON, later]) {
          const { total } = await list({ ...query, now });
          expect({ query, now, total }).toEqual({ query, now, total: (await walk({ ...query, now })).size });
        }
    });

    /** The ids on all pages. */
    async function walk(query: Partial<ServerQuery>): Promise<ReadonlySet<string>> {
      const found = new Set<string>();
      for (let next_cursor: string | undefined; ; ) {
        const { rows, next } = await list({ ...query, limit: 5000, next_cursor });
        for (const { id } of rows) found.add(id);
        if (next === null) return found;
        next_cursor = next;
      }
    }
  });
});

describe.each(engines)('the audit log over $name', (engine) => {
  describe.skipIf(!engine.isThere)('is read by the narrowest of its filters', () => {
    let store: TestStore;
    beforeAll(async () => {
      const made = await emptyStore(engine);
      store = made.store;
      const lines = {
        from: 0,
        to: MANY,
        most: MANY,
        accounts: ['a', 'b'],
        servers: ['s1', 's2', 's3', 's4'],
        now: NOON,
      };
      await fillAudit({ db: store.db, engine: store.engine }, lines);
      await sql`analyze`.execute(store.db);
      return () => made[Symbol.asyncDispose]();
    }, 60_000);

    test.for<readonly [what: string, filter: AuditFilter, index: string]>([
      ['a server', { server_id: 's1' }, 'audit_by_server_id'],
      ['a server and a status that most lines have', { server_id: 's1', status: 'ok' }, 'audit_by_server_id'],
      [
        'a server, a common actor and accounts',
        { server_id: 's1', actor: 'url', account_ids: ['a', 'b'] },
        'audit_by_server_id',
      ],
      ['a request and a status', { request_id: 'request-77', status: 'ok' }, 'audit_by_request_id'],
      ['an account', { account_ids: ['b'] }, 'audit_by_account'],
      ['a tool', { tool: 'tool_17' }, 'audit_by_tool'],
    ])('%s', async ([, filter, index]) => {
      const [page] = await statementsOf(store, () => store.audit.list(filter, { limit: PAGE }));
      if (page === undefined) throw new Error('no statement was sent');
      if (engine.name === 'SQLite') {
        const steps = (await planOf(store, page, 'explain query plan')).map((step) => String(Object(step).detail));
        expect(steps).toEqual([expect.stringMatching(new RegExp(`^SEARCH audit USING INDEX ${index} `))]);
      } else {
        const [plan] = await planOf(store, page, 'explain (analyze, format json)');
        // Of a tool with one in forty lines it may go through the newest of all.
        expect(rowsRead(Object(plan)['QUERY PLAN']), `rows read for ${PAGE}`).toBeLessThan(MANY / 8);
      }
    });
  });
});

test('what is over is found by its end over SQLite, in every table that is cleared', async () => {
  await using made = await emptyStore(sqlite);
  const { store } = made;
  const cleared = await statementsOf(store, async () => {
    await store.sweep({ now: NOON, tombstonesUntil: NOON, auditFrom: '0' });
    await store.servers.removeExpired(NOON, NOON);
    await store.audit.removeBefore('0');
  });
  const removing = cleared.filter(({ sql: text }) => text.startsWith('delete'));
  expect(removing.length).toBeGreaterThan(10);
  for (const statement of removing) {
    const steps = (await planOf(store, statement, 'explain query plan')).map((step) => String(Object(step).detail));
    expect({ sql: statement.sql, scans: steps.filter((step) => step.startsWith('SCAN')) }).toEqual({
      ...{ sql: statement.sql, scans: [] },
    });
  }
});

/** Rows that the scans of a plan of PostgreSQL went through. */
function rowsRead(plan: unknown): number {
  if (Array.isArray(plan)) return plan.reduce((sum: number, part) => sum + rowsRead(part), 0);
  const node = Object(plan);
  const own =
    'Relation Name' in node ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] : 0;
  return own + rowsRead(node.Plan ?? node.Plans ?? []);
}
