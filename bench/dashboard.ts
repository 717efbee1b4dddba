import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGateway } from '../gateway/index.ts';
import { createKeyring } from '../gateway/secrets/keyring.ts';
import { credentialPlace } from '../gateway/secrets/sealed-place.ts';
import { createStore } from '../gateway/store/create-store.ts';
import { openDatabase } from '../gateway/store/open-database.ts';
import { hostIntercom } from '../intercom/hosting.ts';
import { fill, filledBefore } from './dashboard/fill.ts';
import { summarize } from './support/statistics.ts';

// How long the routes take that a dashboard asks, over a large store:
//   npx node bench/dashboard.ts [--servers 5000] [--calls 1000000] [--turns 30] [--store one that is empty or was filled before, such as postgres://…]
// Beside the time that passes it prints the time of the processor, which a busy machine does not change so much; over PostgreSQL
// that is this process's part alone.
const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '5000' },
    calls: { type: 'string', default: '1000000' },
    store: { type: 'string' },
    turns: { type: 'string', default: '30' },
  },
});
const turns = Number(values.turns);
const ADMIN_KEY = 'Zk4vQ9tN2xLr7WmB5cYh8PsD3gJf6aXe';

const folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
const database = await openDatabase(values.store ?? join(folder, 'store.db'), {
  connections: 10,
  timeouts: { connect: 5000, statement: 60_000, query: 62_000 },
});
const store = createStore(database);
// One that was filled before opens with the same keys.
const keys = `bench:${Buffer.alloc(32, 7).toString('base64')}`;
const seal = (id: string) => createKeyring(keys).seal('secret', credentialPlace(id));
const began = performance.now();
const size = { servers: Number(values.servers), calls: Number(values.calls), seal };
const { accounts, servers } =
  (await filledBefore(database.db)) ??
  (await fill({ store, db: database.db }, size, (text) => process.stderr.write(`\r${text}  `)));
console.log(
  `\r${values.servers} servers, ${values.calls} lines, ${store.engine}, filled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);

const gateway = await createGateway({
  store,
  keys,
  adminKey: ADMIN_KEY,
  apis: [hostIntercom()],
  publicUrl: 'http://gateway.test',
});
async function ask(path: string, key = ADMIN_KEY, body?: object): Promise<string> {
  const response = await gateway.fetch(
    new Request(`http://gateway.test${path}`, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
  return text;
}

const [large = '', small = ''] = accounts;
const server = servers[7] ?? '';
const account = `/integrated-account/${large}`;
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
const operator = JSON.parse(
  await ask('/admin-key', ADMIN_KEY, {
    name: `operator ${Date.now()}`,
    role: 'operator',
    integrated_account_ids: accounts.slice(0, 10),
  }),
).key;
const [entry] = JSON.parse(await ask('/audit?limit=1&action=tools/call')).result;
const page = JSON.parse(await ask(`${account}/mcp?limit=100`));

const routes: Record<string, readonly [path: string, key?: string]> = {
  accounts: ['/integrated-account?limit=100'],
  'one account': [account],
  'servers, first page': [`${account}/mcp?limit=100`],
  'servers, next page': [`${account}/mcp?limit=100&next_cursor=${page.next_cursor}`],
  'servers, last pages by name': [`${account}/mcp?limit=100&sort=name&order=desc`],
  'servers, by expiry': [`${account}/mcp?limit=100&sort=expires_at`],
  'servers, by last use': [`${account}/mcp?limit=100&sort=last_used_at&order=desc`],
  'servers, searched': [`${account}/mcp?limit=100&search=team%2042`],
  'servers, searched in vain': [`${account}/mcp?limit=100&search=nobody`],
  'servers of all accounts, searched': ['/mcp-server?search=SERVER%2012'],
  'servers of an operator, searched': ['/mcp-server?search=team', operator],
  'accounts, searched': ['/integrated-account?search=workspace'],
  tools: ['/tool'],
  'one tool': [`/tool/${entry.tool}`],
  'one server': [`${account}/mcp/${server}`],
  'unused tools of a server': [`${account}/mcp/${server}/unused-tools`],
  'use, 24 hours': ['/usage'],
  'use, 7 days by hour': [`/usage?from=${ago(7)}`],
  'use, 31 days by hour': [`/usage?from=${ago(30.9)}`],
  'use, 30 days': ['/usage?span=day'],
  'use, 90 days': [`/usage?span=day&from=${ago(90)}`],
  'use, 12 months': [`/usage?span=day&from=${ago(364)}`],
  'use of an account, 24 hours': [`/usage?integrated_account_id=${large}`],
  'use of an account, 31 days by hour': [`/usage?integrated_account_id=${large}&from=${ago(30.9)}`],
  'use of an account, 30 days': [`/usage?span=day&integrated_account_id=${large}`],
  'use of an account, 12 months': [`/usage?span=day&integrated_account_id=${large}&from=${ago(364)}`],
  'use of a server, 24 hours': [`/usage?mcp_id=${server}`],
  'use of a server, 90 days': [`/usage?span=day&from=${ago(90)}&mcp_id=${server}`],
  'use of a tool of a server, 30 days': [`/usage?span=day&mcp_id=${server}&tool=${entry.tool}`],
  'use of a tool, 31 days by hour': [`/usage?from=${ago(30.9)}&tool=${entry.tool}`],
  'use, an operator of ten accounts, 30 days': ['/usage?span=day', operator],
  'usage of an account, one day': [`/integrated-account/${small}/usage?from=${ago(0).slice(0, 10)}`],
  log: ['/audit?limit=100'],
  'log of an account': [`${account}/audit?limit=100`],
  'log of a small account': [`/integrated-account/${small}/audit?limit=100`],
  'log of an operator': ['/audit?limit=100', operator],
  'log, from and to': [`/audit?limit=100&from=${ago(46)}&to=${ago(45)}`],
  'log, rare actor': ['/audit?limit=100&actor=api_token:3'],
  'log, common actor': ['/audit?limit=100&actor=url'],
  'log, rare action': ['/audit?limit=100&action=server.update'],
  'log, server': [`/audit?limit=100&mcp_id=${server}`],
  'log, tool': [`/audit?limit=100&tool=${entry.tool}`],
  'log, status': ['/audit?limit=100&status=rate_limited'],
  'log, request': [`/audit?limit=100&request_id=${entry.request_id}`],
  'log, call': [`/audit?limit=100&call_id=call-10`],
  'log, what never meets': [`/audit?limit=100&tool=${entry.tool}&status=cancelled&actor=url`],
  'log, server and status': [`/audit?limit=100&mcp_id=${server}&status=ok`],
  'log, operator and tool': [`/audit?limit=100&tool=${entry.tool}`, operator],
  'one line of the log': [`/audit/${entry.id}`],
  'admin keys': ['/admin-key?limit=100'],
  'API tokens': ['/api-token?limit=100'],
};

let slow = 0;
console.log(`${'route'.padEnd(44)}   median      max       CPU        kB`);
for (const [name, [path, key]] of Object.entries(routes)) {
  const times: number[] = [];
  const cpu: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const from = performance.now();
    const used = process.cpuUsage();
    bytes = (await ask(path, key)).length;
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  const { median, most } = summarize(times);
  const work = summarize(cpu).median;
  if (most > 100) slow += 1;
  console.log(
    `${name.padEnd(44)} ${median.toFixed(1).padStart(8)} ${most.toFixed(1).padStart(8)} ${work.toFixed(1).padStart(8)} ms ${(bytes / 1000).toFixed(1).padStart(8)}`,
  );
}
console.log(`\n${slow} over 100 ms`);
await gateway.close();
await store.close();
await rm(folder, { recursive: true });
