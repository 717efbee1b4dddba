import {
  type ServeStdioOptions,
  type StdioServerHandle,
  serveStdio as serve,
} from '@modelcontextprotocol/server/stdio';
import { type McpServerOptions, mcpServers } from './server.ts';

/** Serves tools to one MCP client over stdin and stdout, or another transport, in the protocol era that the client opens with. */
export function serveStdio(options: McpServerOptions, stdio: ServeStdioOptions = {}): StdioServerHandle {
  const servers = mcpServers(options);
  return serve(() => servers(), stdio);
}
