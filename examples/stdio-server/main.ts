// Starts the server as its configuration tells Claude Desktop to, with the official client, and answers a customer.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { standIn } from '../stand-in.ts';

const intercom = await standIn({
  'GET /articles/search': {
    type: 'list',
    data: {
      articles: [{ type: 'article', id: '7', title: 'Reset your password', state: 'published' }],
      highlights: [],
    },
    pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 1 },
    total_count: 1,
  },
  'POST /conversations/104857392/reply': { type: 'conversation', id: '104857392', state: 'open' },
});

const file = await readFile(new URL('clients/claude-desktop.json', import.meta.url), 'utf8');
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { mcpServers } = JSON.parse(file.replaceAll('/path/to/intercom-mcp-toolkit', root));
const { args, env } = mcpServers['support-desk'];

const client = new Client({ name: 'example', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
await client.connect(
  // This Node instead of the one that `npm ci` brings along: it may be another.
  new StdioClientTransport({
    command: process.execPath,
    args,
    env: { ...env, INTERCOM_BASE_URL: intercom.baseUrl },
    stderr: 'inherit',
  }),
);
assert.equal(client.getServerVersion()?.name, 'support-desk');
assert.match(client.getInstructions() ?? '', /^The \d+ tools read .*\nLook for an answer in the articles/);

const { tools } = await client.listTools();
const writes = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name);
assert.deepEqual(writes, ['intercom_conversations_reply']);

const found = await client.callTool({ name: 'list_all_intercom_articles_search', arguments: { phrase: 'password' } });
assert(JSON.stringify(found.content).includes('Reset your password'));
const replied = await client.callTool({
  name: 'intercom_conversations_reply',
  arguments: {
    conversation_id: '104857392',
    message_type: 'comment',
    type: 'admin',
    admin_id: '149302',
    body: 'Choose "Forgot password". The support desk',
  },
});
assert(!replied.isError, JSON.stringify(replied));
assert.deepEqual(
  intercom.received.map(({ method, url }) => `${method} ${url.split('?')[0]}`),
  ['GET /articles/search', 'POST /conversations/104857392/reply'],
);

// What the filter leaves out is not there, on the list or off it.
await assert.rejects(client.callTool({ name: 'delete_a_intercom_contact_by_id', arguments: {} }), /Unknown tool/);

await client.close();
intercom.close();
console.log(`support-desk: ${tools.length} tools, an article found, a customer answered.`);
