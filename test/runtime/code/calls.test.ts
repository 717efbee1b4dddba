import { expect, test } from 'vitest';
import { createCalls } from '../../../runtime/code/calls.ts';

test('as many calls as allowed are made at once, and the others in their order', async () => {
  const { make, made } = createCalls({ calls: 10, atOnce: 3 });
  const gates = Array.from({ length: 8 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  let going = 0;
  let most = 0;
  const all = gates.map(({ promise }, at) =>
    make(async () => {
      begun.push(at);
      going += 1;
      most = Math.max(most, going);
      await promise;
      going -= 1;
      return at;
    }),
  );
  for (const { resolve } of gates) {
    resolve();
    await new Promise((next) => setImmediate(next));
  }
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(made()).toBe(8);
});

test('a call that fails gives its place back', async () => {
  const { make } = createCalls({ calls: 10, atOnce: 1 });
  await expect(make(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await make(async () => 1)).toBe(1);
});

test('one call more than allowed is refused, and says what to do', async () => {
  const { make } = createCalls({ calls: 2, atOnce: 6 });
  await Promise.all([make(async () => 1), make(async () => 2)]);
  await expect(make(async () => 3)).rejects.toMatchObject({
    kind: 'limit',
    message: 'this program has made 2 calls, and may make no more',
    help: expect.stringContaining('another program'),
  });
});
