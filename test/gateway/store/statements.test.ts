import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyStore, engines } from '../support/engines.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';
import { statementsOf } from '../support/statements.ts';

/**
 * What one batch of the audit log costs, with its counters. SQLite is in this process, so that each statement takes some
 * microseconds; to PostgreSQL each is a message and the wait for its answer, of which there is one.
 */
const BATCH: Readonly<Record<string, readonly string[]>> = {
  SQLite: ['begin', 'update audit_chain', 'insert audit', 'insert call_counters', 'commit'],
  PostgreSQL: ['with'],
};

/** The same where the chain ends elsewhere: the try that finds it so, and the one that asks first, which takes two messages. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  SQLite: [
    ...['begin', 'update audit_chain', 'commit'],
    ...['begin', 'insert audit_chain', 'select audit', 'update audit_chain', 'insert audit', 'insert call_counters'],
    'commit',
  ],
  PostgreSQL: ['with', 'with', 'with'],
};

/** A read, and a write that changes something at every call. */
const READ = ['get_single_intercom_me', {}] as const;
const WRITE = ['create_a_intercom_contact', { role: 'lead', name: 'Jo' }] as const;

describe.each(engines)('statements of a call over $name', (engine) => {
  const batch = BATCH[engine.name] ?? [];

  // What is remembered for half a second stays so, however long this machine takes.
  beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(performance.now()));
  afterEach(() => vi.restoreAllMocks());

  /** A gateway whose server was called before, and what counts the statements of its calls. */
  async function opened(config: Parameters<TestGateway['server']>[1] = {}) {
    const place = await emptyStore(engine);
    const gateway = await testGateway({ store: place.store });
    const { url } = await gateway.server(await gateway.account(), config);
    const call = async ([name, args]: readonly [string, object]): Promise<void> => {
      const { message } = await gateway.mcp(url, 'tools/call', { name, arguments: args });
      expect(message.result).toMatchObject({ content: expect.anything() });
      expect(message.result?.isError).not.toBe(true);
    };
    const settle = async (): Promise<void> => {
      await gateway.gateway.context.audit.flush();
      await gateway.gateway.context.accountUse.flush();
    };
    return {
      call,
      remembered: async (work: () => Promise<unknown>) => {
        await call(READ);
        await settle();
        return statementsOf(work);
      },
      list: () => gateway.mcp(url, 'tools/list'),
      context: gateway.gateway.context,
      [Symbol.asyncDispose]: async () => {
        await gateway[Symbol.asyncDispose]();
        await place[Symbol.asyncDispose]();
      },
    };
  }

  test.skipIf(!engine.isThere)('a call of a server that is remembered writes its line and nothing else', async () => {
    await using place = await opened();
    expect(await place.remembered(() => place.call(READ))).toEqual(batch);
  });

  test.skipIf(!engine.isThere)('a write has a line before it goes out and one of its outcome', async () => {
    await using place = await opened({ methods: ['read', 'write'] });
    // A line that goes out counts nothing, and SQLite is asked to count nothing.
    const intent = batch.filter((statement) => statement !== 'insert call_counters');
    expect(await place.remembered(() => place.call(WRITE))).toEqual([...intent, ...batch]);
  });

  test.skipIf(!engine.isThere)('a list asks the store for nothing', async () => {
    await using place = await opened();
    expect(await place.remembered(place.list)).toEqual([]);
  });

  test.skipIf(!engine.isThere)('a limit that all processes share costs a statement more', async () => {
    await using place = await opened({ rate_limit: { requests: 100, seconds: 60 } });
    expect(await place.remembered(() => place.call(READ))).toEqual(['insert rate_slots', ...batch]);
  });

  test.skipIf(!engine.isThere)(
    'a call of a server that is not remembered looks it up by three reads, at most twice a second',
    async () => {
      await using place = await opened();
      await place.call(READ);
      place.context.changed();
      const seen = await place.remembered(async () => {
        place.context.changed();
        await place.call(READ);
      });
      expect(seen).toEqual(['select servers', 'select accounts', 'select server_accounts', ...batch]);
    },
  );

  test.skipIf(!engine.isThere)('calls that end together are one batch', async () => {
    await using place = await opened();
    const seen = await place.remembered(() => Promise.all(Array.from({ length: 16 }, () => place.call(READ))));
    // Those that end while a batch is written are the next one.
    expect(seen.length).toBeLessThanOrEqual(batch.length * 8);
  });

  test.skipIf(!engine.isThere)('where somebody else wrote meanwhile the end of the chain is asked for', async () => {
    await using place = await opened();
    const seen = await place.remembered(async () => {
      const { store, audit } = place.context;
      await store.transaction((within) =>
        audit.append(within, { actor: 'system', action: 'backup.export', status: 'ok' }),
      );
      await place.call(READ);
    });
    const change = ['begin', 'insert audit_chain', 'select audit', 'insert audit', 'update audit_chain', 'commit'];
    expect(seen).toEqual([...change, ...(MOVED[engine.name] ?? [])]);
  });
});
