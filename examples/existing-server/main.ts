// Intercom's tools on an MCP server that exists already, beside its own tool: a customer is told of an order.
import assert from 'node:assert/strict';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { createClient } from 'intercom-mcp-toolkit';
import { standIn } from '../stand-in.ts';
import { createShopServer } from './server.ts';

const intercom = await standIn({
  'POST /conversations/search': {
    type: 'conversation.list',
    conversations: [{ type: 'conversation', id: '104857392', state: 'open', title: 'Where is my refund?' }],
    pages: { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 1 },
    total_count: 1,
  },
  'POST /conversations/104857392/reply': { type: 'conversation', id: '104857392', state: 'open' },
});

const server = createShopServer(createClient({ token: 'none', baseUrl: intercom.baseUrl }));
const client = new Client({ name: 'example', version: '1.0.0' });
const [here, there] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(there), client.connect(here)]);

const { tools } = await client.listTools();
assert.deepEqual(
  tools.map(({ name }) => name),
  [
    'get_order',
    'list_all_intercom_search_conversations',
    'list_all_intercom_articles_search',
    'intercom_conversations_reply',
  ],
);

async function call(name: string, args: Record<string, unknown>) {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  return { isError, text: JSON.stringify(content) };
}

assert.match((await call('get_order', { number: '1017' })).text, /refunded/);
const query = { field: 'source.body', operator: '~', value: 'refund' };
assert.match((await call('list_all_intercom_search_conversations', { query })).text, /104857392/);

// Without an admin_id the reply is refused before it is sent, in words that a model can act on.
const reply = { conversation_id: '104857392', message_type: 'comment', type: 'admin', body: 'It is on its way.' };
const refused = await call('intercom_conversations_reply', reply);
assert.equal(refused.isError, true);
assert.match(refused.text, /admin_id/);
assert.equal((await call('intercom_conversations_reply', { ...reply, admin_id: 149302 })).isError, false);

assert.deepEqual(
  intercom.received.map(({ method, url }) => `${method} ${url}`),
  ['POST /conversations/search', 'POST /conversations/104857392/reply'],
);

await client.close();
intercom.close();
console.log(`shop: ${tools.length} tools on one server, an order found, a customer answered.`);
