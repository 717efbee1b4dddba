import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { Client, StdioClientTransport } from '../../test/judges/legacy-sdk.ts';
import { type PrismOperation, prismFaults, prismOperations } from '../../test/judges/prism-validator.ts';
import { fillArguments } from './fill-arguments.ts';
import { prismRequest } from './judge-requests.ts';
import { type Recorder, startRecorder } from './recorder.ts';

/** What a neighbour made of one description. */
export interface NeighbourOutcome {
  readonly tools: number;
  readonly tokens: number;
  /** Calls that were made, requests that came of them, and those that Prism finds right. */
  readonly calls: number;
  readonly sent: number;
  readonly right: number;
  readonly error?: string;
}

/** How the server of a neighbour is started. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** What there is of neighbours: each makes, from a description and an address, the command of a server. */
export const neighbours: Readonly<
  Record<string, (spec: string, address: string, packages: string, name: string) => Command>
> = {
  'openapi-mcp-generator': (spec, address, packages, name) => {
    const out = join(packages, 'out', name.replaceAll(/[^\w.-]/g, '_'));
    mkdirSync(join(packages, 'out'), { recursive: true });
    const program = join(packages, 'node_modules/openapi-mcp-generator/bin/openapi-mcp-generator.js');
    const made = spawnSync(
      process.execPath,
      [program, '--input', spec, '--output', out, '--base-url', address, '--force'],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (made.status !== 0) throw new Error(`not generated: ${(made.stderr || made.stdout).slice(-300)}`);
    return { command: process.execPath, args: ['--experimental-transform-types', join(out, 'src/index.ts')] };
  },
  '@ivotoby/openapi-mcp-server': (spec, address, packages) => ({
    command: process.execPath,
    args: [
      join(packages, 'node_modules/@ivotoby/openapi-mcp-server/bin/mcp-server.js'),
      ...['--openapi-spec', spec, '--api-base-url', address, '--transport', 'stdio', '--tools', 'all'],
    ],
  }),
};

/** Lists the tools of a neighbour through the official client, and calls some with all arguments filled. */
export async function tryNeighbour(
  kind: string,
  { spec, packages, name, most }: { spec: string; packages: string; name: string; most: number },
): Promise<NeighbourOutcome> {
  await using recorder = await startRecorder();
  const client = new Client({ name: 'fleet', version: '1' });
  let operations: PrismOperation[] | undefined;
  const outcome = { tools: 0, tokens: 0, calls: 0, sent: 0, right: 0 };
  try {
    const start = neighbours[kind];
    if (start === undefined) throw new Error(`there is no neighbour ${kind}`);
    const { command, args } = start(spec, recorder.address, packages, name);
    const transport = new StdioClientTransport({ command, args: [...args], stderr: 'ignore' });
    // The client's types of optional properties are looser than the project's.
    await client.connect(transport as unknown as Parameters<typeof client.connect>[0], { timeout: 120_000 });
    const { tools } = await client.listTools({}, { timeout: 120_000 });
    outcome.tools = tools.length;
    outcome.tokens = countTokens(JSON.stringify(tools));
    const step = Math.max(1, Math.floor(tools.length / most));
    for (const tool of tools.filter((_, at) => at % step === 0).slice(0, most)) {
      outcome.calls += 1;
      operations ??= await prismOperations(spec);
      const isRight = await callJudged(client, tool, { operations, recorder });
      if (isRight !== undefined) outcome.sent += 1;
      if (isRight) outcome.right += 1;
    }
    return outcome;
  } catch (error) {
    return { ...outcome, error: error instanceof Error ? error.message.slice(0, 400) : String(error) };
  } finally {
    await client.close().catch(() => {});
  }
}

/** Whether the request of a call is right; undefined where none came. The operation is the one whose path fits best. */
async function callJudged(
  client: Client,
  tool: { name: string; inputSchema: Record<string, unknown> },
  { operations, recorder }: { operations: readonly PrismOperation[]; recorder: Recorder },
): Promise<boolean | undefined> {
  const args = fillArguments(tool.inputSchema, { ours: new Set() });
  await client.callTool({ name: tool.name, arguments: args }, undefined, { timeout: 20_000 }).catch(() => {});
  const sent = recorder.take();
  if (sent === undefined) return undefined;
  const path = new URL(sent.url).pathname;
  const fitting = operations.filter(
    (one) => one.method.toUpperCase() === sent.method && patternOf(one.path).test(path),
  );
  const judged = await Promise.all(
    fitting.map(async (operation) => prismFaults(operation, await prismRequest(sent.clone(), operation))),
  );
  const isCredential = (message: string): boolean => /required property '[^']*(?:key|token|auth)/i.test(message);
  return judged.some((faults) => faults.every(({ message }) => isCredential(message)));
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:/.*)?${parts.join('[^/]+')}$`);
}
