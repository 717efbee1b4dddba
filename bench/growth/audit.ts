import { readCounters } from '../../gateway/api/usage/read-counters.ts';
import { createAuditLink, firstAuditId, newAuditEntry } from '../../gateway/audit/audit-entry.ts';
import { createDigest } from '../../gateway/secrets/tokens.ts';
import { SPANS } from '../../gateway/store/contract/counters.ts';
import { costAxis, costKind, costOf } from './cost-of.ts';
import { countAudit } from './count-audit.ts';
import { collectSeries, type Figure, type Measure } from './figure.ts';
import { fillAudit, fillServers } from './fill-store.ts';
import { engines, type FilledStore, openFilledStore } from './filled-store.ts';

const SERVERS = 100;

/** Lines that are exported in one measurement. */
const EXPORTED = 1000;

/** Cost against the lines of the audit log, over each engine. */
export const measureAudit: Measure = async ({ isQuick, say }) => {
  const sizes = isQuick ? [1000, 20_000] : [1000, 10_000, 100_000, 1_000_000];
  const most = sizes.at(-1) ?? 0;
  const figures: Figure[] = [];
  for (const engine of engines()) {
    await using filled = await openFilledStore(engine);
    const { filling, accounts, store } = filled;
    const now = Date.now();
    await fillServers(filling, { from: 0, to: SERVERS, accounts, now });
    const { rows } = await store.servers.list({ limit: SERVERS, now });
    const servers = rows.map(({ id }) => id);
    const costs = collectSeries();
    let stored = 0;
    for (const size of sizes) {
      say(`${size} audit lines over ${engine}`);
      await fillAudit(filling, { from: stored, to: size, accounts, servers, most, now });
      await countAudit(filling);
      stored = size;
      costs.add(size, await costsOf(filled, servers, now));
    }
    figures.push({
      name: `audit-${engine}`,
      title: `Lines of the audit log: ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
      x: { label: 'lines in the log', unit: '' },
      y: costAxis[engine],
      series: costs.series(),
    });
  }
  return figures;
};

/** Milliseconds by what is done. */
async function costsOf(
  { store, accounts }: FilledStore,
  servers: readonly string[],
  now: number,
): Promise<Record<string, number>> {
  const link = createAuditLink(createDigest(new Uint8Array(32)));
  let time = now;
  const append = () => {
    time += 1;
    const entry = newAuditEntry(
      {
        actor: 'url',
        action: 'tools/call',
        status: 'ok',
        latency_ms: 40,
        tool: 'tool_1',
        account_id: accounts[0] ?? null,
        server_id: servers[0] ?? null,
      },
      time,
    );
    return store.transaction(({ audit }) => audit.append([entry], link));
  };
  const list = (filter: Parameters<typeof store.audit.list>[0]) => () => store.audit.list(filter, { limit: 100 });
  const day = SPANS.day.length;
  const to = Math.floor(now / day) * day + day;
  const use = (scope: 'gateway' | `account:${string}`) => () =>
    readCounters(store.counters, { scopes: [scope] }, { span: 'day', from: to - 30 * day, to });
  const work: Record<string, readonly [run: () => unknown, each?: number]> = {
    'a line written': [append, 5],
    'newest page': [list({})],
    'page of a server': [list({ server_id: servers[5] })],
    'page of a server and status': [list({ server_id: servers[5], status: 'ok' })],
    'page of a rare status': [list({ status: 'upstream_error' })],
    'page of nothing': [list({ tool: 'tool_17', status: 'cancelled', actor: 'url' })],
    'use of 30 days': [use('gateway')],
    'use of an account, 30 days': [use(`account:${accounts[0]}`)],
    [`${EXPORTED} lines exported`]: [() => take(store.audit.each({ fromId: firstAuditId(now - 50 * day) }), EXPORTED)],
  };
  const costs: Record<string, number> = {};
  for (const [name, [run, each]] of Object.entries(work))
    costs[name] = (await costOf(run, { turns: 7, ...(each !== undefined && { each }) }))[costKind[store.engine]];
  return costs;
}

async function take(items: AsyncGenerator<unknown>, count: number): Promise<void> {
  let taken = 0;
  for await (const _ of items) {
    taken += 1;
    if (taken === count) return;
  }
}
