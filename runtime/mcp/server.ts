import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog.ts';
import type { Client } from '../client.ts';
import { didYouMean } from '../nearest.ts';
import type { Tool } from '../tool.ts';
import { packageVersion } from '../version.ts';
import { listTools } from './list.ts';
import { toErrorResult, toResult } from './result.ts';

/** Settings of {@link createMcpServer}. */
export interface McpServerOptions {
  readonly client: Pick<Client, 'exchange'>;
  /** The tools that are listed and may be called; filter it before. */
  readonly catalog: readonly CatalogEntry[];
  /** Loads a tool of the catalog at its first call. */
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  readonly name?: string;
  readonly version?: string;
  /** What a client tells its model about the tools as a whole. */
  readonly instructions?: string;
  /** Milliseconds for which a client may keep the list of tools. */
  readonly ttlMs?: number;
  /** Told of every failed call; the model gets a text without internals. */
  readonly onError?: (error: unknown, tool: string) => void;
}

/** An MCP server for a catalog of tools, for one connection or one request, in either protocol era. */
export function createMcpServer({
  client,
  catalog,
  loadTool,
  name = 'intercom-mcp-toolkit',
  version = packageVersion,
  instructions,
  ttlMs = 300_000,
  onError,
}: McpServerOptions): Server {
  const cacheHint = { ttlMs, cacheScope: 'private' as const };
  const server = new Server(
    { name, version },
    {
      capabilities: { tools: {} },
      cacheHints: { 'tools/list': cacheHint, 'server/discover': cacheHint },
      ...(instructions !== undefined && { instructions }),
    },
  );
  server.setRequestHandler('tools/list', () => listTools(catalog));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    if (!catalog.some((entry) => entry.name === params.name)) throw unknownTool(params.name, catalog);
    try {
      const tool = await loadTool(params.name);
      if (tool === undefined) throw new Error(`${params.name} is in the catalog but cannot be loaded.`);
      return toResult(tool.name, await client.exchange(tool, params.arguments ?? {}, { signal }));
    } catch (error) {
      onError?.(error, params.name);
      return toErrorResult(error);
    }
  });
  return server;
}

function unknownTool(name: string, catalog: readonly CatalogEntry[]): ProtocolError {
  const shown = JSON.stringify(name.slice(0, 128));
  const names = catalog.map((entry) => entry.name);
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool ${shown}.${didYouMean(name, names)}`);
}
