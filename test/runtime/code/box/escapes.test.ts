import { afterAll, describe, expect, test } from 'vitest';
import type { Box } from '../../../../runtime/code/box/box.ts';
import { createInProcessBox } from '../../../../runtime/code/box/in-process-box.ts';
import { createWorkerBox } from '../../../../runtime/code/box/worker-box.ts';
import type { Escape } from './support/escapes/escape.ts';
import { exhausting } from './support/escapes/exhausting.ts';
import { native } from './support/escapes/native.ts';
import { overwriting } from './support/escapes/overwriting.ts';
import { reaching } from './support/escapes/reaching.ts';
import { values } from './support/escapes/values.ts';
import { runIn, wasm } from './support/run-program.ts';

const worker = createWorkerBox({ wasm, threads: 1 });
const inProcess = createInProcessBox({ wasm });
afterAll(() => worker.close());

const generous = { memory: 6 * 1024 * 1024, cpu: 10_000, wall: 30_000 };
const short = { ...generous, cpu: 60 };

/** Runs an attempt, and then a program of good will in the same box. */
async function attempt(box: Box, [, source, expected]: Escape): Promise<void> {
  const isLong = 'failure' in expected && expected.failure.includes('cpu');
  const { outcome, value, lines } = await runIn(box, source, { limits: isLong ? short : generous });
  if ('value' in expected) {
    expect(outcome).toMatchObject({ failure: undefined });
    expect(value).toEqual(expected.value);
  } else {
    expect(expected.failure, JSON.stringify(outcome)).toContain(outcome.failure);
  }
  expect(lines.length).toBeLessThanOrEqual(10_000);
  expect(Object.keys(Object.prototype)).toEqual([]);
  const after = await runIn(box, 'return [1, await __ask("x"), typeof evil, JSON.stringify({})]');
  expect(after.value).toEqual([1, 'x', 'undefined', '{}']);
}

test('the attempts are many', () => {
  expect([reaching, overwriting, values, exhausting, native].flat().length).toBeGreaterThanOrEqual(60);
});

describe.each([
  ['reaching for the host', reaching],
  ['overwriting what the border uses', overwriting],
  ['values that bite', values],
  ['using everything up', exhausting],
])('%s', (_, attempts) => {
  test.each(attempts)('%s', (...tried) => attempt(inProcess, tried));
});

describe('what only a thread can end', () => {
  test.each([...native, ...exhausting.slice(0, 3)])('%s', (...tried) => attempt(worker, tried));
});
