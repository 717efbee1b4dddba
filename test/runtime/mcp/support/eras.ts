import { Client as ModernClient } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport as LegacyTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { type McpServerOptions, serveStdio } from '../../../../runtime/mcp/index.ts';
import { packageVersion } from '../../../../runtime/value/package-version.ts';

interface Session extends AsyncDisposable {
  readonly era: string;
  readonly list: () => Promise<object>;
  readonly call: (name: string, args?: Record<string, unknown>, signal?: AbortSignal) => Promise<Called>;
}

/** What a tool answered, its parts as they arrived. */
export interface Called {
  readonly isError?: boolean;
  readonly content: readonly unknown[];
  readonly _meta?: Record<string, unknown>;
}

/** Official clients of both eras, each connected to a server with these options in memory. */
export const eras: Readonly<Record<string, (options: McpServerOptions) => Promise<Session>>> = {
  'the 1.x client': async (settings) => {
    const [here, there] = LegacyTransport.createLinkedPair();
    const server = serveStdio(settings, { transport: z.custom<InMemoryTransport>().parse(there) });
    const client = new LegacyClient({ name: 'test', version: '1' });
    await client.connect(here);
    return {
      era: client.getServerVersion()?.version === packageVersion ? 'legacy' : 'unknown',
      list: () => client.listTools(),
      call: async (name, args = {}, signal) =>
        called(await client.callTool({ name, arguments: args }, undefined, signal && { signal })),
      [Symbol.asyncDispose]: async () => {
        await client.close();
        await server.close();
      },
    };
  },
  'the 2.x client': async (settings) => {
    const [here, there] = InMemoryTransport.createLinkedPair();
    const server = serveStdio(settings, { transport: there });
    const client = new ModernClient({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    await client.connect(here);
    return {
      era: client.getProtocolEra() ?? 'unknown',
      list: () => client.listTools(),
      call: async (name, args = {}, signal) =>
        called(await client.callTool({ name, arguments: args }, signal && { signal })),
      [Symbol.asyncDispose]: async () => {
        await client.close();
        await server.close();
      },
    };
  },
};

function called(result: unknown): Called {
  return z
    .looseObject({
      isError: z.boolean().exactOptional(),
      content: z.array(z.unknown()),
      _meta: z.record(z.string(), z.unknown()).exactOptional(),
    })
    .parse(result);
}
