import { McpServer } from '@modelcontextprotocol/server';
import type { Client } from 'intercom-mcp-toolkit';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { searchArticles } from 'intercom-mcp-toolkit/intercom/tools/articles';
import { replyToConversation, searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';
import { registerTools } from 'intercom-mcp-toolkit/mcp';
import * as z from 'zod';

/** A shop's own server, written for version 2 of the SDK (for version 1 the same call does), with three of Intercom's tools beside its own. */
export function createShopServer(client: Client): McpServer {
  const server = new McpServer({ name: 'shop', version: '3.2.1' });
  server.registerTool(
    'get_order',
    {
      title: 'Get an order',
      description: 'Get an order of the shop by its number',
      inputSchema: z.object({ number: z.string() }),
      annotations: { readOnlyHint: true },
    },
    async ({ number }) => ({ content: [{ type: 'text', text: JSON.stringify({ number, state: 'refunded' }) }] }),
  );
  registerTools(server, [searchConversations, searchArticles, replyToConversation], {
    ...intercom,
    client,
  });
  return server;
}
