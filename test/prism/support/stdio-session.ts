import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { Client, StdioClientTransport } from '../../judges/legacy-sdk.ts';

/** What a tool answered: its text, and the value in it where it is JSON. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  readonly value: unknown;
}

/** The official client of the 1.x SDK, connected to `intercom-mcp serve` in a process of its own. */
export interface StdioSession extends AsyncDisposable {
  readonly list: Client['listTools'];
  readonly call: (name: string, args: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;
}

const result = z.object({
  isError: z.boolean().default(false),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});

/** Starts `intercom-mcp serve` against an address on this machine and connects to it over stdin and stdout. */
export async function startStdioSession(baseUrl: string): Promise<StdioSession> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [fileURLToPath(new URL('../../../cli/main.ts', import.meta.url)), 'serve'],
      env: { INTERCOM_ACCESS_TOKEN: 'dG9rOnRlc3Q', INTERCOM_BASE_URL: baseUrl },
      stderr: 'ignore',
    }),
  );
  return {
    list: () => client.listTools(),
    call: async (name, args) => {
      const { isError, content } = result.parse(await client.callTool({ name, arguments: args }));
      const text = content.map((part) => part.text ?? '').join('');
      return { isError, text, value: parseJson(text) };
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
