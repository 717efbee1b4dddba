import { describe, expect, test } from 'vitest';
import type { Json, JsonSchema } from '../../../generator/json/json-schema.ts';
import { argumentSchema } from '../../../generator/normalize/argument-schema.ts';
import { lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const named = { type: 'object', properties: { name: text } };
const lookup = lookupOf({
  named,
  told: { type: 'string', description: 'What it eats' },
  locale: { type: 'object', properties: { title: text, body: text } },
});
function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
function simplified(schema: unknown): JsonSchema {
  return argumentSchema(schema, lookup, { key: 'it' });
}

describe('scalars', () => {
  test.each<[string, { given: unknown; want: JsonSchema }]>([
    [
      'a format is told in words',
      {
        given: { type: 'string', format: 'uuid', minLength: 24, maxLength: 24 },
        want: { ...text, description: 'UUID. 24 characters' },
      },
    ],
    ['not empty stays', { given: { type: 'string', minLength: 1 }, want: { type: 'string', minLength: 1 } }],
    [
      'bounds stay',
      {
        given: { type: 'integer', minimum: 1, maximum: 150, default: 20 },
        want: { type: 'integer', minimum: 1, maximum: 150, description: 'Default: 20' },
      },
    ],
    [
      'a time as a number',
      { given: { type: 'integer', format: 'date-time' }, want: { type: 'integer', time: 'seconds' } },
    ],
    [
      'a time under its own format',
      { given: { type: 'integer', format: 'unix-time' }, want: { type: 'integer', time: 'seconds' } },
    ],
    ['a time as text', { given: { type: 'string', format: 'date-time' }, want: { ...text, time: 'date-time' } }],
    ['a day', { given: { type: 'string', format: 'date' }, want: { ...text, time: 'date' } }],
    ['a time as digits', { given: { type: 'string', format: 'unix-time' }, want: { ...text, time: 'seconds-text' } }],
    ['a boolean', { given: { type: 'boolean', example: true }, want: { type: 'boolean' } }],
    ['no type', { given: { example: 1 }, want: {} }],
    ['no schema', { given: undefined, want: {} }],
    ['an enum', { given: { type: 'string', enum: ['a', 'b', 'a'] }, want: { type: 'string', enum: ['a', 'b'] } }],
    ['an enum without a type', { given: { enum: ['a'] }, want: { type: 'string', enum: ['a'] } }],
    ['an enum of numbers', { given: { type: 'integer', enum: [1, 2] }, want: { type: 'integer', enum: [1, 2] } }],
    ['an enum of fractions', { given: { enum: [1, 0.5] }, want: { type: 'number', enum: [1, 0.5] } }],
    [
      'an enum of several types',
      {
        given: { enum: ['a', 1, true, 'b'] },
        want: {
          anyOf: [
            { type: 'string', enum: ['a', 'b'] },
            { type: 'integer', enum: [1] },
            { type: 'boolean', enum: [true] },
          ],
        },
      },
    ],
    ['an enum with null', { given: { type: 'string', enum: ['a', null] }, want: { type: 'string', enum: ['a'] } }],
    ['an enum of nothing but null', { given: { type: 'string', enum: [null] }, want: text }],
    ['const', { given: { const: 'a' }, want: { type: 'string', enum: ['a'] } }],
    ['a 3.1 list of types', { given: { type: ['string', 'integer'] }, want: { anyOf: [text, { type: 'integer' }] } }],
    ['a 3.1 null', { given: { type: ['string', 'null'] }, want: text }],
    [
      'prose and examples',
      { given: { type: 'string', title: 'x', example: 'y', 'x-z': 1, deprecated: true }, want: text },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given)).toEqual(want);
  });
});

describe('prose', () => {
  test.each<[string, { given: Json; want: JsonSchema }]>([
    [
      'is kept, as plain text',
      {
        given: { type: 'string', description: '**Who** <b>barks</b> 🐕' },
        want: { type: 'string', description: 'Who barks' },
      },
    ],
    [
      'of what a reference leads to',
      { given: { allOf: [ref('told')] }, want: { type: 'string', description: 'What it eats' } },
    ],
    [
      'at the reference goes before',
      {
        given: { ...ref('told'), description: 'What it drinks' },
        want: { type: 'string', description: 'What it drinks' },
      },
    ],
    ['that says no more than the key is left out', { given: { type: 'string', description: 'The it.' }, want: text }],
    [
      'with a unit of its own',
      {
        given: { type: 'integer', format: 'date-time', description: 'In unix seconds' },
        want: { type: 'integer', time: 'seconds', description: 'In unix seconds' },
      },
    ],
    [
      'with the unit of a time',
      {
        given: { type: 'integer', format: 'date-time', description: 'Birthday.' },
        want: { type: 'integer', time: 'seconds', description: 'Birthday.' },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given)).toEqual(want);
  });
});

describe('unions', () => {
  test.each<[string, { given: Json; want: JsonSchema }]>([
    ['oneOf is anyOf', { given: { oneOf: [text, { type: 'integer' }] }, want: { anyOf: [text, { type: 'integer' }] } }],
    ['the same twice is one', { given: { oneOf: [text, { type: 'string', format: 'uri' }] }, want: text }],
    ['one open form opens all', { given: { anyOf: [text, {}] }, want: {} }],
    [
      'a union within a union is flat',
      {
        given: { oneOf: [text, { anyOf: [{ type: 'integer' }, text] }] },
        want: { anyOf: [text, { type: 'integer' }] },
      },
    ],
    [
      'allOf with siblings',
      {
        given: { allOf: [ref('named')], properties: { age: { type: 'integer' } } },
        want: { type: 'object', properties: { age: { type: 'integer' }, name: text } },
      },
    ],
    [
      'many objects are one',
      {
        given: { oneOf: 'abcdefghi'.split('').map((key) => ({ properties: { [key]: text, kind: { enum: [key] } } })) },
        want: {
          type: 'object',
          properties: {
            ...Object.fromEntries('abcdefghi'.split('').map((key) => [key, text])),
            kind: { type: 'string', enum: 'abcdefghi'.split('') },
          },
        },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given)).toEqual(want);
  });
});

describe('objects and lists', () => {
  const locales = Object.fromEntries(
    ['ar', 'bg', 'bs', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es'].map((key) => [key, ref('locale')]),
  );

  test.each<[string, { given: Json; want: JsonSchema }]>([
    [
      'required properties',
      {
        given: { properties: { a: text, b: text }, required: ['b', 'gone'] },
        want: { type: 'object', properties: { a: text, b: text }, required: ['b'] },
      },
    ],
    [
      'readOnly is left out',
      { given: { properties: { id: { type: 'string', readOnly: true }, name: text }, required: ['id'] }, want: named },
    ],
    [
      'a key that no client takes is told in words',
      {
        given: { properties: { 'a b': text, name: text, 'c d': text }, required: ['c d'], additionalProperties: false },
        want: {
          ...named,
          properties: { 'a b': text, name: text, 'c d': text },
          required: ['c d'],
          additionalProperties: false,
          description: 'Also needs "c d". Also takes "a b"',
        },
      },
    ],
    ['an open object', { given: { type: 'object' }, want: { type: 'object' } }],
    [
      'a closed object stays closed',
      {
        given: { type: 'object', additionalProperties: false, properties: { name: text } },
        want: { ...named, additionalProperties: false },
      },
    ],
    [
      'a map',
      { given: { additionalProperties: { type: 'string' } }, want: { type: 'object', additionalProperties: text } },
    ],
    ['a map of anything', { given: { type: 'object', additionalProperties: {} }, want: { type: 'object' } }],
    [
      'a list',
      {
        given: { type: 'array', items: text, minItems: 1, maxItems: 10 },
        want: { type: 'array', items: text, minItems: 1, maxItems: 10 },
      },
    ],
    ['a list without a type', { given: { items: text }, want: { type: 'array', items: text } }],
    ['a list of anything', { given: { type: 'array' }, want: { type: 'array' } }],
    [
      'ten properties alike are a map',
      {
        given: { properties: { ...locales, type: text } },
        want: { type: 'object', additionalProperties: { type: 'object', properties: { title: text, body: text } } },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(simplified(given)).toEqual(want);
  });

  test('five levels, then an open object', () => {
    const nested = (depth: number): Json => (depth === 0 ? text : { properties: { a: nested(depth - 1) } });
    const open = (depth: number): JsonSchema => ({
      type: 'object',
      ...(depth === 0 ? {} : { properties: { a: open(depth - 1) } }),
    });
    expect(simplified(nested(9))).toEqual(open(5));
  });
});
