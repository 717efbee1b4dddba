import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../gateway/store/contract/store-unavailable.ts';
import { openStore } from '../../../gateway/store/open-store.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';
import { postgres, sqlite } from '../support/engines.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { openProxy } from '../support/postgres-proxy.ts';
import { anAccount } from '../support/rows.ts';

const TIMEOUTS = { connect: 1000, statement: 1000, query: 1500 };

/** A store by a way that can break. */
async function openByProxy(options: { readonly connections?: number; readonly timeouts?: typeof TIMEOUTS } = {}) {
  const place = await postgres.place();
  const proxy = await openProxy(place.address);
  const store = await openTestStore(proxy.address, { timeouts: TIMEOUTS, ...options });
  const kinds: string[] = [];
  store.onFailure(({ failure }) => kinds.push(failure));
  return {
    store,
    proxy,
    address: place.address,
    /** The kinds of the failures that a listener heard of. */
    kinds,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await proxy[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** The failure that something ends with, and after how many milliseconds. */
async function failing(work: Promise<unknown>): Promise<StoreUnavailable & { ms: number }> {
  const began = performance.now();
  const error = await work.then(
    (result) => new Error(`it answered ${JSON.stringify(result)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreUnavailable)) throw error;
  return Object.assign(error, { ms: performance.now() - began });
}

/** A margin for machines that are busy with something else. */
const LATE = 5000;

describe.skipIf(!postgres.isThere)('a PostgreSQL that', () => {
  test('falls silent is given up in time, and a change says that it may have been made', async () => {
    await using made = await openByProxy();
    const { store, proxy } = made;
    // One connection is open, and leads into silence.
    await store.ping();
    proxy.silence();
    const read = await failing(store.settings.get('x'));
    expect(read).toMatchObject({ failure: 'silent', isOutcomeUnknown: false, help: 'Try again in 5 seconds.' });
    expect(read.ms).toBeLessThan(TIMEOUTS.query + LATE);
    // No other is made.
    const refused = await failing(store.settings.set('x', '1'));
    expect(refused).toMatchObject({ failure: 'unreachable', isOutcomeUnknown: false });
    expect(refused.ms).toBeLessThan(TIMEOUTS.connect + LATE);
    proxy.speak();
    await store.settings.set('x', '2');
    proxy.silence();
    const changed = await failing(store.settings.set('x', '3'));
    expect(changed).toMatchObject({ failure: 'silent', isOutcomeUnknown: true });
    expect(changed.help).toMatch(/not known whether the change was made/);
    expect(changed.message + changed.help).not.toMatch(/127\.0\.0\.1|settings/);
    proxy.speak();
    expect(await store.settings.get('x')).toMatch(/^[23]$/);
    expect(made.kinds).toEqual(['silent', 'unreachable', 'silent']);
  });

  test('falls silent within a transaction takes it back, and may have kept it from its commit on', async () => {
    await using made = await openByProxy();
    const { store, proxy } = made;
    const within = await failing(
      store.transaction(async ({ settings }) => {
        await settings.set('first', '1');
        proxy.silence();
        await settings.set('second', '1');
      }),
    );
    expect(within).toMatchObject({ failure: 'silent', isOutcomeUnknown: false });
    // One statement was waited for, and the end of the transaction for nothing more.
    expect(within.ms).toBeLessThan(TIMEOUTS.query + LATE);
    await proxy.leave();
    await proxy.comeBack();
    proxy.speak();
    expect(await store.settings.all()).toEqual([]);
    const atEnd = await failing(
      store.transaction(async ({ settings }) => {
        await settings.set('third', '1');
        proxy.silence();
      }),
    );
    expect(atEnd).toMatchObject({ failure: 'silent', isOutcomeUnknown: true });
  });

  test('comes back elsewhere is asked by new connections at once, though the old ones still stand', async () => {
    await using made = await openByProxy({ connections: 4 });
    const { store, proxy } = made;
    await Promise.all(Array.from({ length: 4 }, () => sql`select pg_sleep(0.2)`.execute(store.db)));
    const before = proxy.connections();
    proxy.silence();
    expect(await failing(store.ping())).toMatchObject({ failure: 'silent' });
    proxy.speak({ keepsSilent: true });
    const began = performance.now();
    await Promise.all(Array.from({ length: 4 }, () => store.ping()));
    // None of the three others that were open was tried.
    expect(performance.now() - began).toBeLessThan(TIMEOUTS.query);
    expect(proxy.connections()).toBeGreaterThan(before);
    expect(made.kinds).toEqual(['silent']);
  });

  test('is gone, and is there again: the first question is answered', async () => {
    await using made = await openByProxy();
    const { store, proxy } = made;
    await store.ping();
    await proxy.leave();
    for (let tries = 0; tries < 5; tries += 1) {
      const error = await failing(store.settings.set('x', '1'));
      expect(error.failure).toMatch(/^(?:lost|unreachable)$/);
      expect(error.ms).toBeLessThan(LATE);
    }
    await proxy.comeBack();
    await store.ping();
    await store.settings.set('x', '1');
    expect(made.kinds).toContain('unreachable');
  });

  test('has no connection free says so in time, and goes on', async () => {
    await using made = await openByProxy({ connections: 1 });
    const { store } = made;
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const held = store.transaction(() => released);
    const error = await failing(store.settings.set('x', '1'));
    expect(error).toMatchObject({ failure: 'exhausted', isOutcomeUnknown: false });
    expect(error.ms).toBeLessThan(TIMEOUTS.connect + LATE);
    // Clearing away what is over waits for nobody's call.
    await store.sweep({ now: 0, tombstonesUntil: 0, auditFrom: '' });
    release();
    await held;
    await store.settings.set('x', '1');
  });

  test('takes too long for a statement ends it itself, and its connection is used on', async () => {
    await using made = await openByProxy({ connections: 1 });
    const { store, proxy } = made;
    const before = proxy.connections();
    const error = await failing(sql`select pg_sleep(60)`.execute(store.db));
    expect(error).toMatchObject({ failure: 'slow', isOutcomeUnknown: false });
    await store.ping();
    expect(proxy.connections()).toBeLessThanOrEqual(before + 1);
  });

  test('is a standby, or lost its tables, is away and no bug', async () => {
    await using made = await openByProxy();
    const { store } = made;
    const reading = failing(
      store.db.transaction().execute(async (within) => {
        await sql`set transaction read only`.execute(within);
        await within.insertInto('settings').values({ name: 'x', value: '1' }).execute();
      }),
    );
    expect(await reading).toMatchObject({ failure: 'read_only', isOutcomeUnknown: false });
    await sql`drop table settings`.execute(store.db);
    expect(await failing(store.settings.get('x'))).toMatchObject({ failure: 'refused' });
  });

  test('ends one connection harms no other', async () => {
    const timeouts = { ...TIMEOUTS, statement: 60_000, query: 60_000 };
    await using made = await openByProxy({ connections: 2, timeouts });
    const { store } = made;
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const error = failing(
      store.db.transaction().execute(async (within) => {
        begin();
        await sql`select pg_sleep(60)`.execute(within);
      }),
    );
    await begun;
    const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)%' and datname = current_database() and pid <> pg_backend_pid()`;
    await expect.poll(async () => (await end.execute(store.db)).rows.length, { timeout: 20_000 }).toBe(1);
    expect(await error).toMatchObject({ failure: 'lost', isOutcomeUnknown: false });
    await store.ping();
  });

  test('accepts and is silent from the start is said so in time', async () => {
    await using place = await postgres.place();
    await using proxy = await openProxy(place.address);
    proxy.silence();
    const began = performance.now();
    const error = await openStore(proxy.address, { connectTimeout: 1000 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(/cannot be opened/);
    expect(performance.now() - began).toBeLessThan(1000 + LATE);
  });

  test('is silent holds no store that is closed', async () => {
    await using place = await postgres.place();
    await using proxy = await openProxy(place.address);
    const store = await openTestStore(proxy.address, { timeouts: { ...TIMEOUTS, query: 60_000 } });
    await store.ping();
    proxy.silence();
    const going = failing(store.ping());
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(5000 + LATE);
    expect(await going).toMatchObject({ failure: 'lost' });
  });

  test('is asked wrongly says so: a bug stays a bug', async () => {
    await using made = await openByProxy();
    const { store } = made;
    await store.accounts.insert(anAccount('a'));
    await expect(store.accounts.insert(anAccount('a'))).rejects.toMatchObject({ code: '23505' });
    await expect(sql`select nonsense(`.execute(store.db)).rejects.not.toBeInstanceOf(StoreUnavailable);
    await expect(store.transaction(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow(TypeError);
    await store.ping();
    expect(made.kinds).toEqual([]);
  });
});

describe('an SQLite file that', () => {
  test('another process holds is away, and comes back', async () => {
    await using place = await sqlite.place();
    await using store = await openTestStore(place.address);
    using other = new DatabaseSync(place.address);
    other.exec('begin immediate');
    expect(await failing(store.settings.set('x', '1'))).toMatchObject({ failure: 'conflict', isOutcomeUnknown: false });
    other.exec('rollback');
    await store.settings.set('x', '1');
  });

  test('has no room left is away, and bugs stay bugs', async () => {
    await using place = await sqlite.place();
    await using store = await openTestStore(place.address);
    await store.accounts.insert(anAccount('a'));
    await expect(store.accounts.insert(anAccount('a'))).rejects.not.toBeInstanceOf(StoreUnavailable);
    await sql`pragma max_page_count = 1`.execute(store.db);
    const error = await failing(store.settings.set('x', 'much '.repeat(100_000)));
    expect(error).toMatchObject({ failure: 'full', isOutcomeUnknown: false });
    await sql`pragma max_page_count = 1000000`.execute(store.db);
    await store.settings.set('x', '1');
  });
});
