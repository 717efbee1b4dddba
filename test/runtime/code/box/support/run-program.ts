import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Box, BoxedProgram, BoxOutcome } from '../../../../../runtime/code/box/box.ts';
import { createInProcessBox } from '../../../../../runtime/code/box/in-process-box.ts';
import { createWorkerBox, type WorkerBox } from '../../../../../runtime/code/box/worker-box.ts';

/** The engine, compiled once. */
export const wasm: WebAssembly.Module = await WebAssembly.compile(
  await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm')),
);

/** A box of each kind; the one with threads is closed by the test. */
export function eachBox(): { readonly inProcess: Box; readonly worker: WorkerBox } {
  return { inProcess: createInProcessBox({ wasm }), worker: createWorkerBox({ wasm }) };
}

/** What a program came to, and what its host saw of it. */
export interface Ran {
  readonly outcome: BoxOutcome;
  /** What was returned, parsed. */
  readonly value: unknown;
  readonly lines: readonly string[];
  readonly asked: readonly string[];
}

/** Runs a source with small limits; each request is answered by itself. */
export async function runIn(box: Box, source: string, given: Partial<BoxedProgram> = {}): Promise<Ran> {
  const lines: string[] = [];
  const asked: string[] = [];
  const outcome = await box({
    source,
    prelude: '',
    ask: async (request) => {
      asked.push(request);
      return request;
    },
    tell: (line) => lines.push(line),
    limits: { memory: 32 * 1024 * 1024, cpu: 10_000, wall: 30_000 },
    signal: new AbortController().signal,
    ...given,
  });
  const value = outcome.failure === undefined && outcome.value !== undefined ? JSON.parse(outcome.value) : undefined;
  return { outcome, value, lines, asked };
}
