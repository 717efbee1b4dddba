import { expect, test } from 'vitest';
import * as z from 'zod';
import { lintTools } from '../../../generator/check/lint-tools.ts';
import { derivedSchema } from '../../../runtime/mcp/derived-schema.ts';

const scalars = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];
const object = { type: 'object', properties: {} };
const anything = [...scalars, object, { type: 'array', items: { anyOf: [...scalars, object] } }];

test.each<[string, z.ZodType, object]>([
  ['null beside a type', z.boolean().nullish(), { anyOf: [{ type: 'boolean' }, { type: 'null' }] }],
  [
    'null beside a list',
    z.array(z.string()).max(2).nullable().describe('x'),
    { anyOf: [{ type: 'array', items: { type: 'string' }, maxItems: 2 }, { type: 'null' }], description: 'x' },
  ],
  ['an integer', z.int().min(1), { type: 'integer', minimum: 1 }],
  ['a map', z.record(z.string(), z.unknown()), object],
  ['a map of texts', z.record(z.string(), z.string()), { ...object, additionalProperties: { type: 'string' } }],
  [
    'an open object',
    z.looseObject({ a: z.int() }),
    { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
  ],
  ['anything', z.unknown().describe('x'), { anyOf: anything, description: 'x' }],
  ['a list of anything', z.array(z.unknown()), { type: 'array', items: { anyOf: anything } }],
  ['one value', z.literal('a'), { type: 'string', enum: ['a'] }],
  ['numbers', z.literal([1, 2]).describe('Stars'), { type: 'number', description: 'Stars. One of 1, 2' }],
  ['a time', z.iso.date().optional(), { type: 'string', pattern: expect.any(String) }],
  ['a default', z.string().default('a'), { type: 'string' }],
  [
    'a property that is called like a keyword',
    z.strictObject({ const: z.string(), format: z.string() }),
    {
      type: 'object',
      properties: { const: { type: 'string' }, format: { type: 'string' } },
      required: ['const', 'format'],
      additionalProperties: false,
    },
  ],
])('%s', (_name, schema, want) => {
  const derived = derivedSchema(z.strictObject({ a: schema }));
  expect(derived.properties).toEqual({ a: want });
  expect(lintTools([{ name: 'pet', inputSchema: { ...derived } }])).toEqual([]);
});
