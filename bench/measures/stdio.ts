import * as z from 'zod';
import type { Prepared } from '../contestants/contestant.ts';
import { startChild } from '../support/child.ts';
import type { Command } from '../support/run-program.ts';
import { median, quantile } from '../support/statistics.ts';
import { connectStdio, type StdioConnection } from '../support/stdio-connection.ts';
import type { Figures } from './figures.ts';
import type { MetricName } from './metrics.ts';

/** Calls by which a program is warmed up, and those that are measured after them. */
export interface CallCount {
  readonly warm: number;
  readonly measured: number;
}

const result = z.looseObject({
  isError: z.boolean().optional(),
  content: z.array(z.looseObject({ text: z.string().optional() })),
});

/** Starts a server once, up to its list, and adds what that took; with `calls` what these took as well. */
export async function measureStart(
  { name, server, call, start }: Prepared & { readonly name: string },
  figures: Figures<MetricName>,
  calls?: CallCount,
): Promise<void> {
  if (start !== undefined) figures.add(name, 'everything', (await startTime(start)) / 1000);
  if (server === undefined) return;
  const began = performance.now();
  await using connection = await connectStdio(server);
  const list = await connection.request('tools/list');
  const took = performance.now() - began;
  const started = connection.usage();
  // A list that was refused is none, however fast that was.
  if (list.result === undefined) throw new Error('it lists nothing');
  figures.add(name, 'coldStart', took);
  if (started !== undefined) {
    figures.add(name, 'coldCpu', started.cpu);
    figures.add(name, 'memory', started.resident);
  }
  if (call === undefined || calls === undefined) return;
  await measureCalls(connection, call, calls.warm);
  const before = connection.usage();
  const times = await measureCalls(connection, call, calls.measured);
  const after = connection.usage();
  if (before !== undefined && after !== undefined)
    figures.add(name, 'callCpu', (after.cpu - before.cpu) / times.length);
  figures.add(name, 'callMedian', median(times));
  figures.add(name, 'callLate', quantile(times, 0.99));
}

/** Milliseconds until a program prints an address. */
async function startTime(command: Command): Promise<number> {
  const began = performance.now();
  await using child = await startChild(command);
  return child.url === '' ? Number.NaN : performance.now() - began;
}

/** Milliseconds after which no further call is made: one that takes a hundred times as long as others is measured by fewer. */
const LONGEST = 4_000;

/** Calls one after the other; the milliseconds of each. Throws where one fails: a refusal is no answer to compare. */
async function measureCalls(connection: StdioConnection, call: object, count: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + LONGEST;
  for (let turn = 0; turn < count && performance.now() < until; turn += 1) {
    const began = performance.now();
    const answer = await connection.request('tools/call', call);
    times.push(performance.now() - began);
    if (turn > 0) continue;
    const { isError, content } = result.parse(answer.result);
    if (isError) throw new Error(`the call failed: ${content[0]?.text?.slice(0, 200)}`);
  }
  return times;
}

/** What the same request takes without any server between: the milliseconds of each of `count` fetches. */
export async function measureFetch(upstream: string, { warm, measured }: CallCount): Promise<number[]> {
  const times: number[] = [];
  for (let turn = -warm; turn < measured; turn += 1) {
    const began = performance.now();
    await (await fetch(`${upstream}/me`, { headers: { authorization: 'Bearer x' } })).text();
    if (turn >= 0) times.push(performance.now() - began);
  }
  return times;
}
