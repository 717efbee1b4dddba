// A gateway in a program of your own: connect a workspace, hand out a server that reads the Help Center, take it back.
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { newKeys, openStore, serveGateway } from 'intercom-mcp-toolkit/gateway';
import { createSandbox, listenSandbox } from 'intercom-mcp-toolkit/sandbox';

await using workspace = await listenSandbox(createSandbox());
await using store = await openStore(':memory:');
await using listening = await serveGateway({
  store,
  keys: newKeys(),
  upstreams: { sandbox: workspace.url },
});

async function api(method: string, path: string, body?: object): Promise<Record<string, string>> {
  const response = await fetch(new URL(path, listening.url), {
    method,
    headers: {
      Authorization: `Bearer ${listening.gateway.createdAdminKey}`,
      'Content-Type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert(response.ok, await response.clone().text());
  return response.status === 204 ? {} : ((await response.json()) as Record<string, string>);
}

const account = await api('POST', '/integrated-account', { region: 'sandbox', access_token: 'sandbox' });
const server = await api('POST', `/integrated-account/${account.id}/mcp`, {
  name: 'Docs bot',
  config: { methods: ['read'], tags: ['knowledge_base'] },
  expires_at: new Date(Date.now() + 3_600_000).toISOString(),
});

const client = new Client({ name: 'example', version: '1.0.0' });
const transport = new StreamableHTTPClientTransport(new URL(server.url ?? ''));
await client.connect(transport);
const { tools } = await client.listTools();
assert(tools.some(({ name }) => name === 'list_all_intercom_articles_search'));
assert(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
const found = await client.callTool({
  name: 'list_all_intercom_articles_search',
  arguments: { phrase: 'SSO configuration' },
});
assert.match(JSON.stringify(found.content), /9034/);

await api('DELETE', `/integrated-account/${account.id}/mcp/${server.id}`);
await assert.rejects(client.listTools(), /revoked/);
await client.close();
console.log(`${tools.length} tools through the gateway; refused once their server was revoked.`);
