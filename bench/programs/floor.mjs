// The floor: the low-level server of the SDK with one tool, which hands on what a plain fetch brings. It is copied to where the SDK is installed.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const server = new Server({ name: 'floor', version: '1' }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: [{ name: 'me', description: 'Who the token belongs to.', inputSchema: { type: 'object' } }],
}));
server.setRequestHandler(CallToolRequestSchema, async () => {
  const answer = await fetch(`${process.env.BENCH_UPSTREAM}/me`, { headers: { authorization: 'Bearer x' } });
  return { content: [{ type: 'text', text: await answer.text() }] };
});
await server.connect(new StdioServerTransport());
