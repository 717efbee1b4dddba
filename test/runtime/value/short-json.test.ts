import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortJson } from '../../../runtime/value/short-json.ts';

test('a value is JSON where that has so few characters', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 60 }), (value, most) => {
      const json = JSON.stringify(value);
      expect(shortJson(value, most)).toBe(json.length <= most ? json : undefined);
    }),
  );
});

test('of a large value a small part is looked at', () => {
  let looks = 0;
  const part = {
    get looked() {
      looks++;
      return 'x';
    },
  };
  expect(shortJson({ list: Array(100).fill(part) }, 120)).toBeUndefined();
  expect(shortJson(Array(100_000).fill(part), 120)).toBeUndefined();
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(50);
});
