import { expect, test } from 'vitest';
import { exceeds } from '../../../runtime/value/exceeds.ts';

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

test.each<[unknown, boolean]>([
  ['text', false],
  [null, false],
  [deep(3), false],
  [deep(4), true],
  [{ a: { b: { c: 1 } } }, false],
  [{ a: { b: { c: {} } } }, true],
  [deep(1_000_000), true],
  [new Uint8Array(10_000_000), false],
])('more than three levels: %.30j', (value, expected) => {
  expect(exceeds(value, { levels: 3 })).toBe(expected);
});

test('objects and values are counted', () => {
  const value = [{ a: 1 }, { a: 1 }, [1, 2, 3]];
  expect(exceeds(value, { levels: 9, records: 2, values: 9 })).toBe(false);
  expect(exceeds(value, { levels: 9, records: 1 })).toBe(true);
  expect(exceeds(value, { levels: 9, values: 8 })).toBe(true);
});

test('a circle, and parts that stand in many places, come to an end', () => {
  const circle: unknown[] = [];
  circle.push(circle, circle);
  expect(exceeds(circle, { levels: 1_000_000 })).toBe(true);
});
