import { readFileSync, writeFileSync } from 'node:fs';
import { openStore, serveGateway } from '../gateway/index.ts';
import { newKeys } from '../gateway/secrets/keyring.ts';
import { hostIntercom } from '../intercom/hosting.ts';
import { createSandbox, listenSandbox } from '../sandbox/index.ts';
import { connected } from './tasks/connected.ts';
import { at, listAt, textAt, workspaceAt } from './tasks/workspace.ts';

// Two workspaces with the same people, ids and texts behind one gateway: does a model that is asked to write in one of
// them write there? With a server each, as two entries of one client, and with one server over both.

const HELP = `node bench/workspaces.ts serve FILE         starts all, and writes where it is to FILE
node bench/workspaces.ts tools FILE WAY             what a client shows of its servers; WAY is separate or both
node bench/workspaces.ts call FILE WAY TOOL '{…}'   calls a tool by the name that it is shown under
node bench/workspaces.ts ask FILE NUMBER            what to do, 1 to 10
node bench/workspaces.ts check FILE NUMBER          where it was done`;

const LABELS = ['Northwind Dental', 'Northwind Dental Germany'] as const;

/** What is asked for: the workspace by its number in turn, a conversation and words that nobody else writes. */
function taskOf(number: number) {
  const place = number % 2;
  const conversation =
    ['104857403', '104857413', '104857402', '104857412', '104857401'][Math.floor((number - 1) / 2)] ?? '';
  return { place, conversation, words: `Reference ${4100 + number * 7}` };
}

interface Setting {
  readonly workspaces: readonly string[];
  readonly servers: Readonly<Record<'separate' | 'both', readonly string[]>>;
}

async function serve(file: string): Promise<void> {
  const listening = await Promise.all(LABELS.map(() => listenSandbox(createSandbox({ rateLimit: 1e9 }))));
  const addresses = Object.fromEntries(listening.map(({ url }, place) => [`region${place}`, url]));
  const adminKey = 'bench-0123456789abcdef0123456789abcdef';
  const gateway = await serveGateway({
    store: await openStore(':memory:'),
    keys: newKeys(),
    adminKey,
    apis: [hostIntercom({ addresses })],
  });

  async function post(path: string, body: unknown): Promise<unknown> {
    const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
    const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  const accounts: string[] = [];
  for (const [place, label] of LABELS.entries())
    accounts.push(
      textAt(await post('/integrated-account', { label, region: `region${place}`, access_token: 'sandbox' }), 'id'),
    );
  const config = { tags: ['support'], methods: ['read', 'write'] };
  const separate: string[] = [];
  for (const account of accounts)
    separate.push(textAt(await post(`/integrated-account/${account}/mcp`, { name: 'Support', config }), 'url'));
  const [first = '', ...others] = accounts;
  const both = await post(`/integrated-account/${first}/mcp`, { name: 'Support', config, accounts: others });
  const setting: Setting = {
    workspaces: listening.map(({ url }) => url),
    servers: { separate, both: [textAt(both, 'url')] },
  };
  writeFileSync(file, JSON.stringify(setting));
  console.log(`ready: ${file}`);
}

function settingOf(file: string): Setting {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function show(urls: readonly string[]): Promise<void> {
  for (const [place, url] of urls.entries())
    await connected(url, async (client) => {
      const { tools } = await client.listTools();
      console.log(
        `# server ${place + 1}: ${JSON.stringify(client.getServerVersion(), ['name', 'title', 'description'])}`,
      );
      console.log(client.getInstructions() ?? '(no instructions)');
      for (const { name, description, inputSchema } of tools)
        console.log(JSON.stringify({ name: `mcp__intercom${place + 1}__${name}`, description, inputSchema }));
    });
}

async function call(urls: readonly string[], shown: string, text: string): Promise<void> {
  const [, place = '1', name = ''] = /^mcp__intercom(\d)__(.+)$/.exec(shown) ?? [];
  const answer = await connected(urls[Number(place) - 1] ?? '', (client) =>
    client.callTool({ name, arguments: text === '' ? {} : JSON.parse(text) }),
  );
  if (answer.isError) console.log('ERROR');
  for (const part of listAt(answer, 'content')) console.log(String(at(part, 'text') ?? JSON.stringify(part)));
}

async function check({ workspaces }: Setting, number: number): Promise<void> {
  const { place, conversation, words } = taskOf(number);
  const found = await Promise.all(
    workspaces.map(async (url) =>
      JSON.stringify(await workspaceAt(url).ask(`/conversations/${conversation}`)).includes(words),
    ),
  );
  const isRight = found.every((has, where) => has === (where === place));
  console.log(
    `${number}: ${isRight ? 'right' : 'WRONG'} (asked for ${LABELS[place]}, found in ${JSON.stringify(found)})`,
  );
}

const [command, file = '', ...rest] = process.argv.slice(2);
const [way = '', shown = '', text = ''] = rest;
if (command === 'serve') await serve(file);
else if (command === 'tools') await show(settingOf(file).servers[way === 'both' ? 'both' : 'separate']);
else if (command === 'call') await call(settingOf(file).servers[way === 'both' ? 'both' : 'separate'], shown, text);
else if (command === 'check') await check(settingOf(file), Number(way));
else if (command === 'ask') {
  const { place, conversation, words } = taskOf(Number(way));
  console.log(
    `In the workspace ${LABELS[place]}: reply to conversation ${conversation} as Maya Okafor that we look into it, and put "${words}" into the reply.`,
  );
} else console.log(HELP);
