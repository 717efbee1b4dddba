import { StreamableHTTPClientTransport as HttpTransport, Client as NewClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ProgramTransport } from '@modelcontextprotocol/client/stdio';
import {
  CallToolResultSchema,
  Client as OldClient,
  StreamableHTTPClientTransport as OldHttpTransport,
  StdioClientTransport as OldProgramTransport,
  type Transport,
} from '../../judges/legacy-sdk.ts';
import { type Library, textOf } from './library.ts';

const client = { name: 'compat', version: '1' };

/** The official 1.x client, which knows the legacy era alone. */
export const officialV1: Library = {
  name: '@modelcontextprotocol/sdk 1.x',
  connect: async (target) => {
    const connected = new OldClient(client);
    // Its HTTP transport's `sessionId?: string` is a `string | undefined`, which exact optional properties tell apart.
    const transport = ('url' in target
      ? new OldHttpTransport(new URL(target.url))
      : new OldProgramTransport({ ...target, stderr: 'ignore' })) as unknown as Transport;
    await connected.connect(transport);
    return {
      list: async () => (await connected.listTools()).tools.map(({ name }) => name),
      call: async (name, args) => {
        const called = await connected.callTool({ name, arguments: args });
        const { isError = false, content } = CallToolResultSchema.parse(called);
        return { isError, text: textOf(content) };
      },
      [Symbol.asyncDispose]: () => connected.close(),
    };
  },
};

/** The official 2.x client, held to one of the protocol's eras. */
export function officialV2(era: 'modern' | 'legacy'): Library {
  return {
    name: `@modelcontextprotocol/client 2.x, ${era} era`,
    era,
    connect: async (target) => {
      const connected = new NewClient(client, { versionNegotiation: { mode: era === 'modern' ? 'auto' : 'legacy' } });
      await connected.connect(
        'url' in target
          ? new HttpTransport(new URL(target.url))
          : new ProgramTransport({ ...target, stderr: 'ignore' }),
      );
      return {
        era: connected.getProtocolEra(),
        list: async () => (await connected.listTools()).tools.map(({ name }) => name),
        call: async (name, args) => {
          const { isError = false, content } = await connected.callTool({ name, arguments: args });
          return { isError, text: textOf(content) };
        },
        [Symbol.asyncDispose]: () => connected.close(),
      };
    },
  };
}
