import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showValue } from '../../../runtime/value/show-value.ts';

test('is the beginning of the JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 60 }), (value, longest) => {
      const json = JSON.stringify(value);
      expect(showValue(value, longest)).toBe(json.length > longest ? `${json.slice(0, longest)}…` : json);
    }),
  );
});

test.each<[unknown, string]>([
  [undefined, 'undefined'],
  [[undefined], '[null]'],
  [{ a: undefined, b: 1 }, '{"b":1}'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)), `${'['.repeat(80)}…`],
])('%.30j', (value, shown) => {
  expect(showValue(value, 80)).toBe(shown);
});

test('looks at no more than it shows', () => {
  let looked = 0;
  const items = new Proxy(
    Array.from({ length: 100_000 }, () => 1),
    {
      get: (target, key, receiver) => {
        looked += 1;
        return Reflect.get(target, key, receiver);
      },
    },
  );
  showValue({ items }, 80);
  expect(looked).toBeLessThan(500);
});
