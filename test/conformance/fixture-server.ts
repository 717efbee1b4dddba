import { createRequestStateCodec, McpServer } from '@modelcontextprotocol/server';
import { httpHandler } from '../../runtime/mcp/index.ts';
import { type HttpServer, listen } from '../../runtime/mcp/node.ts';
import { addInputFixtures } from './fixture-input.ts';
import { addPromptFixtures } from './fixture-prompts.ts';
import { addResourceFixtures } from './fixture-resources.ts';
import { addToolFixtures } from './fixture-tools.ts';

/** States of a conversation in rounds, sealed with a key of this process. */
const states = createRequestStateCodec<string>({ key: crypto.getRandomValues(new Uint8Array(32)) });
const hint = { ttlMs: 60_000, cacheScope: 'private' as const };

/** The named tools, prompts and resources that the official conformance suite asks a server for. */
function createFixtureServer(): McpServer {
  const server = new McpServer(
    { name: 'conformance-fixtures', version: '1.0.0' },
    {
      capabilities: { logging: {}, completions: {}, resources: { subscribe: true } },
      requestState: { verify: states.verify },
      cacheHints: {
        'server/discover': hint,
        'tools/list': hint,
        'prompts/list': hint,
        'resources/list': hint,
        'resources/templates/list': hint,
        'resources/read': hint,
      },
    },
  );
  addToolFixtures(server);
  addInputFixtures(server, states);
  addPromptFixtures(server);
  addResourceFixtures(server);
  return server;
}

/** Serves the fixtures on a free loopback port, over the same transport as the project's own tools. */
export function startFixtureServer(): Promise<HttpServer> {
  return listen(httpHandler(createFixtureServer));
}
