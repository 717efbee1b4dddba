import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import { createInterface } from 'node:readline';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { openStore, serveGateway } from '../../gateway/index.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';

// One of the three processes of a load test: `sandbox`, `gateway` or `bare`. It prints its address as its first line, and a
// line of JSON whenever it is sent one, as `program.ts` has them.
const [kind = '', upstream = '', store = ':memory:'] = process.argv.slice(2);

const tools = catalog.filter(({ access }) => access === 'read');

/** A filtered server of a gateway that writes down every call. */
async function gateway(): Promise<string> {
  const listening = await serveGateway({
    store: await openStore(store),
    // The same in every process, since several may be over one store.
    keys: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    apis: [hostIntercom({ addresses: { sandbox: upstream } })],
    // Counted, and never reached.
    ...{ accountLimit: 1e9, addressLimit: 1e9 },
  });
  const { context } = listening.gateway;
  const { id } = await connectAccount(
    context,
    { region: 'sandbox', credential: { access_token: 'sandbox' }, label: 'Load', source: 'access_token' },
    BY_SYSTEM,
  );
  const config = serverConfig.parse({ methods: ['read'] });
  const { url } = await createServer(context, { accountId: id, name: 'Load', config, expiresAt: null }, BY_SYSTEM);
  return url;
}

/** The SDK's low-level server with the same tools and the same client, and nothing else. */
async function bare(): Promise<string> {
  const client = createClient({ token: 'sandbox', baseUrl: upstream });
  const list = { tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })) };
  const handler = createMcpHandler(() => {
    const server = new Server({ name: 'bare', version: '1' }, { capabilities: { tools: {} } });
    server.setRequestHandler('tools/list', () => list);
    server.setRequestHandler('tools/call', async ({ params }) => {
      const tool = await loadTool(params.name);
      if (tool === undefined) throw new Error('unknown tool');
      const { output } = await client.exchange(tool, params.arguments ?? {}, { shape: 'model' });
      return { content: [{ type: 'text', text: JSON.stringify(output) }] };
    });
    return server;
  });
  const answer = toNodeHandler(handler);
  const server = createHttpServer((request, response) => void answer(request as never, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/mcp`;
}

const url =
  kind === 'sandbox'
    ? (await listenSandbox(createSandbox({ rateLimit: 1e9 }))).url
    : kind === 'gateway'
      ? await gateway()
      : await bare();
console.log(url);
const session = new Session();
createInterface({ input: process.stdin }).on('line', async (line) => {
  const { user, system } = process.cpuUsage();
  if (line === 'profile') await startProfile();
  else if (line !== '' && line !== 'memory') await writeProfile(line);
  console.log(JSON.stringify({ cpu: (user + system) / 1000, ...(line === 'memory' && { memory: memory() }) }));
});

function memory(): string {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return `${Math.round(heapUsed / 2 ** 20)} of ${Math.round(rss / 2 ** 20)}`;
}

async function startProfile(): Promise<void> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
}

async function writeProfile(file: string): Promise<void> {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
}

process.stdin.on('end', () => process.exit(0));
