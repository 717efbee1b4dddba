import { expect, test } from 'vitest';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';
import { portableSchema } from '../../../generator/plan/portable-schema.ts';

const text: JsonSchema = { type: 'string' };
const scalars: JsonSchema[] = [text, { type: 'number' }, { type: 'boolean' }];
const object: JsonSchema = { type: 'object', properties: {} };
const anything: JsonSchema[] = [...scalars, object, { type: 'array', items: { anyOf: [...scalars, object] } }];

test.each<[string, { given: JsonSchema; want: JsonSchema }]>([
  ['what has a type stays', { given: { ...text, minLength: 1 }, want: { ...text, minLength: 1 } }],
  ['values of text stay', { given: { ...text, enum: ['a'] }, want: { ...text, enum: ['a'] } }],
  [
    'an empty text among others',
    {
      given: { ...text, enum: ['', 'a'], description: 'x' },
      want: { ...text, enum: ['a'], description: 'x. May be empty' },
    },
  ],
  ['an empty text alone', { given: { ...text, enum: [''] }, want: { ...text, description: 'May be empty' } }],
  ['anything', { given: { description: 'x' }, want: { anyOf: anything, description: 'x' } }],
  [
    'a list of anything',
    { given: { type: 'array', maxItems: 2 }, want: { type: 'array', items: { anyOf: anything }, maxItems: 2 } },
  ],
  [
    'a list of open objects',
    { given: { type: 'array', items: { type: 'object' } }, want: { type: 'array', items: object } },
  ],
  ['an open object', { given: { type: 'object', description: 'x' }, want: { ...object, description: 'x' } }],
  [
    'a map',
    {
      given: { type: 'object', additionalProperties: { type: 'object' } },
      want: { ...object, additionalProperties: object },
    },
  ],
  [
    'a closed object without properties',
    { given: { type: 'object', additionalProperties: false }, want: { ...object, additionalProperties: false } },
  ],
  [
    'what lies within objects, choices and definitions',
    {
      given: {
        type: 'object',
        properties: { a: { anyOf: [{ type: 'object' }, { $ref: '#/$defs/b' }] }, c: {} },
        $defs: { b: { type: 'object' } },
      },
      want: {
        type: 'object',
        properties: { a: { anyOf: [object, { $ref: '#/$defs/b' }] }, c: { anyOf: anything } },
        $defs: { b: object },
      },
    },
  ],
  [
    'whole numbers without a gap',
    { given: { type: 'integer', enum: [2, 0, 1] }, want: { type: 'integer', minimum: 0, maximum: 2 } },
  ],
  [
    'whole numbers with gaps',
    {
      given: { type: 'integer', enum: [1, 2, 5], description: 'Stars' },
      want: { type: 'integer', minimum: 1, maximum: 5, description: 'Stars. One of 1, 2, 5' },
    },
  ],
  [
    'fractions',
    {
      given: { type: 'number', enum: [0.5, 1.5] },
      want: { type: 'number', minimum: 0.5, maximum: 1.5, description: 'One of 0.5, 1.5' },
    },
  ],
  ['one truth', { given: { type: 'boolean', enum: [true] }, want: { type: 'boolean', description: 'One of true' } }],
])('%s', (_name, { given, want }) => {
  expect(portableSchema(given)).toEqual(want);
});
