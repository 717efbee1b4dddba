import { expect, test } from 'vitest';
import type { Json, JsonSchema } from '../../../generator/json/json-schema.ts';
import { argumentSchema } from '../../../generator/normalize/argument-schema.ts';
import { lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const lookup = lookupOf({
  tree: { type: 'object', properties: { name: text, left: { $ref: '#/components/schemas/tree' } } },
  branch: {
    type: 'object',
    properties: { name: text, note: text, next: { $ref: '#/components/schemas/branch' } },
    required: ['name', 'next'],
  },
});
function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

test.each<[string, { given: unknown; want: JsonSchema }]>([
  [
    'many others of one type say that',
    {
      given: { oneOf: Array.from({ length: 17 }, (_value, minimum) => ({ type: 'integer', minimum })) },
      want: { type: 'integer' },
    },
  ],
  [
    'many others of several types are open',
    {
      given: {
        oneOf: [{ type: 'string' }, ...Array.from({ length: 16 }, (_value, minimum) => ({ type: 'integer', minimum }))],
      },
      want: {},
    },
  ],
  [
    'many objects are one, which needs what all of them do',
    {
      given: {
        oneOf: Array.from({ length: 17 }, (_value, at) => ({
          type: 'object',
          properties: { id: text, [`p${at}`]: text },
          required: ['id', `p${at}`],
        })),
      },
      want: {
        type: 'object',
        properties: { id: text, ...Object.fromEntries(Array.from({ length: 17 }, (_value, at) => [`p${at}`, text])) },
        required: ['id'],
      },
    },
  ],
  [
    'recursion ends in an open object',
    { given: ref('tree'), want: { type: 'object', properties: { name: text, left: { type: 'object' } } } },
  ],
  [
    'recursion says once more what is needed',
    {
      given: ref('branch'),
      want: {
        type: 'object',
        properties: {
          name: text,
          note: text,
          next: {
            type: 'object',
            properties: { name: text, next: { type: 'object' } },
            required: ['name', 'next'],
          },
        },
        required: ['name', 'next'],
      },
    },
  ],
  [
    'a list of itself ends in open objects',
    {
      given: { properties: { all: { type: 'array', items: ref('tree') } } },
      want: {
        type: 'object',
        properties: {
          all: { type: 'array', items: { type: 'object', properties: { name: text, left: { type: 'object' } } } },
        },
      },
    },
  ],
])('%s', (_name, { given, want }) => {
  expect(argumentSchema(given, lookup, { key: 'it' })).toEqual(want);
});
