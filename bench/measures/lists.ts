import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import * as z from 'zod';
import type { Prepared } from '../contestants/contestant.ts';
import { type Command, cleanEnvironment } from '../support/run-program.ts';
import { connectStdio } from '../support/stdio-connection.ts';
import type { Figures } from './figures.ts';
import type { MetricName } from './metrics.ts';

const list = z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })), nextCursor: z.string().optional() });

/** What of the official client of version 1 is used. */
interface OfficialClient {
  readonly connect: (transport: unknown, options: object) => Promise<void>;
  readonly listTools: (params: object, options: object) => Promise<{ readonly tools: readonly unknown[] }>;
  readonly close: () => Promise<void>;
}

/** Adds what a server lists, what that costs a model, and whether the official client, installed in `sdk`, takes it. */
export async function measureLists(
  { name, server, modes = {} }: Pick<Prepared, 'server' | 'modes'> & { readonly name: string },
  figures: Figures<MetricName>,
  sdk: string,
): Promise<void> {
  if (server === undefined) return;
  const tools = await listOf(server);
  figures.add(name, 'tools', tools.length);
  const text = JSON.stringify(tools);
  figures.add(name, 'listBytes', Buffer.byteLength(text));
  figures.add(name, 'listTokens', countTokens(text));
  figures.add(
    name,
    'largestTool',
    tools.reduce((most, tool) => Math.max(most, countTokens(JSON.stringify(tool))), 0),
  );
  for (const mode of ['discoveryTokens', 'codeTokens'] as const) {
    const command = modes[mode];
    if (command !== undefined) figures.add(name, mode, countTokens(JSON.stringify(await listOf(command))));
  }
  await listOfficially(server, sdk).then(
    (count) => figures.add(name, 'accepted', count),
    (error: unknown) => figures.refuse(name, 'accepted', error),
  );
}

async function listOf(server: Command): Promise<{ readonly name: string }[]> {
  await using connection = await connectStdio(server);
  const tools: { readonly name: string }[] = [];
  let cursor: string | undefined;
  do {
    const answer = await connection.request('tools/list', cursor === undefined ? {} : { cursor });
    const page = list.parse(answer.result);
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tools;
}

/** Lists the tools as a user's client does; throws where that refuses them. */
async function listOfficially({ args, env = {}, cwd }: Command, sdk: string): Promise<number> {
  const load = (path: string): Promise<unknown> =>
    import(pathToFileURL(createRequire(join(sdk, 'package.json')).resolve(`@modelcontextprotocol/sdk/${path}`)).href);
  // Packages of a folder outside of this repository have no types here.
  const { Client } = (await load('client/index.js')) as { Client: new (info: object) => OfficialClient };
  const { StdioClientTransport } = (await load('client/stdio.js')) as {
    StdioClientTransport: new (options: object) => unknown;
  };
  const client = new Client({ name: 'bench', version: '1' });
  const patience = { timeout: 120_000 };
  try {
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args,
        env: { ...cleanEnvironment(), ...env },
        stderr: 'ignore',
        ...(cwd !== undefined && { cwd }),
      }),
      patience,
    );
    return (await client.listTools({}, patience)).tools.length;
  } finally {
    await client.close();
  }
}
