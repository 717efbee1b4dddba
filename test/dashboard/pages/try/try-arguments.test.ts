import { describe, expect, test } from 'vitest';
import {
  doubtsOf,
  inputKind,
  ownArguments,
  readArguments,
  typedValue,
  withArgument,
  writeArguments,
} from '../../../../dashboard/pages/try/try-arguments.ts';

const FACTS = [
  { name: 'order', type: 'string', required: false, values: ['asc', 'desc'] },
  { name: 'query', type: 'object', required: true },
  { name: 'query.field', type: 'string', required: true },
  { name: 'list[].key', type: 'string', required: true },
];

describe('the arguments of a tool', () => {
  test.each([
    ['string', undefined, 'text'],
    ['string', ['a', 'b'], 'choice'],
    ['integer', undefined, 'number'],
    ['number|null', undefined, 'number'],
    ['boolean', undefined, 'flag'],
    ['string|integer', undefined, 'text'],
    ['string[]', undefined, 'json'],
    ['string[]', ['a'], 'json'],
    ['object', undefined, 'json'],
    ['any', undefined, 'json'],
  ] as const)('%s with the values %j is filled in as %s', (type, values, kind) => {
    expect(inputKind({ type, values })).toBe(kind);
  });

  test('of their own come first where they have to be given', () => {
    expect(ownArguments(FACTS).map(({ name }) => name)).toEqual(['query', 'order']);
  });

  test.each([
    ['number', '5', 5],
    ['number', '-1.50', -1.5],
    ['number', 'many', 'many'],
    // Greater than a number holds.
    ['number', '12345678901234567890', '12345678901234567890'],
    ['text', '5', '5'],
    ['text', '', undefined],
    ['flag', 'false', false],
    ['choice', '2', 2],
  ] as const)('typed as %s, %j is %j', (kind, text, value) => {
    expect(typedValue(kind, text, [1, 2])).toBe(value);
  });

  test('one is changed or left out, and the others stay', () => {
    expect(withArgument({ a: 1, b: 2 }, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(withArgument({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  });

  test('are read as they are written, and nothing at all is none', () => {
    const value = { query: { value: ['<script>', null] }, limit: 5 };
    expect(readArguments(writeArguments(value))).toEqual({ value });
    expect(readArguments(' \n')).toEqual({ value: {} });
  });

  test.each(['[]', 'null', '"x"', '{', '{"a": 1,}', 'undefined'])(
    '%s is no arguments, and the reason is said',
    (text) => {
      expect(readArguments(text)).toEqual({
        problem: expect.stringMatching(/^(Arguments are an object|This is no JSON: .)/),
      });
    },
  );

  test('are doubted where something is missing or nobody knows it, and sent all the same', () => {
    expect(doubtsOf({ query: {} }, FACTS)).toEqual([]);
    expect(doubtsOf({ limit: 1 }, FACTS)).toEqual(['Missing: query.', "Not among the tool's arguments: limit."]);
  });
});
