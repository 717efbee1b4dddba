import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasWideObject, MOST_MEMBERS, nestsDeeper, quoteLongIntegers } from '../../../runtime/value/json-text.ts';

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

describe('integers that would be rounded', () => {
  test.each<[string, string]>([
    ['{"id":12345678901234567890}', '{"id":"12345678901234567890"}'],
    ['[-9007199254740993,9007199254740991]', '["-9007199254740993",9007199254740991]'],
    ['12345678901234567890', '"12345678901234567890"'],
    ['{"a":"12345678901234567890 \\" 12345678901234567890"}', '{"a":"12345678901234567890 \\" 12345678901234567890"}'],
    ['{"12345678901234567890":1}', '{"12345678901234567890":1}'],
    ['[1.2345678901234567890,1e400,12345678901234567890.5]', '[1.2345678901234567890,1e400,12345678901234567890.5]'],
    ['{"unended":12345678901234567890,"', '{"unended":"12345678901234567890","'],
  ])('%s', (text, expected) => {
    expect(quoteLongIntegers(text)).toBe(expected);
  });

  test('are texts, and everything else is as it was', () => {
    fc.assert(
      fc.property(fc.json(), fc.bigInt({ min: 0n, max: 2n ** 80n }), (json, integer) => {
        const both = `{"json":${json},"integer":${integer}}`;
        const isSafe = integer <= BigInt(Number.MAX_SAFE_INTEGER);
        const read = JSON.parse(quoteLongIntegers(both));
        expect(read.integer).toBe(isSafe ? Number(integer) : String(integer));
        if (!/\d{16}/.test(json)) expect(read.json).toEqual(JSON.parse(json));
      }),
    );
  });
});
