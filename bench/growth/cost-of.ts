import type { Engine } from '../../gateway/store/contract/engine.ts';
import { median } from '../support/statistics.ts';
import type { Axis } from './figure.ts';

/** Milliseconds of some work, the middle of several turns after one that does not count. */
export interface Cost {
  /** Of the processor, by this process. */
  readonly cpu: number;
  /** Of time that passed. */
  readonly wall: number;
}

/** What counts of an engine: SQLite runs in this process; for PostgreSQL it waits. */
export const costKind = { sqlite: 'cpu', postgres: 'wall' } as const satisfies Record<Engine, keyof Cost>;

/** How that is called. */
export const costAxis = {
  sqlite: { label: 'CPU time', unit: 'ms' },
  postgres: { label: 'time', unit: 'ms' },
} as const satisfies Record<Engine, Axis>;

/** Milliseconds after which no further turn is begun. */
const PATIENCE = 1500;

/** Runs work several times, `each` times in a row for a turn where it is short, and says what one run takes. */
export async function costOf(work: () => unknown, { turns = 9, each = 1 } = {}): Promise<Cost> {
  await work();
  const cpu: number[] = [];
  const wall: number[] = [];
  const began = performance.now();
  for (let turn = 0; turn < turns && (turn < 2 || performance.now() - began < PATIENCE); turn += 1) {
    const from = performance.now();
    const used = process.cpuUsage();
    for (let run = 0; run < each; run += 1) await work();
    const { user, system } = process.cpuUsage(used);
    wall.push((performance.now() - from) / each);
    cpu.push((user + system) / 1000 / each);
  }
  return { cpu: median(cpu), wall: median(wall) };
}

/** MiB of this process's heap after a collection; it has to be started with `--expose-gc`. */
export function heapAfterCollection(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
