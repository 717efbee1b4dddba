// The tools over MCP: the official client starts the server and calls a tool, as Claude does.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { standIn } from './stand-in.ts';

const intercom = await standIn({
  'GET /articles/search': {
    type: 'list',
    data: {
      articles: [{ type: 'article', id: '6871119', title: 'SSO configuration', state: 'published' }],
      highlights: [],
    },
    pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 1 },
    total_count: 1,
  },
});

const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: [
      fileURLToPath(new URL('../cli/main.ts', import.meta.url)),
      'serve',
      '--tags',
      'knowledge_base',
      '--methods',
      'read',
    ],
    env: { INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: intercom.baseUrl },
    stderr: 'ignore',
  }),
);

const { tools } = await client.listTools();
assert(tools.every(({ annotations }) => annotations?.readOnlyHint === true));

const answer = await client.callTool({
  name: 'list_all_intercom_articles_search',
  arguments: { phrase: 'SSO configuration', state: 'published' },
});
const [content] = answer.content as { type: string; text: string }[];
assert.deepEqual(JSON.parse(content?.text ?? ''), {
  result: [{ id: '6871119', title: 'SSO configuration', state: 'published' }],
  next_cursor: null,
  total_count: 1,
});
// Before it the server asked for /me, to say whose workspace this is.
assert.match(
  intercom.received.at(-1)?.url ?? '',
  /^\/articles\/search\?phrase=SSO(?:\+|%20)configuration&state=published/,
);

await client.close();
intercom.close();
console.log(`${tools.length} tools listed, one called.`);
