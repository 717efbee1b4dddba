// The SDK's low-level server over HTTP with the tools and the client of the package, and nothing else. It is copied to where these are installed.
import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import { createClient } from 'intercom-mcp-toolkit';
import { catalog, loadTool } from 'intercom-mcp-toolkit/intercom/catalog';

const client = createClient({ token: 'x', baseUrl: process.env.BENCH_UPSTREAM });
const list = { tools: catalog.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })) };
const handler = createMcpHandler(() => {
  const server = new Server({ name: 'bare', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => list);
  server.setRequestHandler('tools/call', async ({ params }) => {
    const { output } = await client.exchange(await loadTool(params.name), params.arguments ?? {}, { shape: 'model' });
    return { content: [{ type: 'text', text: JSON.stringify(output) }] };
  });
  return server;
});
const answer = toNodeHandler(handler);
const http = createServer((request, response) => void answer(request, response));
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${http.address().port}/mcp`));
// Whoever started it may end without a word.
process.stdin.resume().on('end', () => process.exit(0));
