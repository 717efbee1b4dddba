import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAccount } from '../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../gateway/audit/audit-entry.ts';
import { createGateway, type Gateway, openStore, type Store } from '../gateway/index.ts';
import { newKeys } from '../gateway/secrets/keyring.ts';
import { newToken } from '../gateway/secrets/tokens.ts';
import { serverConfig } from '../gateway/servers/server-config.ts';
import { hostIntercom } from '../intercom/hosting.ts';
import { createSandbox } from '../sandbox/index.ts';
import { modernRequest } from '../test/support/mcp-post.ts';
import { median } from './support/statistics.ts';

// A call of a tool with few and with many servers in the store, each call to another server, so that nothing is remembered:
//   npx node bench/gateway-servers.ts [many] [store for few, store for many: postgres://... of empty databases]
const [many = '100000', ...stores] = process.argv.slice(2);
const FEW = 10;
const ROUNDS = 30;
const CALLS = 100;

const sandbox = createSandbox({ rateLimit: 1e9 });
const folder = await mkdtemp(join(tmpdir(), 'gateway-servers-'));

interface Filled {
  readonly gateway: Gateway;
  readonly urls: readonly string[];
  readonly times: number[];
}

/** Fills up the store to `count` servers over a hundred accounts. */
async function fill(store: Store, count: number): Promise<Filled> {
  const gateway = await createGateway({
    store,
    keys: newKeys(),
    publicUrl: 'http://localhost',
    apis: [hostIntercom({ addresses: { sandbox: 'http://localhost:1' } })],
    fetch: sandbox.fetch,
  });
  const { context } = gateway;
  const account = { region: 'sandbox', credential: { access_token: 'sandbox' }, source: 'access_token' } as const;
  const accounts: string[] = [];
  for (let index = 0; index < Math.min(count, 100); index += 1)
    accounts.push((await connectAccount(context, { ...account, label: `Workspace ${index}` }, BY_SYSTEM)).id);
  const config = JSON.stringify(serverConfig.parse({ tags: ['support'] }));
  const tokens = Array.from({ length: count }, () => newToken('server'));
  const rows = tokens.map((token, index) => ({
    id: crypto.randomUUID(),
    account_id: accounts[index % accounts.length] ?? '',
    name: `Server ${index}`,
    config,
    digest: context.digest(token),
    enabled: 1 as const,
    ...{ expires_at: null, owner: null, idle_ms: null, idle_at: null, last_used_at: null },
    created_at: context.now(),
    updated_at: context.now(),
  }));
  for (let from = 0; from < rows.length; from += 1000)
    await store.transaction(async ({ servers }) => {
      for (const row of rows.slice(from, from + 1000)) await servers.insert(row);
    });
  return { gateway, urls: tokens.map((token) => `http://localhost/mcp/${token}`), times: [] };
}

async function call({ gateway }: Filled, url: string): Promise<void> {
  const response = await gateway.fetch(
    modernRequest('tools/call', { name: 'get_single_intercom_me', arguments: {} }, { url }),
  );
  if (response.status !== 200 || !(await response.text()).includes('fernhill')) throw new Error('a call failed');
}

async function measure(filled: Filled): Promise<void> {
  const { urls, times } = filled;
  for (let index = 0; index < CALLS; index += 1) {
    const url = urls[Math.floor(Math.random() * urls.length)] ?? '';
    filled.gateway.context.changed();
    const began = performance.now();
    await call(filled, url);
    times.push(performance.now() - began);
  }
}

const began = performance.now();
const sets = {
  few: await fill(await openStore(stores[0] ?? join(folder, 'few.db')), FEW),
  many: await fill(await openStore(stores[1] ?? join(folder, 'many.db')), Number(many)),
};
console.log(`stored ${FEW} and ${many} servers in ${((performance.now() - began) / 1000).toFixed(1)} s`);
if (stores.length === 0)
  console.log(`the file of ${many} has ${Math.round((await stat(join(folder, 'many.db'))).size / 2 ** 20)} MiB`);
for (const set of Object.values(sets))
  for (let index = 0; index < 300; index += 1) await call(set, set.urls[index % set.urls.length] ?? '');
for (let round = 0; round < ROUNDS; round += 1) for (const set of Object.values(sets)) await measure(set);

const few = median(sets.few.times);
const manyTime = median(sets.many.times);
console.log(
  `median of ${ROUNDS * CALLS} calls, each read from the store: ${few.toFixed(3)} ms with ${FEW}, ${manyTime.toFixed(3)} ms with ${many}`,
);
console.log(`ratio: ${(manyTime / few).toFixed(2)}`);
for (const { gateway } of Object.values(sets)) {
  await gateway.close();
  await gateway.context.store.close();
}
await rm(folder, { recursive: true });
