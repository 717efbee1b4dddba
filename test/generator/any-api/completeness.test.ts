import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { planned } from '../other-apis/support/fixture.ts';

const text = { type: 'string' };
const anything = expect.objectContaining({ anyOf: expect.any(Array) });

/** What a list shows of the properties of a body, all properties of one tool. */
async function shown(properties: Json, more: Json = {}): Promise<unknown> {
  const schema = { type: 'object', properties };
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const { catalog } = await planned({ '/things': { post: { requestBody, responses: {} } } }, more);
  return catalog[0]?.inputSchema.properties;
}

describe('lists and objects are always whole', () => {
  test.each<[string, { given: Json; want: unknown }]>([
    ['a list without items', { given: { type: 'array' }, want: { type: 'array', items: anything } }],
    ['a list of anything', { given: { type: 'array', items: {} }, want: { type: 'array', items: anything } }],
    ['an object without properties', { given: { type: 'object' }, want: { type: 'object', properties: {} } }],
    [
      'values beside a list are those of its items',
      {
        given: { type: 'array', enum: ['a', 'b'], items: text },
        want: { type: 'array', items: { ...text, enum: ['a', 'b'] } },
      },
    ],
    [
      'values that are lists are no items',
      { given: { type: 'array', enum: [['a'], ['b']], items: text }, want: { type: 'array', items: text } },
    ],
    [
      'a tuple says the order of its places',
      {
        given: {
          type: 'array',
          prefixItems: [
            { type: 'number', title: 'Longitude' },
            { type: 'number', title: 'Latitude' },
          ],
          items: false,
        },
        want: {
          type: 'array',
          items: { type: 'number' },
          description: 'In this order: Longitude, Latitude.',
        },
      },
    ],
    [
      'a tuple of several types',
      {
        given: { type: 'array', prefixItems: [text, { type: 'integer' }], items: false, minItems: 2 },
        want: expect.objectContaining({ items: { anyOf: [text, { type: 'integer' }] }, minItems: 2 }),
      },
    ],
    [
      'bounds beside a reference narrow those of its target',
      {
        given: { $ref: '#/components/schemas/Size', maximum: 50 },
        want: expect.objectContaining({ minimum: 1, maximum: 50 }),
      },
    ],
    [
      'bounds of parts are the narrowest',
      {
        given: { allOf: [{ type: 'integer', minimum: 1, maximum: 9 }, { minimum: 3 }, { maximum: 20 }] },
        want: { type: 'integer', minimum: 3, maximum: 9 },
      },
    ],
    [
      'bounds that leave themselves out are moved by one, as OpenAPI 3.0 and 3.1 say them',
      {
        given: {
          properties: {
            a: { type: 'integer', minimum: 0, exclusiveMinimum: true },
            b: { type: 'integer', exclusiveMaximum: 10 },
          },
        },
        want: {
          type: 'object',
          properties: { a: { type: 'integer', minimum: 1 }, b: { type: 'integer', maximum: 9 } },
        },
      },
    ],
    [
      'what is there without being given',
      { given: { ...text, default: 'red' }, want: { ...text, description: 'Default: red' } },
    ],
    [
      'a default that the words tell',
      {
        given: { ...text, default: 'red', description: 'Colour, by default red' },
        want: { ...text, description: 'Colour, by default red' },
      },
    ],
    [
      'what the API writes is left out, by reference and by part too, and is not needed',
      {
        given: {
          type: 'object',
          properties: {
            id: { ...text, readOnly: true },
            made: { $ref: '#/components/schemas/Made' },
            by: { allOf: [{ $ref: '#/components/schemas/Made' }] },
            name: text,
            secret: { ...text, writeOnly: true },
          },
          required: ['id', 'made', 'by', 'name'],
        },
        want: { type: 'object', properties: { name: text, secret: text }, required: ['name'] },
      },
    ],
  ])('%s', async (_name, { given, want }) => {
    const components = {
      schemas: { Size: { type: 'integer', minimum: 1, maximum: 100 }, Made: { ...text, readOnly: true } },
    };
    expect(await shown({ it: given }, { components })).toEqual({ it: want });
  });
});

test('which values go together is left to the API, and is said once of each schema', async () => {
  const schema = { $ref: '#/components/schemas/Order' };
  const post = { requestBody: { required: true, content: { 'application/json': { schema } } }, responses: {} };
  const Order: Json = {
    type: 'object',
    properties: { a: text, b: { type: 'object', properties: { c: { not: { const: 'x' } } } }, self: schema },
    if: { required: ['a'] },
    dependentRequired: { a: ['b'] },
  };
  const { diagnostics } = await planned({ '/one': { post }, '/two': { post } }, { components: { schemas: { Order } } });
  const said = diagnostics.filter(({ code }) => code === 'KEYWORD_LEFT_OUT');
  expect(said.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/paths/~1one/post', 'not and if and dependentRequired are left to the API to check'],
  ]);
});
