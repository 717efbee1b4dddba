import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createAuditLink, newAuditEntry } from '../../../gateway/audit/audit-entry.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { asker, eras, toolResult } from '../support/eras.ts';
import { type TestGateway, type TestGatewayOptions, testGateway } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { NOON } from '../support/rows.ts';

const [era] = eras;

const link = createAuditLink((text) => text.slice(0, 43));

const write = { name: 'create_a_intercom_contact', arguments: { role: 'lead', name: 'Vip' } };
const read = { name: 'get_single_intercom_me', arguments: {} };

/** A gateway with a server that may write; `sent` are the methods of what reached the workspace, `onSend` sees them come. */
async function writable(options: TestGatewayOptions = {}, onSend: () => Promise<void> = async () => {}) {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const sent: string[] = [];
  const made = await testGateway({
    ...options,
    sandbox,
    fetch: async (...request) => {
      const { method } = new Request(...request);
      sent.push(method);
      if (method !== 'GET') await onSend();
      return sandbox.fetch(...request);
    },
  });
  const account = await made.account();
  const { url } = await made.server(account, { methods: ['read', 'write'] });
  if (era === undefined) throw new Error('there is no revision of MCP');
  const ask = asker(made, era);
  const call = async (one: object) => toolResult(await ask(url, 'tools/call', one));
  sent.length = 0;
  return { made, call, sent, account };
}

async function callsOf({ store, gateway }: TestGateway) {
  await gateway.context.audit.flush();
  const { rows } = await store.audit.list({ action: 'tools/call' }, { limit: 100 });
  return rows.toReversed();
}

describe('a write', () => {
  test('has its line before it goes out, and another of its outcome; a read has one', async () => {
    const seen: unknown[] = [];
    const { made, call } = await writable({}, async () => {
      // Not flushed: what is there now is what a power cut would leave.
      seen.push(
        ...(await made.store.audit.list({ action: 'tools/call' }, { limit: 9 })).rows.map(({ status }) => status),
      );
    });
    await using _gateway = made;
    expect((await call(write)).isError).not.toBe(true);
    expect((await call(read)).isError).not.toBe(true);
    expect(seen).toEqual(['begun']);
    const [begun, ok, other, ...more] = await callsOf(made);
    expect([begun, ok]).toMatchObject([
      {
        status: 'begun',
        tool: write.name,
        call_id: expect.any(String),
        arguments: '{"role":"string","name":"string"}',
      },
      { status: 'ok', tool: write.name, call_id: begun?.call_id, upstream_status: 200 },
    ]);
    expect(other).toMatchObject({ status: 'ok', tool: read.name, call_id: null });
    expect(more).toEqual([]);
    const counted = made.store.db
      .selectFrom('call_counters')
      .select('calls')
      .where('scope', '=', 'gateway')
      .where('tool', '<>', '');
    const days = await counted.where('span', '=', 'day').execute();
    expect(days.map(({ calls }) => calls)).toEqual([1, 1]);
    expect(await made.store.audit.unfinished(10)).toEqual([]);
  });

  test('whose arguments are wrong does not go out, and has the line of that alone', async () => {
    const { made, call, sent } = await writable();
    await using _gateway = made;
    expect((await call({ ...write, arguments: { role: 'king' } })).isError).toBe(true);
    expect(sent).toEqual([]);
    expect((await callsOf(made)).map(({ status }) => status)).toEqual(['invalid_input']);
  });
});

/** A store in a file whose disk is full, or has room again. */
async function fillable() {
  const store = await openTestStore(':memory:');
  const limit = async (pages: string) => {
    await sql`pragma max_page_count = ${sql.raw(pages)}`.execute(store.db);
  };
  return {
    store,
    fill: async () => {
      await limit('1');
      // What is free within the pages that are there is used up by entries that are smaller than any of a call.
      const add = (index: number) =>
        store.transaction(({ audit }) =>
          audit.append([newAuditEntry({ actor: 'system', action: 'refuse', status: '' }, NOON + index)], link),
        );
      for (let failures = 0, index = 0; failures < 20; index += 1)
        await add(index).catch(() => {
          failures += 1;
        });
    },
    free: () => limit('100000'),
  };
}

describe('on a full disk', () => {
  test('no write goes out, reads are answered, the operator is told, and what is missing is counted afterwards', async () => {
    const { store, fill, free } = await fillable();
    const { made, call, sent } = await writable({ store });
    await using _gateway = made;
    await fill();
    const refused = await call(write);
    expect(refused).toMatchObject({ isError: true });
    expect(refused.text).toContain('Nothing was changed');
    expect(sent).toEqual([]);
    expect((await call(read)).isError).not.toBe(true);
    expect(await made.api('GET', '/readyz')).toMatchObject({ status: 503, body: { error: { code: 'audit_failed' } } });
    expect((await made.api('GET', '/metrics')).body).toMatch(/^intercom_gateway_audit_failures_total [1-9]/m);

    await free();
    expect(await made.api('GET', '/readyz')).toMatchObject({ status: 200 });
    expect((await call(write)).isError).not.toBe(true);
    const { rows } = await store.audit.list({ action: 'audit.resume' }, { limit: 9 });
    expect(rows).toMatchObject([{ actor: 'system', times: expect.any(Number) }]);
    // The intent of the write, its refusal and the read.
    expect(rows[0]?.times).toBe(3);
    expect((await callsOf(made)).map(({ status }) => status)).toEqual(['begun', 'ok']);
    await store.close();
  }, 30_000);

  test('a write goes out where the operator chose so', async () => {
    const { store, fill } = await fillable();
    const { made, call, sent } = await writable({ store, auditMode: 'best-effort' });
    await using _gateway = made;
    await fill();
    expect((await call(write)).isError).not.toBe(true);
    expect(sent).toEqual(['POST']);
    await store.close();
  }, 30_000);
});
