// A gateway hands out MCP servers that read the knowledge base for a day: one ends by itself, one is taken back.
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { newKeys, openStore, serveGateway } from 'intercom-mcp-toolkit/gateway';
import { hostIntercom } from 'intercom-mcp-toolkit/intercom/hosting';
import { createSandbox, listenSandbox } from 'intercom-mcp-toolkit/sandbox';
import { ask, provisionServer } from './provision-server.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
let ahead = 0;
const now = (): number => Date.now() + ahead;

// A gateway of our own over a sample workspace. Yours: `intercom-mcp gateway`, whose URL and admin key it prints.
await using workspace = await listenSandbox(createSandbox());
const apis = [hostIntercom({ addresses: { sandbox: workspace.url } })];
await using store = await openStore(':memory:');
await using listening = await serveGateway({ store, keys: newKeys(), apis, now });
const gateway = { url: listening.url, adminKey: listening.gateway.createdAdminKey ?? '' };
const account = await ask<{ id: string }>(gateway, 'POST', '/integrated-account', {
  region: 'sandbox',
  access_token: 'sandbox',
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ name: 'example', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return client;
}

const until = new Date(now() + DAY);
const [docs, helper] = await Promise.all(
  ['Docs bot', 'Helper'].map((name) => provisionServer(gateway, { accountId: account.id, name, until })),
);
assert(docs !== undefined && helper !== undefined);
assert.equal(new Date(docs.expiresAt).getTime(), until.getTime());

// It reads articles, and has nothing that writes or that shows a customer's data.
const client = await connect(docs.url);
const { tools } = await client.listTools();
assert(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
assert(!tools.some(({ name }) => /contact|conversation|ticket/.test(name)));
const article = { name: 'list_all_intercom_articles_search', arguments: { phrase: 'SSO configuration' } };
assert.match(JSON.stringify((await client.callTool(article)).content), /9034/);
await assert.rejects(client.callTool({ name: 'list_all_intercom_search_contacts', arguments: {} }), /Unknown tool/);

// One is taken back: at once, and the other goes on.
const other = await connect(helper.url);
await helper.revoke();
await assert.rejects(other.callTool(article), /revoked/);
await client.callTool(article);

// The other ends by itself, a day later.
ahead = DAY - HOUR;
await client.callTool(article);
ahead = DAY + HOUR;
await assert.rejects(client.callTool(article), /expired/);

await Promise.all([client.close(), other.close()]);
console.log(`${tools.length} tools of the knowledge base for a day: one server revoked, one expired.`);
