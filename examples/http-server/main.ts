// An MCP endpoint in an application of Hono: the official client comes as two callers, in both revisions of the protocol.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createSandbox, listenSandbox } from 'intercom-mcp-toolkit/sandbox';
import { createApp } from './server.ts';

await using workspace = await listenSandbox(createSandbox());
const calls: string[] = [];
const app = createApp({
  accessToken: 'sandbox',
  baseUrl: workspace.url,
  callers: { 'token-of-a-bot': { name: 'bot', mayWrite: false }, 'token-of-ada': { name: 'Ada', mayWrite: true } },
  log: (line) => calls.push(line),
});
const server = createAdaptorServer(app);
await once(server.listen(0, '127.0.0.1'), 'listening');
const { port } = server.address() as AddressInfo;
const url = new URL(`http://127.0.0.1:${port}/mcp`);

async function connect(token: string, mode: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'example', version: '1.0.0' }, { versionNegotiation: { mode } });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
  return client;
}

const article = { name: 'list_all_intercom_articles_search', arguments: { phrase: 'SSO configuration' } };
const reply = 'intercom_conversations_reply';
for (const mode of ['auto', 'legacy'] as const) {
  const bot = await connect('token-of-a-bot', mode);
  const ada = await connect('token-of-ada', mode);
  const [ofBot, ofAda] = [await bot.listTools(), await ada.listTools()];
  assert(ofBot.tools.every(({ annotations }) => annotations?.readOnlyHint === true));
  assert(ofAda.tools.length > ofBot.tools.length);
  assert(ofAda.tools.some(({ name }) => name === reply));
  for (const client of [bot, ada]) assert.match(JSON.stringify((await client.callTool(article)).content), /9034/);
  // What a caller may not use is not there, on the list or off it.
  await assert.rejects(bot.callTool({ name: reply, arguments: {} }), /Unknown tool/);
  await Promise.all([bot.close(), ada.close()]);
}
await assert.rejects(connect('token-of-nobody', 'auto'), /401|unauthorized/i);
assert((await fetch(new URL('/health', url))).ok);
assert(calls.some((line) => line.startsWith('bot ')) && calls.some((line) => line.startsWith('Ada ')));

server.close();
console.log(
  `${calls.length} requests to /mcp of an application in Hono, by two callers in two revisions of the protocol.`,
);
