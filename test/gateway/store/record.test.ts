import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuditLink, newAuditId } from '../../../gateway/audit/audit-entry.ts';
import { countersOf } from '../../../gateway/audit/counters-of.ts';
import { verifyChain } from '../../../gateway/audit/verify-chain.ts';
import { createDigest } from '../../../gateway/secrets/tokens.ts';
import type { AuditBatch, NewAuditEntry } from '../../../gateway/store/contract/audit.ts';
import { ALL_TOOLS, startOf } from '../../../gateway/store/contract/counters.ts';
import { TURN } from '../../../gateway/store/sql/turn.ts';
import { type Engine, emptyStore, engines, postgres } from '../support/engines.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { NOON } from '../support/rows.ts';
import { statementsOf } from '../support/statements.ts';
import { anEntry } from './support/rows.ts';

const link = createAuditLink(createDigest(new Uint8Array(32)));

/** Lines of one batch, each a call of a server. */
const batchOf = (lines: number, changes: Partial<NewAuditEntry> = {}): AuditBatch => {
  const entries = Array.from({ length: lines }, () => anEntry(newAuditId(NOON), changes));
  return { entries, counters: countersOf(entries), link };
};

const placesOf = async (store: TestStore): Promise<(string | undefined)[]> =>
  (await store.audit.chained(0, 10_000)).map(({ id }) => id);

const countedIn = async ({ counters }: TestStore): Promise<number> =>
  (await counters.byStart({ scopes: ['gateway'], span: 'hour', tool: ALL_TOOLS }, [startOf('hour', NOON)])).reduce(
    (sum, { calls }) => sum + calls,
    0,
  );

describe.each(engines)('batches of several openings of a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('are put behind each other', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let stores: TestStore[] = [];
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
      const open = () => openTestStore(made.address);
      stores = [store, await open(), await open(), await open()];
    });
    afterAll(async () => {
      for (const one of stores.slice(1)) await one.close();
      await made?.[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      for (const table of ['audit', 'audit_chain', 'call_counters'] as const)
        await store.db.deleteFrom(table).execute();
    });

    /** Batches through one opening, one after the other. */
    async function writeThrough(one: TestStore, batches: readonly AuditBatch[]): Promise<void> {
      for (const batch of batches) await one.record(() => batch);
    }

    test('all of them, each in one piece and in its order, and counted once, with changes in between', async () => {
      const batches = stores.map((_, index) => Array.from({ length: 12 }, () => batchOf(1 + index)));
      const changes = Array.from({ length: 6 }, () => batchOf(1).entries);
      await Promise.all([
        ...stores.map((one, index) => writeThrough(one, batches[index] ?? [])),
        ...changes.map((entries) => store.transaction(({ audit }) => audit.append(entries, link))),
      ]);
      const lines = 12 * (1 + 2 + 3 + 4);
      expect(await verifyChain(store, link)).toMatchObject({
        ...{ entries: lines + changes.length, problems: [], unchained: 0, last: { seq: lines + changes.length } },
      });
      const places = await placesOf(store);
      for (const { entries } of batches.flat()) {
        const from = places.indexOf(entries[0]?.id);
        expect(places.slice(from, from + entries.length)).toEqual(entries.map(({ id }) => id));
      }
      expect(await countedIn(store)).toBe(lines);
    });

    test('and whoever is left alone needs no more than at first', async () => {
      const [first, second] = stores as [TestStore, TestStore];
      const alone = async (one: TestStore) => (await statementsOf(() => one.record(() => batchOf(1)))).length;
      const settle = () =>
        writeThrough(
          first,
          Array.from({ length: 6 }, () => batchOf(1)),
        );
      await settle();
      const usual = await alone(first);
      for (let turn = 0; turn < 3; turn += 1) {
        await second.record(() => batchOf(1));
        expect(await alone(first)).toBeGreaterThan(usual);
      }
      await settle();
      expect(await alone(first)).toBe(usual);
    });

    test('once, though they are tried again because nobody knows whether they were stored', async () => {
      const [batch, next] = [batchOf(3), batchOf(2)];
      await store.record(() => batch);
      await store.record(() => next);
      for (const again of stores.slice(1)) await again.record(() => batch);
      await stores[1]?.record(() => batchOf(1));
      expect(await verifyChain(store, link)).toMatchObject({ entries: 6, problems: [] });
      expect(await countedIn(store)).toBe(6);
    });

    test('and whatever was typed is stored as a text', async () => {
      const typed = [
        'half \ud83d of it',
        'the text \\ud83d of it',
        '"quoted" \\ \u2028 \'; drop table audit; --',
        '💚',
      ];
      for (const target of typed) await store.record(() => batchOf(1, { target }));
      const { rows } = await store.audit.list({}, { limit: 9 });
      // What is no character of Unicode is stored as the sign for that by one engine, and as it is by the other.
      expect(rows.map(({ target }) => target?.toWellFormed()).toReversed()).toEqual(
        typed.map((one) => one.toWellFormed()),
      );
    });
  });
});

describe.skipIf(!postgres.isThere)('the turn to append over PostgreSQL', () => {
  const holders = async ({ db }: TestStore): Promise<unknown> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(
      db,
    );
    return rows[0]?.count;
  };

  test('that somebody keeps holds nobody up: batches of others are stored without', async () => {
    await using made = await emptyStore(postgres);
    await using other = await openTestStore(made.address);
    const { store } = made;
    await store.db.connection().execute(async (one) => {
      await sql`select pg_advisory_lock(${sql.raw(TURN)})`.execute(one);
      await Promise.all(
        [store, other].flatMap((each) => [batchOf(2), batchOf(1)].map((batch) => each.record(() => batch))),
      );
      expect(await holders(store)).toBe(1);
      await sql`select pg_advisory_unlock(${sql.raw(TURN)})`.execute(one);
    });
    await other.record(() => batchOf(1));
    expect(await verifyChain(store, link)).toMatchObject({ entries: 7, problems: [] });
    expect(await countedIn(store)).toBe(7);
    expect(await holders(store)).toBe(0);
  });

  test('ends with a batch that fails', async () => {
    await using made = await emptyStore(postgres);
    const { store } = made;
    const failing = {
      ...batchOf(1),
      link: () => {
        throw new Error('on purpose');
      },
    };
    await expect(store.record(() => failing)).rejects.toThrow('on purpose');
    expect(await holders(store)).toBe(0);
    await store.record(() => batchOf(1));
    expect(await verifyChain(store, link)).toMatchObject({ entries: 1, problems: [] });
  });

  test('ends with the connection that had it', async () => {
    await using made = await emptyStore(postgres);
    const { store } = made;
    const taken = Promise.withResolvers<number>();
    const broken = store.db.connection().execute(async (one) => {
      const { rows } = await sql<{
        pid: number;
      }>`select pg_backend_pid() as pid, pg_advisory_lock(${sql.raw(TURN)})`.execute(one);
      taken.resolve(rows[0]?.pid ?? 0);
      await sql`select pg_sleep(60)`.execute(one);
    });
    const ended = expect(broken).rejects.toMatchObject({ failure: 'lost' });
    await sql`select pg_terminate_backend(${await taken.promise})`.execute(store.db);
    await ended;
    await store.record(() => batchOf(1));
    expect(await verifyChain(store, link)).toMatchObject({ entries: 1, problems: [] });
    expect(await holders(store)).toBe(0);
  });
});
