import { describe, expect, test } from 'vitest';
import type { Json, JsonSchema } from '../../../generator/json/json-schema.ts';
import { argumentSchema, openedBelow } from '../../../generator/normalize/argument-schema.ts';
import { lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const lookup = lookupOf({
  money: { type: 'object', description: 'An amount with its currency.', properties: { a: text } },
});
function simplified(schema: Json, key = 'it'): JsonSchema {
  return argumentSchema(schema, lookup, { key });
}

describe('what a schema declares', () => {
  test.each<[string, { given: Json; want: JsonSchema }]>([
    [
      'texts that YAML reads as something else',
      { given: { type: 'string', enum: [1, true, 'x'] }, want: { type: 'string', enum: ['1', 'true', 'x'] } },
    ],
    ['numbers in quotes', { given: { type: 'integer', enum: ['1', '2'] }, want: { type: 'integer', enum: [1, 2] } }],
    ['booleans in quotes', { given: { type: 'boolean', enum: ['true'] }, want: { type: 'boolean', enum: [true] } }],
    [
      'a value with invisible characters',
      { given: { type: 'string', enum: ['a', 'b\u200b'] }, want: { type: 'string', enum: ['a'] } },
    ],
    [
      'bounds that no number holds',
      { given: { type: 'integer', minimum: -(2 ** 63), maximum: 9 }, want: { type: 'integer', maximum: 9 } },
    ],
    ['a type that does not exist', { given: { type: 'file' }, want: {} }],
    [
      'ten properties alike that are no locales',
      {
        given: {
          properties: Object.fromEntries(
            'abcdefghij'.split('').map((key) => [`${key}_sum`, { $ref: '#/components/schemas/money' }]),
          ),
        },
        want: {
          type: 'object',
          properties: Object.fromEntries(
            'abcdefghij'
              .split('')
              .map((key) => [
                `${key}_sum`,
                { type: 'object', properties: { a: text }, description: 'An amount with its currency.' },
              ]),
          ),
        },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given)).toEqual(want);
  });
});

describe('what a schema says of itself', () => {
  test.each<[string, { given: Json; want: string | undefined }]>([
    ['its own words', { given: { ...text, description: 'How <b>loud</b> it barks.' }, want: 'How loud it barks.' }],
    ['those of its target', { given: { $ref: '#/components/schemas/money' }, want: 'An amount with its currency.' }],
    [
      'its own before those of its target',
      { given: { $ref: '#/components/schemas/money', description: 'The price.' }, want: 'The price.' },
    ],
    [
      'those of an only part',
      { given: { allOf: [{ $ref: '#/components/schemas/money' }] }, want: 'An amount with its currency.' },
    ],
    [
      'of a union once',
      { given: { description: 'A size or a name.', oneOf: [text, { type: 'integer' }] }, want: 'A size or a name.' },
    ],
    ['no more than the key', { given: { ...text, description: 'The ID of the it' }, want: undefined }],
    ['in another script', { given: { ...text, description: '大きさ' }, want: '大きさ' }],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given).description).toBe(want);
  });

  test('is capped, more so inside of an argument', () => {
    const long = { ...text, description: 'word '.repeat(90) };
    expect(simplified(long).description).toMatch(/^(?:word ){31}word…$/);
    const { properties } = simplified({ properties: { a: long } });
    expect(properties?.a?.description?.length).toBeLessThanOrEqual(80);
  });
});

test('a schema that grows without end is opened at a level that can be told', () => {
  const wide = (depth: number): Json =>
    depth === 0
      ? text
      : { properties: Object.fromEntries(Array.from({ length: 12 }, (_value, at) => [`p${at}`, wide(depth - 1)])) };
  const schema = simplified(wide(5));
  expect(openedBelow(schema)).toBe(2);
  expect(openedBelow(simplified(wide(2)))).toBeUndefined();
  expect(schema.properties?.p11?.properties?.p11).toEqual({ type: 'object' });
});
