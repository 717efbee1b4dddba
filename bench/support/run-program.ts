import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** A program of Node, and where it runs. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** How a program ended, and what it took. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from its start to its end. */
  readonly wall: number;
  /** Milliseconds of processor, those of the programs of Node that it started among them. */
  readonly cpu: number;
  /** The most mebibytes that one of these had in memory. */
  readonly peak: number;
}

const preload = fileURLToPath(new URL('report-usage.cjs', import.meta.url));
const usage = z.object({ cpu: z.number(), peak: z.number() });

/** Runs a program of Node to its end, whatever that is, and says what it took; at most `timeout` milliseconds. */
export async function runProgram({ args, env = {}, cwd }: Command, { timeout = 600_000 } = {}): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-usage-'));
  const file = join(folder, 'usage.ndjson');
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...cleanEnvironment(), ...env, BENCH_USAGE: file, NODE_OPTIONS: `--require=${JSON.stringify(preload)}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (ended) => resolve(ended ?? -1));
  });
  const wall = performance.now() - began;
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  await rm(folder, { recursive: true, force: true });
  const taken = lines.map((line) => usage.parse(JSON.parse(line)));
  const cpu = taken.reduce((sum, one) => sum + one.cpu, 0);
  return { code, ...said, wall, cpu, peak: Math.max(0, ...taken.map((one) => one.peak)) };
}

/** Runs a program of Node that has to succeed; throws with the end of what it said where it does not. */
export async function mustRun(command: Command, options?: { timeout?: number }): Promise<Ran> {
  const ran = await runProgram(command, options);
  if (ran.code !== 0) throw new Error(`ended with ${ran.code}: ${(ran.stderr || ran.stdout).trim().slice(-300)}`);
  return ran;
}

/** Starts a program of Node that goes on, to be written to and read from. */
export function startProgram({ args, env = {}, cwd }: Command): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...cleanEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The environment without what npm and Node were told for this process, and without credentials of Intercom. */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(?:npm_|INTERCOM_|GATEWAY_|NODE_)/i.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}
