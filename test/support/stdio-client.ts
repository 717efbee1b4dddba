import * as z from 'zod';
import { Client, StdioClientTransport } from '../judges/legacy-sdk.ts';

/** What a program on the other end of stdin and stdout offers. */
export interface StdioClient extends AsyncDisposable {
  readonly names: () => Promise<string[]>;
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<string>;
}

const list = z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })) });
const result = z.looseObject({ content: z.array(z.looseObject({ text: z.string().default('') })) });

/** Starts a program and connects the official client of version 1 to it. */
export async function connectStdio(program: {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}): Promise<StdioClient> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ ...program, stderr: 'ignore' }));
  return {
    names: async () => list.parse(await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args = {}) => {
      const { content } = result.parse(await client.callTool({ name, arguments: args }));
      return content.map(({ text }) => text).join('');
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
