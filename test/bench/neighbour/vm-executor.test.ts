import { expect, test } from 'vitest';
import { createVmExecutor } from '../../../bench/neighbour/vm-executor.ts';

const { execute } = createVmExecutor();

test('a program calls host functions by the name of their provider, and its console is kept', async () => {
  const add = async (a: unknown, b: unknown) => Number(a) + Number(b);
  const done = await execute(
    'async () => { console.log("one", 2); console.warn("three"); return [await math.add(1, 2)]; }',
    [{ name: 'math', fns: { add } }],
  );
  expect(done).toEqual({ result: [3], logs: ['one 2', '[warn] three'] });
});

test('what a host function throws can be caught, by its message', async () => {
  const request = async () => {
    throw new Error('404 Not Found: no such ticket');
  };
  const code =
    'async () => { try { await api.request({}); } catch (error) { return [error instanceof Error, error.message]; } }';
  expect((await execute(code, [{ name: 'api', fns: { request } }])).result).toEqual([
    true,
    '404 Not Found: no such ticket',
  ]);
});

test.each([
  ['a program that throws', 'async () => { throw new TypeError("no"); }', 'no'],
  ['a program that throws no error', 'async () => { throw 7; }', '7'],
  ['what is no JavaScript', 'async () => {', 'Unexpected'],
  ['a function that nobody gave', 'async () => api.other()', 'Tool "other" not found'],
  ['a function of every object', 'async () => api.constructor()', 'Tool "constructor" not found'],
])('%s is an error of the answer', async (_, code, message) => {
  const { result, error } = await execute(code, [{ name: 'api', fns: {} }]);
  expect(result).toBeUndefined();
  expect(error).toContain(message);
});

test.each([
  ['computes without end', 'async () => { for (;;); }'],
  ['waits without end', 'async () => { await new Promise(() => {}); }'],
])('a program that %s is given up', async (_, code) => {
  expect((await createVmExecutor({ timeout: 50 }).execute(code, [])).error).toMatch(/timed out/);
});

test('a program has neither the network nor the process', async () => {
  const { result } = await execute(
    'async () => [typeof fetch, typeof process, typeof require, typeof structuredClone]',
    [],
  );
  expect(result).toEqual(['undefined', 'undefined', 'undefined', 'function']);
});
