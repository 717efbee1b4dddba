import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { createMcpLoad } from '../support/mcp-load.ts';
import { type Profile, type Span, type SpanFiles, spansOf } from './spans.ts';

// Where the CPU time of one small call goes, over stdio and over HTTP, in microseconds, as JSON. The API behind it answers at once:
//   npx node bench/profile/call.ts [calls]
const count = Number(process.argv[2] ?? '8000');

/** The first that fits counts. */
const files: SpanFiles = [
  ['socket and HTTP', /^node:(?:net|internal\/(?:stream|process\/task|webstreams))|^runtime\/value\/split-lines/],
  [
    'request to the API',
    /^node:(?:_http_(?:client|agent|outgoing|common|incoming)|internal\/url)|^runtime\/http\/node-send/,
  ],
  [
    'socket and HTTP',
    /^node:_http|modelcontextprotocol\/node|undici|^runtime\/mcp\/(?:http|node|settle|read-|compress|page)/,
  ],
  ['MCP', /^runtime\/mcp\/(?:read-line|tidy-message|stdio)|^runtime\/value\/json-text/],
  ['MCP', /modelcontextprotocol/],
  ['input check', /^runtime\/(?:input|search|tool|catalog)\/|^generated\/|\/zod\//],
  ['request to the API', /^runtime\/(?:http\/(?:request|encode|transfer|give-up|carry)|auth)|^runtime\/client/],
  ['request to the API', /^runtime\/http\//],
  ['shaping', /^runtime\/(?:shape|text|names|paging|content|value)\/|^intercom\//],
  ['MCP', /^runtime\/mcp\//],
];

const call: readonly [string, Readonly<Record<string, unknown>>] = ['get_single_intercom_me', {}];
const answer = {
  type: 'admin',
  id: '1',
  email: 'ann@acme.example',
  name: 'Ann',
  app: { id_code: 'abc', region: 'US' },
};
const api = createServer((_, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
}).listen(0, '127.0.0.1');
await once(api, 'listening');
const { port } = api.address() as AddressInfo;

const profiles = [];
for (const [name, flags, open] of [
  ['stdio', [], openStdio],
  ['HTTP', ['--http', '0'], openHttp],
] as const) {
  const child = startServer(flags);
  const run = await open(child);
  await run(count);
  const profile = await profileOf(child, () => run(count));
  const spans = spansOf(profile, files, count);
  profiles.push({
    name,
    calls: count,
    us: Math.round(spans.reduce((sum: number, { us }: Span) => sum + us, 0)),
    spans,
  });
  child.kill();
}
console.log(JSON.stringify(profiles, null, 2));
api.close();
api.closeAllConnections();

function startServer(flags: readonly string[]): ChildProcess {
  const preload = new URL('profile-child.ts', import.meta.url).href;
  return fork(new URL('../../cli/main.ts', import.meta.url), ['serve', ...flags], {
    env: { ...process.env, INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: `http://127.0.0.1:${port}` },
    execArgv: ['--import', preload],
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
}

async function profileOf(child: ChildProcess, run: () => Promise<void>): Promise<Profile> {
  child.send('start');
  await once(child, 'message');
  await run();
  child.send('stop');
  const [profile] = (await once(child, 'message')) as [Profile];
  return profile;
}

type Run = (calls: number) => Promise<void>;

/** One client that waits for each answer; lines as they are, so that no client's library is measured. */
async function openStdio({ stdin, stdout, stderr }: ChildProcess): Promise<Run> {
  if (stdin === null || stdout === null) throw new Error('no pipes');
  stderr?.resume();
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  let id = 0;
  const ask = async (method: string, params: object): Promise<void> => {
    id += 1;
    stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    const { value } = await lines.next();
    if (!String(value).includes('"result"') || String(value).includes('"isError"')) throw new Error(String(value));
  };
  const clientInfo = { name: 'profile', version: '1' };
  await ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  const [name, args] = call;
  return async (calls) => {
    for (let n = 0; n < calls; n += 1) await ask('tools/call', { name, arguments: args });
  };
}

async function openHttp({ stdout, stderr }: ChildProcess): Promise<Run> {
  const url = await new Promise<string>((resolve) => {
    for (const input of [stdout, stderr])
      input?.on('data', (text) => {
        const found = /http:\/\/127\S+/.exec(String(text))?.[0];
        if (found !== undefined) resolve(found);
      });
  });
  const load = createMcpLoad(url, { calls: [call] });
  return async (calls) => {
    const { failures } = await load.call({ clients: 1, count: calls });
    if (failures > 0) throw new Error(`${failures} calls failed`);
  };
}
