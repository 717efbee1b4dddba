// Version 1 of the MCP SDK, which users' servers and clients still have.
export { auth } from '@modelcontextprotocol/sdk/client/auth.js';
export { Client } from '@modelcontextprotocol/sdk/client/index.js';
export { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
export { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
export { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
export { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
export type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
export { CallToolResultSchema, ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
