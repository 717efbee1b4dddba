// What a box costs: its start, a call inside of it beside the same call outside, memory over many programs, and how far off its
// limits fire. `node --expose-gc bench/code-box.ts [programs]`
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Box, BoxedProgram, BoxOutcome } from '../runtime/code/box/box.ts';
import { createInProcessBox } from '../runtime/code/box/in-process-box.ts';
import { createWorkerBox } from '../runtime/code/box/worker-box.ts';
import { median } from './support/statistics.ts';

const MEGABYTE = 1024 * 1024;
const CALLS = 2000;
const programs = Number(process.argv[2] ?? 100);
const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

/** What a program says at the moment from which on it is measured. */
const GO = '__tell("go");';

async function answer(text: string): Promise<string> {
  return text;
}

function run(box: Box, source: string, given: Partial<BoxedProgram> = {}): Promise<BoxOutcome> {
  return box({
    source,
    prelude: '',
    ask: answer,
    tell: () => {},
    limits: { memory: 64 * MEGABYTE, cpu: 2000, wall: 55_000 },
    signal: new AbortController().signal,
    ...given,
  });
}

function row(name: string, ...columns: readonly string[]): void {
  console.log(`${name.padEnd(56)}${columns.map((column) => column.padStart(14)).join('')}`);
}

async function start<Made extends Box>(name: string, make: () => Promise<Made>): Promise<Made> {
  const began = performance.now();
  const box = await make();
  await run(box, 'return 1');
  const first = performance.now() - began;
  const warm: number[] = [];
  for (let i = 0; i < 50; i += 1) {
    const start = performance.now();
    await run(box, 'return 1');
    warm.push(performance.now() - start);
  }
  row(`start, ${name}`, `${first.toFixed(1)} ms`, `${median(warm).toFixed(2)} ms`);
  return box;
}

async function compileEngine(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(file));
}

/** Microseconds from one answer to the next request. */
async function calls(box: Box): Promise<number> {
  const times: number[] = [];
  let last = performance.now();
  const ask = async (text: string) => {
    const now = performance.now();
    times.push((now - last) * 1000);
    last = now;
    return answer(text);
  };
  await run(box, `for (let i = 0; i < ${CALLS}; i += 1) await __ask("x")`, { ask });
  return median(times.slice(1));
}

async function callsOutside(): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const begin = performance.now();
    await answer('x');
    times.push((performance.now() - begin) * 1000);
  }
  return median(times);
}

/** Milliseconds from what a program says to its end, or from its beginning where it says nothing; and how it ended. */
async function ends(box: Box, source: string, limits: BoxedProgram['limits']): Promise<{ after: number; by: string }> {
  let from = performance.now();
  const tell = () => {
    from = performance.now();
  };
  const outcome = await run(box, source, { tell, limits, ask: () => new Promise<string>(() => {}) });
  return { after: performance.now() - from, by: outcome.failure ?? 'returned' };
}

async function limit(
  box: Box,
  name: string,
  source: string,
  limits: BoxedProgram['limits'],
  set: number,
): Promise<void> {
  const { after, by } = await ends(box, source, limits);
  row(name, by, `${set} ms`, `${after.toFixed(0)} ms`, `${((after / set - 1) * 100).toFixed(1)} %`);
}

async function memoryLimit(box: Box, megabytes: number): Promise<void> {
  let kept = 0;
  const tell = (line: string) => {
    kept = Number(line);
  };
  const limits = { memory: megabytes * MEGABYTE, cpu: 20_000, wall: 55_000 };
  const source = `const all = []; for (;;) { all.push(new ArrayBuffer(${MEGABYTE / 4})); __tell(String(all.length / 4)) }`;
  const { failure } = await run(box, source, { tell, limits });
  row(
    `limit of memory`,
    failure ?? 'returned',
    `${megabytes} MB`,
    `${kept} MB`,
    `${((kept / megabytes - 1) * 100).toFixed(1)} %`,
  );
}

function resident(): string {
  globalThis.gc?.();
  return `${(process.memoryUsage().rss / MEGABYTE).toFixed(0)} MB`;
}

row('', 'first', 'p50 of 50');
const inProcess = await start('in the process', async () => createInProcessBox({ wasm: await compileEngine() }));
const worker = await start('in a thread', async () => createWorkerBox({ wasm: await compileEngine() }));

row('\none call', 'p50', 'to outside');
const outside = await callsOutside();
row('outside', `${outside.toFixed(2)} us`);
for (const [name, box] of [
  ['inside, in the process', inProcess],
  ['inside, in a thread', worker],
] as const) {
  const inside = await calls(box);
  row(name, `${inside.toFixed(1)} us`, `${(inside / outside).toFixed(0)} x`);
}

row(`\nmemory of the process, ${programs} programs of 8 MB each`, 'before', 'after a third', 'two thirds', 'all');
for (const [name, box] of [
  ['in the process', inProcess],
  ['in a thread', worker],
] as const) {
  const seen = [resident()];
  for (let i = 1; i <= programs; i += 1) {
    await run(box, 'const all = Array.from({ length: 500000 }, (_, i) => i); await __ask("x"); return all.length');
    if (i % Math.ceil(programs / 3) === 0 || i === programs) seen.push(resident());
  }
  row(name, ...seen);
}

row('\nlimits, in a thread', 'ended by', 'set', 'fired at', 'off');
const long = { memory: 64 * MEGABYTE, wall: 55_000 };
for (const cpu of [500, 1000, 2000]) {
  await limit(worker, `a loop`, `${GO} for (;;) Math.abs(1)`, { ...long, cpu }, cpu);
  await limit(worker, `microtasks`, `${GO} (function f() { Promise.resolve().then(f) })()`, { ...long, cpu }, cpu);
  await limit(
    worker,
    `a native operation (ended from without)`,
    `${GO} Array.prototype.reverse.call({ length: 2 ** 53 - 1 })`,
    { ...long, cpu },
    cpu,
  );
}
for (const wall of [500, 2000]) {
  await limit(worker, 'an answer that never comes', 'await __ask("x")', { ...long, cpu: 2000, wall }, wall);
}
for (const megabytes of [16, 64]) await memoryLimit(worker, megabytes);
await worker.close();
