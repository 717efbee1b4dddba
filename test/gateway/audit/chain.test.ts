import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAuditLink, firstAuditId, newAuditEntry, newAuditId } from '../../../gateway/audit/audit-entry.ts';
import { verifyChain } from '../../../gateway/audit/verify-chain.ts';
import { createDigest } from '../../../gateway/secrets/tokens.ts';
import type { AuditEntry } from '../../../gateway/store/contract/audit.ts';
import { anEntry } from '../store/support/rows.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { NOON } from '../support/rows.ts';

const link = createAuditLink(createDigest(new Uint8Array(32)));

let store: TestStore;

async function append(times: readonly number[]): Promise<void> {
  const entries = times.map((at) => anEntry(newAuditId(at), { at }));
  await store.transaction(({ audit }) => audit.append(entries, link));
}

beforeEach(async () => {
  store = await openTestStore(':memory:');
  for (let part = 0; part < 4; part += 1) await append([0, 1, 2, 3, 4].map((index) => NOON + 10 * part + index));
});
afterEach(() => store.close());

async function says(): Promise<string[]> {
  return (await verifyChain(store, link)).problems.map(
    ({ seq, says }) => `${seq}: ${says.replace(/entry \w+/, 'entry')}`,
  );
}

const change = (seq: number, values: Partial<AuditEntry>) =>
  store.db.updateTable('audit').set(values).where('seq', '=', seq).execute();
const remove = (from: number, to: number) =>
  store.db.deleteFrom('audit').where('seq', '>=', from).where('seq', '<=', to).execute();

describe('the chain of the audit log', () => {
  test('is whole as it was written, also where entries are there already', async () => {
    const { rows } = await store.audit.list({}, { limit: 1 });
    const [{ seq: _seq, hash: _hash, ...last }] = rows as [AuditEntry];
    expect(await store.transaction(({ audit }) => audit.append([last], link))).toBe(false);
    const report = await verifyChain(store, link);
    expect(report).toMatchObject({ entries: 20, unchained: 0, problems: [], count: 0, last: { seq: 20 } });
  });

  test.for<[string, Partial<AuditEntry>]>([
    ['who', { actor: 'system' }],
    ['the name of who', { actor_name: 'Somebody' }],
    ['where from', { address: '203.0.113.1' }],
    ['when', { at: NOON }],
    ['what', { action: 'server.delete' }],
    ['what to', { target: 'key' }],
    ['of which account', { account_id: 'b' }],
    ['of which server', { server_id: 'b' }],
    ['which tool', { tool: 'other' }],
    ['with what', { arguments: '{"a":"string"}' }],
    ['what it came to', { status: 'error' }],
    ["Intercom's status", { upstream_status: 500 }],
    ['how long', { latency_ms: 1 }],
    ["Intercom's request", { request_id: 'r' }],
    ['which call', { call_id: 'c' }],
    ['how often', { times: 2 }],
    ['which program', { program_id: 'p' }],
    ['its hash', { hash: 'x' }],
  ])('shows that somebody changed %s', async ([, values]) => {
    await change(7, values);
    expect((await says())[0]).toBe('7: the entry is not as it was written');
  });

  test('shows what was removed, at its place and at its end', async () => {
    await remove(5, 7);
    expect(await says()).toEqual(['5: 3 entries are missing']);
    await remove(19, 20);
    expect(await says()).toEqual(['5: 3 entries are missing', '19: the last 2 entries are missing']);
  });

  test('shows what was removed from its beginning, and a beginning that was made up', async () => {
    await remove(1, 3);
    expect(await says()).toEqual(['1: 3 entries are missing']);
    await store.db.insertInto('audit_chain').values({ name: 'first', seq: 3, hash: 'made up' }).execute();
    expect(await says()).toEqual(['4: the entry is not as it was written']);
  });

  test('shows what was put in without the keys, and two that changed their places', async () => {
    const foreign = createAuditLink(createDigest(new Uint8Array(32).fill(1)));
    const forged = newAuditEntry({ actor: 'url', action: 'tools/call', status: 'ok' }, NOON);
    await store.transaction(({ audit }) => audit.append([forged], foreign));
    expect(await says()).toEqual(['21: the entry is not as it was written']);
    await change(3, { seq: 100 });
    await change(4, { seq: 3 });
    await change(100, { seq: 4 });
    expect((await says()).slice(0, 2)).toEqual([
      '3: the entry is not as it was written',
      '4: the entry is not as it was written',
    ]);
  });

  test('is whole after the retention took its beginning, whose entries of several processes are not in order', async () => {
    await append([NOON + 5, NOON + 100]);
    await store.transaction(({ audit }) => audit.removeBefore(firstAuditId(NOON + 20)));
    const report = await verifyChain(store, link);
    // The late one of NOON + 5 stands behind what is kept, and stays with it.
    expect(report).toMatchObject({ entries: 12, problems: [], last: { seq: 22 } });
    await store.transaction(({ audit }) => audit.removeBefore(firstAuditId(NOON + 1000)));
    expect(await verifyChain(store, link)).toMatchObject({ entries: 0, problems: [], last: { seq: 22 } });
    await append([NOON + 2000]);
    expect(await verifyChain(store, link)).toMatchObject({ entries: 1, problems: [], last: { seq: 23 } });
  });
});
