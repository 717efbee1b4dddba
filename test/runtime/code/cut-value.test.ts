import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutValue } from '../../../runtime/code/cut-value.ts';

const items = Array.from({ length: 5000 }, (_, id) => ({ id, name: `n${id}` }));
const long = 'x'.repeat(100_000);

test.each<[string, unknown, RegExp]>([
  ['a list', items, /^value: the first \d+ of 5000 items; return \.slice\(\d+\) of it for the rest$/],
  ['a list within', { found: { list: items }, count: 2 }, /^value\.found\.list: the first \d+ of 5000 items/],
  ['a list in a list', [{ 'a b': items }, 1], /^value\[0\]\["a b"\]: the first \d+ of 5000 items/],
  ['a text', long, /^value: the first 3\d{3} of 100000 characters; return \.slice\(3\d{3}\)/],
  [
    'many properties',
    Object.fromEntries(items.map((item) => [`k${item.id}`, item])),
    /^value: the first \d+ of 5000 properties/,
  ],
])('%s is cut, and told how the rest is had', (_, value, said) => {
  const { value: cut, cuts } = cutValue(value, 4000);
  expect(JSON.stringify(cut).length).toBeLessThanOrEqual(4000);
  expect(JSON.stringify(cut).length).toBeGreaterThan(3000);
  expect(cuts).toEqual([expect.stringMatching(said)]);
});

test('what is told to be left is just what is missing', () => {
  const { value, cuts } = cutValue(items, 4000);
  const [, from] = /slice\((\d+)\)/.exec(cuts[0] ?? '') ?? [];
  expect([...(value as unknown[]), ...items.slice(Number(from))]).toEqual(items);
});

test('items that are too large by themselves are cut within', () => {
  const { value, cuts } = cutValue([{ body: long }, { body: long }], 4000);
  expect(value).toEqual([{ body: expect.stringMatching(/^x{3000,}…$/) }]);
  expect(cuts).toHaveLength(2);
});

test('what fits stays the same value', () => {
  const value = { list: items.slice(0, 10) };
  expect(cutValue(value, 4000)).toEqual({ value, cuts: [] });
  expect(cutValue(value, 4000).value).toBe(value);
});

test('any value fits in the end', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 300, max: 2000 }), (value, limit) => {
      const { value: cut, cuts } = cutValue(value, limit);
      expect(cuts.length > 0).toBe(JSON.stringify(value).length > limit);
      expect(JSON.stringify(cut).length).toBeLessThanOrEqual(
        Math.max(limit + 10, JSON.stringify(value).length > limit ? 0 : limit),
      );
    }),
    { numRuns: 200 },
  );
});
