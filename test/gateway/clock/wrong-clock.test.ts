import { describe, expect, test } from 'vitest';
import { createGateway } from '../../../gateway/index.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { aLink, aLogin, anEntry, LATER } from '../store/support/rows.ts';
import { emptyStore, postgres, sqlite } from '../support/engines.ts';
import { ADMIN_KEY, KEYS, PUBLIC_URL, testGateway } from '../support/gateway.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer } from '../support/rows.ts';

const HOUR = 3_600_000;

/** A gateway over a store, on a machine whose clock is wrong by so much. */
async function gatewayOf(store: TestStore, wrongBy: () => number) {
  return createGateway({
    ...{
      apis: [hostIntercom()],
      store,
      keys: KEYS,
      adminKey: ADMIN_KEY,
      publicUrl: PUBLIC_URL,
      sweepInterval: 2 ** 30,
    },
    now: () => Date.now() + wrongBy(),
  });
}

/** Rows that end within an hour, or would be too old in a day. */
async function fill(store: TestStore): Promise<void> {
  const now = Date.now();
  const ends = { expires_at: now + HOUR };
  await store.accounts.insert(anAccount('a'));
  await store.servers.insert(aServer('a', 's', ends));
  await store.apiTokens.insert({
    ...{ id: 't', account_id: null, name: 'laptop', digest: 't', created_at: now, last_used_at: null },
    ...ends,
  });
  await store.logins.insert(aLogin('l', ends));
  await store.confirmations.remember('1', now + HOUR);
  await store.oauth.insertClient({ id: 'c', name: 'Claude', redirect_uris: '[]', created_at: now, ...ends });
  const entry = anEntry(now.toString(36).padStart(9, '0'), { at: now });
  await store.transaction(({ audit }) => audit.append([entry], aLink));
}

async function left(store: TestStore) {
  return {
    server: (await store.servers.getById('s'))?.id,
    token: (await store.apiTokens.get('t'))?.id,
    login: (await store.db.selectFrom('logins').select('id').executeTakeFirst())?.id,
    isNewConfirmation: await store.confirmations.remember('1', LATER),
    client: (await store.oauth.getClient('c'))?.id,
    lines: (await store.audit.list({ action: 'tools/call' }, { limit: 5 })).rows.length,
  };
}

const all = { server: 's', token: 't', login: 'l', isNewConfirmation: false, client: 'c', lines: 1 };

describe('a clock that is wrong deletes nothing', () => {
  test.skipIf(!postgres.isThere)(
    'of one of two processes over PostgreSQL: both go by the time of the database',
    async () => {
      await using made = await emptyStore(postgres);
      await using store = await openTestStore(made.address);
      await using right = await gatewayOf(made.store, () => 0);
      // Of ninety days the audit log would be empty, too.
      await using wrong = await gatewayOf(store, () => 100 * 24 * HOUR);
      await fill(made.store);
      for (const gateway of [wrong, right, wrong]) await gateway.sweep();
      expect(await left(made.store)).toEqual(all);
      expect(Math.abs(wrong.context.now() - right.context.now())).toBeLessThan(HOUR);
    },
  );

  test('over SQLite: clearing away waits, says so and is counted; when it is right again nothing has been', async () => {
    await using made = await emptyStore(sqlite);
    let wrongBy = 0;
    await using gateway = await gatewayOf(made.store, () => wrongBy);
    await fill(made.store);
    await gateway.sweep();
    wrongBy = 100 * 24 * HOUR;
    for (let turn = 0; turn < 3; turn += 1) await gateway.sweep();
    expect(await left(made.store)).toEqual(all);
    const { value } = (await gateway.context.metrics.sweepHesitations.get()).values[0] ?? {};
    expect(value).toBe(1);
    // A process that starts now does no better.
    await using other = await gatewayOf(made.store, () => wrongBy);
    await other.sweep();
    wrongBy = 0;
    await gateway.sweep();
    expect(await left(made.store)).toEqual(all);
  });

  test('what is over by it is refused all the same, and is there again once it is right', async () => {
    let time = Date.now();
    // Time itself stands still.
    await using made = await testGateway({ now: () => time, uptime: () => 0 });
    const { url } = await made.server(await made.account(), {}, time + HOUR);
    await made.gateway.sweep();
    time += 2 * HOUR;
    await made.gateway.sweep();
    expect((await made.mcp(url, 'tools/list')).status).toBe(410);
    time -= 2 * HOUR;
    expect((await made.mcp(url, 'tools/list')).status).toBe(200);
  });
});
