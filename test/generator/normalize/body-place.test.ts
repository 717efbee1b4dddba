import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { body, operationOf } from '../support/fixture.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
function kind(...values: string[]): Json {
  return { type: 'string', enum: values };
}

describe('a body beside the rest of an operation', () => {
  const keys = (method: string, path: string, operation: Json): string[] =>
    operationOf(method, path, operation).fields.map((field) => `${field.in} ${field.wire} as ${field.key}`);
  const path = { parameters: [{ name: 'id', in: 'path', required: true, schema: text }] };

  test.each<[string, { given: [string, string, Json]; want: string[] }]>([
    [
      'an id of its own is named after the resource',
      {
        given: [
          'POST',
          '/pets/{id}/tags',
          { ...path, requestBody: body({ properties: { id: text }, required: ['id'] }) },
        ],
        want: ['path id as pet_id', 'body id as tag_id'],
      },
    ],
    [
      'an id alone stays',
      { given: ['POST', '/tags', { requestBody: body({ properties: { id: text } }) }], want: ['body id as id'] },
    ],
    [
      'a key that a parameter has already',
      {
        given: ['POST', '/pets/{id}', { ...path, requestBody: body({ properties: { pet_id: text } }) }],
        want: ['path id as pet_id', 'body pet_id as body_pet_id'],
      },
    ],
    [
      'a key that clients refuse',
      { given: ['POST', '/pets', { requestBody: body({ properties: { 'a b': text } }) }], want: ['body a b as a_b'] },
    ],
    [
      'an overlay renames',
      {
        given: [
          'POST',
          '/pets',
          { requestBody: body({ properties: { t: text } }), 'x-mcp': { rename: { t: 'title' } } },
        ],
        want: ['body t as title'],
      },
    ],
    [
      'an overlay hides',
      {
        given: ['POST', '/pets', { requestBody: body({ properties: { a: text, b: text } }), 'x-mcp': { hide: ['a'] } }],
        want: ['body b as b'],
      },
    ],
    [
      'what is required stands first',
      {
        given: ['POST', '/pets', { requestBody: body({ properties: { a: text, b: text }, required: ['b'] }) }],
        want: ['body b as b', 'body a as a'],
      },
    ],
    [
      "paging fields are the client's",
      {
        given: [
          'POST',
          '/pets',
          {
            requestBody: body({ properties: { page: number, per_page: number, a: text } }),
            'x-mcp': { pagination: { style: 'page', items: 'data' } },
          },
        ],
        want: ['body a as a'],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(keys(...given)).toEqual(want);
  });

  test.each<[string, { given: [Json, Json?]; want: string | number | boolean | undefined }]>([
    [
      'the only value of a required property',
      { given: [{ properties: { a: kind('x') }, required: ['a'] }], want: 'x' },
    ],
    ['of an optional one it is a choice', { given: [{ properties: { a: kind('x') } }], want: undefined }],
    ['one of two values', { given: [{ properties: { a: kind('x', 'y') }, required: ['a'] }], want: undefined }],
    ['an overlay says so', { given: [{ properties: { a: number } }, { constants: { a: 7 } }], want: 7 }],
  ])('a constant: %s', (_name, { given: [schema, facts = {}], want }) => {
    expect(operationOf('POST', '/pets', { requestBody: body(schema), 'x-mcp': facts }).fields[0]?.constant).toBe(want);
  });

  test.each<[string, { given: Json; want: [string, string[]] }]>([
    ['JSON', { given: { 'application/json': { schema: { properties: { a: text } } } }, want: ['json', ['a']] }],
    [
      'JSON of a vendor',
      { given: { 'application/vnd.acme+json': { schema: { properties: { a: text } } } }, want: ['json', ['a']] },
    ],
    [
      'JSON before a form',
      {
        given: {
          'application/x-www-form-urlencoded': { schema: { properties: { b: text } } },
          'application/json': { schema: { properties: { a: text } } },
        },
        want: ['json', ['a']],
      },
    ],
    [
      'a form',
      {
        given: { 'application/x-www-form-urlencoded': { schema: { properties: { a: text } } } },
        want: ['form', ['a']],
      },
    ],
    [
      'multipart',
      { given: { 'multipart/form-data': { schema: { properties: { a: text } } } }, want: ['multipart', ['a']] },
    ],
    ['no schema', { given: { 'application/json': {} }, want: ['json', ['body']] }],
  ])('its type: %s', (_name, { given, want }) => {
    const { bodyType, fields } = operationOf('POST', '/pets', { requestBody: { content: given } });
    const keys = fields.filter(({ constant }) => constant === undefined).map(({ key }) => key);
    expect([bodyType, keys]).toEqual(want);
  });

  test('only required: true makes its fields required, unless the API needs the bodies that do not say so', () => {
    const schema = { properties: { a: text }, required: ['a'] };
    const required = (more: Json, api: Json = {}) =>
      operationOf('POST', '/pets', { requestBody: { ...body(schema), ...more } }, api).fields[0]?.required;
    const all = { 'x-mcp': { bodies: 'required' } };
    expect(
      ['true', 'false', 'undefined'].map((text) => required({ required: { true: true, false: false }[text] })),
    ).toEqual([true, false, false]);
    expect([required({ required: undefined }, all), required({ required: false }, all)]).toEqual([true, false]);
  });

  test('a body by reference', () => {
    const components = { requestBodies: { pet: body({ properties: { a: text } }) } };
    const { fields } = operationOf(
      'POST',
      '/pets',
      { requestBody: { $ref: '#/components/requestBodies/pet' } },
      { components },
    );
    expect(fields.map(({ key }) => key)).toEqual(['a']);
  });
});
