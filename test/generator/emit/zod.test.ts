import { describe, expect, test } from 'vitest';
import { propertyExpressions, zodExpression } from '../../../generator/emit/zod.ts';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';

const none = new Map<string, string>();
const text: JsonSchema = { type: 'string' };

describe('a schema as a Zod expression', () => {
  test.each<[string, { given: JsonSchema; want: string }]>([
    ['a string', { given: text, want: 'z.string()' }],
    ['not empty', { given: { type: 'string', minLength: 1 }, want: 'z.string().check(z.minLength(1))' }],
    ['a pattern', { given: { type: 'string', pattern: '^a\\.b/' }, want: 'z.string().check(z.regex(/^a\\.b\\//))' }],
    ['an integer', { given: { type: 'integer' }, want: 'z.int()' }],
    [
      'an integer with bounds',
      { given: { type: 'integer', minimum: 0, maximum: 150 }, want: 'z.int().check(z.minimum(0), z.maximum(150))' },
    ],
    [
      'a number with bounds',
      { given: { type: 'number', minimum: 0, maximum: 1 }, want: 'z.number().check(z.minimum(0), z.maximum(1))' },
    ],
    ['a boolean', { given: { type: 'boolean' }, want: 'z.boolean()' }],
    ['a time', { given: { type: 'integer', time: 'seconds', maximum: 9 }, want: "time('seconds')" }],
    ['null', { given: { type: 'null' }, want: 'z.null()' }],
    ['anything', { given: {}, want: 'z.unknown()' }],
    ['one value', { given: { enum: ['a'] }, want: 'z.literal("a")' }],
    ['values', { given: { type: 'string', enum: ['a', 'b'] }, want: 'z.enum(["a", "b"])' }],
    ['numbers', { given: { type: 'integer', enum: [1, 2] }, want: 'z.union([z.literal(1), z.literal(2)])' }],
    ['fractions', { given: { type: 'number', enum: [0.5] }, want: 'z.literal(0.5)' }],
    ['one truth', { given: { type: 'boolean', enum: [true] }, want: 'z.literal(true)' }],
    [
      'a list',
      {
        given: { type: 'array', items: text, minItems: 1, maxItems: 9 },
        want: 'z.array(z.string()).check(z.minLength(1), z.maxLength(9))',
      },
    ],
    [
      'a list of anything',
      { given: { type: 'array', minItems: 1 }, want: 'z.array(z.unknown()).check(z.minLength(1))' },
    ],
    ['any of several', { given: { anyOf: [text, { type: 'null' }] }, want: 'z.union([z.string(), z.null()])' }],
    ['an open object', { given: { type: 'object' }, want: 'z.record(z.string(), z.unknown())' }],
    [
      'a map',
      { given: { type: 'object', additionalProperties: { type: 'integer' } }, want: 'z.record(z.string(), z.int())' },
    ],
    [
      'an object',
      {
        given: { type: 'object', properties: { a: text, 'b.c': text }, required: ['a'] },
        want: 'z.looseObject({ "a": z.string(), "b.c": z.optional(z.string()) })',
      },
    ],
    [
      'words',
      { given: { type: 'string', description: 'Say "hi"' }, want: 'z.string().check(z.describe("Say \\"hi\\""))' },
    ],
    [
      'words of an object',
      {
        given: { type: 'object', properties: {}, description: 'x' },
        want: 'z.looseObject({  }).check(z.describe("x"))',
      },
    ],
    ['words of anything', { given: { description: 'x' }, want: 'z.unknown().check(z.describe("x"))' }],
  ])('%s', (_name, { given, want }) => {
    expect(zodExpression(given, none)).toBe(want);
  });

  test('a reference is a name', () => {
    const definitions = new Map([['#/$defs/filter', 'petFilter']]);
    expect(zodExpression({ anyOf: [{ $ref: '#/$defs/filter' }, text] }, definitions)).toBe(
      'z.union([petFilter, z.string()])',
    );
    expect(() => zodExpression({ $ref: '#/$defs/gone' }, definitions)).toThrow('no definition #/$defs/gone');
  });

  test('a required value that may be anything has to be there', () => {
    const schema: JsonSchema = { properties: { a: {}, b: { description: 'x' }, c: {} }, required: ['a', 'b'] };
    expect(propertyExpressions(schema, none)).toEqual([
      '"a": z.nonoptional(z.unknown())',
      '"b": z.nonoptional(z.unknown()).check(z.describe("x"))',
      '"c": z.optional(z.unknown())',
    ]);
  });
});
