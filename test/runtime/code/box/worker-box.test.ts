import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { createWorkerBox } from '../../../../runtime/code/box/worker-box.ts';
import { runIn, wasm } from './support/run-program.ts';

const box = createWorkerBox({ wasm, threads: 2 });
afterAll(() => box.close());

const limits = { memory: 16 * 1024 * 1024, cpu: 100, wall: 3000 };

test('programs run side by side, and share nothing', async () => {
  const ran = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      runIn(box, `globalThis.mine ??= ${i}; await __ask("x"); return globalThis.mine`),
    ),
  );
  expect(ran.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a program that no thread is free for is not begun, and says so', async () => {
  const stop = new AbortController();
  const ask = () => new Promise<string>(() => {});
  const busy = [0, 1].map(() => runIn(box, 'await __ask("x")', { ask, signal: stop.signal }));
  const { outcome, asked } = await runIn(box, 'return await __ask("never")', { limits: { ...limits, wall: 50 } });
  expect(outcome).toMatchObject({ failure: 'wall', message: expect.stringContaining('was not begun') });
  expect(asked).toEqual([]);
  stop.abort();
  for (const { outcome } of await Promise.all(busy)) expect(outcome.failure).toBe('cancelled');
});

test('while a program computes, the host does its own work', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await runIn(box, 'for (;;) Math.abs(1)', { limits });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});

test('what a program asked before its thread was ended is answered to nobody', async () => {
  let answer = (_: string) => {};
  const ask = () => new Promise<string>((resolve) => (answer = resolve));
  const source = '__ask("x"); await null; await null; new Array(2 ** 28).join("ab")';
  const { outcome } = await runIn(box, source, { ask, limits });
  expect(outcome.failure).toBe('cpu');
  answer('late');
  expect((await runIn(box, 'return await __ask("y")')).value).toBe('y');
});

test('a box that is closed breaks what runs in it', async () => {
  const own = createWorkerBox({ wasm });
  const ask = async () => {
    await own.close();
    return 'x';
  };
  const { outcome } = await runIn(own, 'await __ask("x"); for (;;) {}', { ask });
  expect(outcome.failure).toBe('broken');
});

test('idle threads keep no process alive', () => {
  const here = JSON.stringify(new URL('./support/run-program.ts', import.meta.url).href);
  const program = `
    const { eachBox, runIn } = await import(${here});
    const { value } = await runIn(eachBox().worker, 'const x: number = 1; return x');
    console.log(value);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ stdout, stderr, status }).toEqual({ stdout: '1\n', stderr: '', status: 0 });
});
