import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasWideObject, MOST_MEMBERS, nestsDeeper } from '../../../runtime/value/json-text.ts';

const wide = (members: number) =>
  Object.fromEntries(Array.from({ length: members }, (_, index) => [`k"\\${index}:`, 1]));

test.each<[unknown, boolean]>([
  [wide(MOST_MEMBERS), false],
  [wide(MOST_MEMBERS + 1), true],
  [[[{ a: wide(MOST_MEMBERS + 1) }]], true],
  [Array.from({ length: 5000 }, () => ({ a: { b: 1 }, c: [] })), false],
  [{ ...wide(MOST_MEMBERS - 1), last: wide(MOST_MEMBERS) }, false],
  [{ ...wide(MOST_MEMBERS - 2), inner: [wide(5)], more: 1, last: 2 }, true],
  [{ text: '":'.repeat(5000), other: '\\'.repeat(5001) }, false],
])('%.30j', (value, expected) => {
  expect(hasWideObject(JSON.stringify(value))).toBe(expected);
  expect(hasWideObject(JSON.stringify(value, undefined, 1).replaceAll(':', ' :'))).toBe(expected);
});

test.each(['', '"', '"\\', '{"a', '}}]]::', '{'.repeat(100_000), `"${'\\"'.repeat(100_000)}`])(
  '%.20j is left to the parser',
  (text) => {
    expect(hasWideObject(text)).toBe(false);
  },
);

test('no JSON of a few members is wide', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 5 }), (text) => !hasWideObject(text)));
});

test.each<[string, boolean]>([
  ['[[[]]]', false],
  ['[[[[]]]]', true],
  ['{"a":{"b":[{}]}}', true],
  ['[[],[],[[]]]', false],
  ['["[[[[{{{{\\"[[["]', false],
  [`${'['.repeat(1_000_000)}`, true],
  [`[${'[],'.repeat(1_000_000)}[]]`, false],
])('%.30s nests deeper than three levels: %s', (text, expected) => {
  expect(nestsDeeper(text, 3)).toBe(expected);
});
