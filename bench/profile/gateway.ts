import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';
import { createCallers, readEra } from '../gateway-load/calls.ts';
import { startProgram } from '../gateway-load/program.ts';
import { type Profile, type SpanFiles, spansOf } from './spans.ts';

// Where the CPU time of one call through the gateway goes, in microseconds, as JSON; also of the bare server beside it:
//   npx node bench/profile/gateway.ts [seconds for each] [--clients 16] [--era legacy] [--store sqlite|postgres|bare] [--keep folder]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ clients: { type: 'string', default: '16' }, era: { type: 'string' } },
    ...{ store: { type: 'string', multiple: true }, keep: { type: 'string' } },
  },
});
const seconds = Number(positionals[0] ?? '8');
const era = readEra(values.era);

/** The first that fits counts. */
const files: SpanFiles = [
  [
    'socket and HTTP',
    /^node:(?:_http|net|internal\/(?:http|stream|webstreams|url|abort|event_target))|@hono\/node-server|modelcontextprotocol\/node|serve-gateway/,
  ],
  ['request to the API', /undici|^runtime\/(?:http|auth)\/|^runtime\/client/],
  ['audit and counters', /^gateway\/(?:audit|store\/sql\/(?:audit|counters|count-calls))|argument-shape/],
  ['store', /^gateway\/store\/|kysely|\/pg|postgres|node:sqlite/],
  ['metrics and logs', /prom-client|pino|gateway\/http\/observe/],
  ['who may ask, limits', /^gateway\/|\/hono\//],
  ['input check', /^runtime\/(?:input|search|tool)\/|^generated\/|\/ajv/],
  [
    'shaping',
    /^runtime\/(?:shape|text|names|paging|content|value)\/|^intercom\/|markdown-it|htmlparser2|entities|linkify|mdurl/,
  ],
  ['MCP', /modelcontextprotocol|\/zod\/|^runtime\/mcp\//],
];

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
await using stack = new AsyncDisposableStack();
stack.defer(() => rmSync(folder, { recursive: true }));
const stores = values.store ?? ['sqlite', 'postgres', 'bare'];
const bin = findBinaries();
const sandbox = await startProgram('sandbox');
stack.defer(() => sandbox.stop());
const profiles = [];
for (const store of stores) {
  if (store === 'postgres' && bin === undefined) process.stderr.write('No PostgreSQL is installed.\n');
  else profiles.push(await profileOf(store));
}
console.log(JSON.stringify(profiles, null, 2));

async function profileOf(store: string) {
  await using own = new AsyncDisposableStack();
  const address =
    store === 'postgres' && bin !== undefined ? own.use(await startCluster(bin)).url : join(folder, 'store.db');
  const program =
    store === 'bare' ? await startProgram('bare', sandbox.url) : await startProgram('gateway', sandbox.url, address);
  own.defer(() => program.stop());
  const callers = createCallers(program.url, { clients: Number(values.clients), era });
  own.defer(() => callers.close());
  await callers.run(seconds, () => {});
  const file = join(values.keep ?? folder, `${store}.cpuprofile`);
  let calls = 0;
  await program.ask('profile');
  await callers.run(seconds, () => {
    calls += 1;
  });
  await program.ask(file);
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const spans = spansOf(profile, files, calls);
  const us = Math.round(spans.reduce((sum, span) => sum + span.us, 0));
  return {
    name: store === 'bare' ? 'bare server' : 'gateway',
    store: store === 'bare' ? null : store,
    era,
    calls,
    us,
    spans,
  };
}
