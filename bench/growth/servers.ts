import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { modernRequest } from '../../test/support/mcp-post.ts';
import { costAxis, costKind, costOf } from './cost-of.ts';
import { collectSeries, type Figure, type Measure } from './figure.ts';
import { fillServers } from './fill-store.ts';
import { engines, type FilledStore, openFilledStore } from './filled-store.ts';
import { CALLED } from './many-tools.ts';

/** Servers that are called: real ones among those that only fill the store. */
const REAL = 5;

/** Cost against the servers in the store, over each engine. */
export const measureServers: Measure = async ({ isQuick, say }) => {
  const sizes = isQuick ? [10, 1000, 20_000] : [10, 1000, 10_000, 100_000, 1_000_000];
  const figures: Figure[] = [];
  for (const engine of engines()) {
    await using filled = await openFilledStore(engine);
    const costs = collectSeries();
    let stored = 0;
    for (const size of sizes) {
      say(`${size} servers over ${engine}`);
      const urls = await addReal(filled);
      const { filling, accounts } = filled;
      await fillServers(filling, { from: stored, to: size - REAL, accounts, now: Date.now() });
      stored = size - REAL;
      costs.add(size, await costsOf(filled, urls));
    }
    figures.push({
      name: `servers-${engine}`,
      title: `Stored servers: ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
      x: { label: 'servers in the store', unit: '' },
      y: costAxis[engine],
      series: costs.series(),
    });
  }
  return figures;
};

async function addReal({ gateway: { context }, accounts }: FilledStore): Promise<readonly string[]> {
  const config = serverConfig.parse({ tags: ['support'] });
  const urls: string[] = [];
  for (const accountId of accounts.slice(0, REAL))
    urls.push((await createServer(context, { accountId, name: 'Real', config, expiresAt: null }, BY_SYSTEM)).url);
  return urls;
}

/** Milliseconds by what is done. */
async function costsOf(
  { gateway, store, accounts }: FilledStore,
  urls: readonly string[],
): Promise<Record<string, number>> {
  let turn = 0;
  const call = async (): Promise<void> => {
    turn += 1;
    // Nothing is remembered: as if each call were of another server.
    gateway.context.changed();
    const url = urls[turn % urls.length] ?? '';
    const response = await gateway.fetch(modernRequest('tools/call', { name: CALLED, arguments: {} }, { url }));
    if (response.status !== 200 || !(await response.text()).includes('"content"')) throw new Error('a call failed');
  };
  const now = Date.now();
  const page = { limit: 100, now };
  const account = { ...page, accountIds: accounts.slice(1, 2) };
  const work: Record<string, readonly [run: () => unknown, each?: number]> = {
    'a call, its server read anew': [call, 20],
    'page of all': [() => store.servers.list(page)],
    'page of all by name': [() => store.servers.list({ ...page, sort: 'name', order: 'asc' })],
    'page of an account (half a percent)': [() => store.servers.list(account)],
    'search of all': [() => store.servers.list({ ...page, search: 'team 42' })],
    'search of an account': [() => store.servers.list({ ...account, search: 'team 42' })],
    'servers counted by account': [() => store.servers.countByAccount(accounts, now)],
    'clearing, nothing is over': [() => gateway.sweep()],
  };
  const costs: Record<string, number> = {};
  for (const [name, [run, each]] of Object.entries(work))
    costs[name] = (await costOf(run, { turns: 7, ...(each !== undefined && { each }) }))[costKind[store.engine]];
  return costs;
}
