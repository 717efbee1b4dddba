import { expect } from 'vitest';

/** Milliseconds of the processor below which nothing is told from noise. */
const FLOOR = 150;

/** Times by which the work may grow where the input is four times as large: 4 is linear, 16 is quadratic. */
const MOST = 9;

/** A measurement that others disturbed is made again. */
const TRIES = 3;

/**
 * Fails where an input of four times the size takes far more than four times the work. The processor's time is compared,
 * which a busy machine does not change, and only where it is so long that it can be compared.
 */
export function expectLinear(size: number, prepare: (size: number) => () => unknown): void {
  let grown = Number.POSITIVE_INFINITY;
  for (let left = TRIES; left > 0 && grown > MOST; left -= 1) {
    const large = workOf(prepare(size * 4));
    grown = large < FLOOR ? 0 : large / Math.max(workOf(prepare(size)), FLOOR / MOST);
  }
  expect(grown).toBeLessThanOrEqual(MOST);
}

function workOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
