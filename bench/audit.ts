import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLink, firstAuditId, newAuditEntry } from '../gateway/audit/audit-entry.ts';
import { verifyChain } from '../gateway/audit/verify-chain.ts';
import { openStore } from '../gateway/index.ts';
import { createDigest } from '../gateway/secrets/tokens.ts';
import type { AuditFilter } from '../gateway/store/contract/audit.ts';
import { summarize } from './support/statistics.ts';

// How long filters of the audit log and the verification of its chain take:
//   npx node bench/audit.ts [entries] [an empty store]
const [entries = '100000', address] = process.argv.slice(2);
const count = Number(entries);
const folder = await mkdtemp(join(tmpdir(), 'audit-'));
await using store = await openStore(address ?? join(folder, 'store.db'));
const link = createAuditLink(createDigest(new Uint8Array(32)));

const accounts = Array.from({ length: 20 }, () => randomUUID());
const servers = Array.from({ length: 100 }, () => randomUUID());
const tools = Array.from({ length: 200 }, (_, index) => `tool_${index}`);
const start = Date.UTC(2026, 8, 1);
const step = (90 * 86_400_000) / count;
const pick = (from: readonly string[], index: number): string => from[(index * 7919) % from.length] ?? '';

function entry(index: number) {
  const isRare = index % 1000 === 0;
  return newAuditEntry(
    {
      ...{ actor: isRare ? `api_token:${index % 7}` : 'url', action: isRare ? 'server.update' : 'tools/call' },
      ...{
        status: index % 500 === 0 ? 'upstream_error' : 'ok',
        tool: pick(tools, index),
        arguments: '{"query":"string"}',
      },
      ...{ account_id: pick(accounts, index), server_id: pick(servers, index), request_id: `request-${index}` },
      ...{ upstream_status: 200, latency_ms: index % 300, address: '192.0.2.1' },
    },
    Math.floor(start + index * step),
  );
}

const began = performance.now();
for (let from = 0; from < count; from += 1000) {
  const part = Array.from({ length: Math.min(1000, count - from) }, (_, index) => entry(from + index));
  await store.transaction(({ audit }) => audit.append(part, link));
}
console.log(`${count} entries over ${store.engine}, written in ${((performance.now() - began) / 1000).toFixed(1)} s`);

const middle = firstAuditId(start + 45 * 86_400_000);
const filters: Record<string, AuditFilter> = {
  'none, the first page': {},
  'time: a day in the middle': { fromId: middle, untilId: firstAuditId(start + 46 * 86_400_000) },
  'actor, rare': { actor: 'api_token:3' },
  'actor, common': { actor: 'url' },
  'action, rare': { action: 'server.update' },
  server: { server_id: servers[5] },
  tool: { tool: 'tool_17' },
  'status, rare': { status: 'upstream_error' },
  'request id': { request_id: `request-${Math.floor(count / 3)}` },
  account: { account_ids: accounts.slice(3, 4) },
  'account, tool and status that never meet': {
    account_ids: accounts.slice(0, 1),
    tool: 'tool_17',
    status: 'cancelled',
  },
  'common actor and status before the middle': { actor: 'url', status: 'ok', untilId: middle },
  nothing: { tool: 'no_such_tool' },
};
for (const [name, filter] of Object.entries(filters)) {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < 15; turn += 1) {
    const from = performance.now();
    found = (await store.audit.list(filter, { limit: 100 })).rows.length;
    times.push(performance.now() - from);
  }
  const { median, most } = summarize(times);
  console.log(
    `${name.padEnd(42)} ${found.toString().padStart(4)} rows  ${median.toFixed(1).padStart(7)} ms  at most ${most.toFixed(1)}`,
  );
}

const from = performance.now();
const report = await verifyChain(store, link);
console.log(
  `chain of ${report.entries} entries verified in ${((performance.now() - from) / 1000).toFixed(2)} s, ${report.count} problems`,
);
await rm(folder, { recursive: true });
