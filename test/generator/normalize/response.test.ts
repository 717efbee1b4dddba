import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { responseOf } from '../../../generator/normalize/response.ts';
import { answer, lookupOf, operationOf } from '../support/fixture.ts';

const lookup = lookupOf({
  pet: { type: 'object', properties: { name: { type: 'string' } } },
  pet_list: { type: 'object', properties: { pets: {} } },
  PetList: { type: 'object', properties: { pets: {} } },
  wishlist: { type: 'object', properties: { name: {} } },
});
function of(type: string, schema: Json = {}): Json {
  return { content: { [type]: { schema } } };
}

describe('the kind of an answer', () => {
  test.each<[string, { given: Json; want: [string, string | undefined, string | undefined] }]>([
    ['JSON', { given: { '200': of('application/json') }, want: ['json', '200', 'application/json'] }],
    [
      'JSON of a vendor',
      { given: { '200': of('application/vnd.acme+json') }, want: ['json', '200', 'application/vnd.acme+json'] },
    ],
    [
      'JSON before text',
      {
        given: { '200': { content: { 'text/plain': {}, 'application/json': {} } } },
        want: ['json', '200', 'application/json'],
      },
    ],
    ['text', { given: { '200': of('text/csv') }, want: ['text', '200', 'text/csv'] }],
    [
      'a file',
      { given: { '200': of('application/octet-stream') }, want: ['binary', '200', 'application/octet-stream'] },
    ],
    ['audio', { given: { '200': of('audio/mpeg') }, want: ['binary', '200', 'audio/mpeg'] }],
    ['nothing', { given: { '204': {} }, want: ['none', '204', undefined] }],
    [
      'accepted without a body',
      { given: { '202': { description: 'x' }, '401': of('application/json') }, want: ['none', '202', undefined] },
    ],
    [
      'the first good one with a body',
      { given: { '201': of('application/json'), '200': {} }, want: ['json', '201', 'application/json'] },
    ],
    ['a range', { given: { '2XX': of('application/json') }, want: ['json', '2XX', 'application/json'] }],
    ['the default', { given: { default: of('application/json') }, want: ['json', 'default', 'application/json'] }],
    ['a redirect', { given: { '302': {}, '404': of('application/json') }, want: ['redirect', undefined, undefined] }],
    ['an error only', { given: { '404': of('application/json') }, want: ['none', undefined, undefined] }],
    ['none at all', { given: {}, want: ['none', undefined, undefined] }],
  ])('%s', (_name, { given, want }) => {
    const { response, status, mediaType } = responseOf(given, lookup);
    expect([response, status, mediaType]).toEqual(want);
  });

  test('a response by reference', () => {
    const components = { responses: { pet: of('text/plain') } };
    const { response } = operationOf(
      'GET',
      '/x',
      { responses: { '200': { $ref: '#/components/responses/pet' } } },
      { components },
    );
    expect(response).toBe('text');
  });

  test('an overlay has the last word', () => {
    expect(operationOf('GET', '/x', { responses: answer({}), 'x-mcp': { response: 'binary' } }).response).toBe(
      'binary',
    );
  });
});

describe('an answer is a list', () => {
  test.each<[string, { given: Json; want: boolean }]>([
    ['an array', { given: { type: 'array' }, want: true }],
    ['a schema called _list', { given: { $ref: '#/components/schemas/pet_list' }, want: true }],
    ['a schema called List', { given: { $ref: '#/components/schemas/PetList' }, want: true }],
    ['a schema that only ends in list', { given: { $ref: '#/components/schemas/wishlist' }, want: false }],
    ['a type that says list', { given: { properties: { type: { enum: ['list'] } } }, want: true }],
    ['a type that says pet.list', { given: { properties: { type: { enum: ['pet.list'] } } }, want: true }],
    ['a type that says wishlist', { given: { properties: { type: { enum: ['wishlist'] } } }, want: false }],
    ['pages', { given: { properties: { pages: {} } }, want: true }],
    ['an array as data', { given: { properties: { data: { type: 'array' } } }, want: true }],
    ['an object as data', { given: { properties: { data: { type: 'object' } } }, want: false }],
    ['another array', { given: { properties: { tags: { type: 'array' } } }, want: false }],
    [
      'one form of several',
      { given: { oneOf: [{ $ref: '#/components/schemas/pet' }, { type: 'array' }] }, want: true },
    ],
    ['an object', { given: { $ref: '#/components/schemas/pet' }, want: false }],
  ])('%s: $want', (_name, { given, want }) => {
    expect(responseOf({ '200': of('application/json', given) }, lookup).isList).toBe(want);
  });

  test('what pages is a list whatever its shape', () => {
    const operation = { responses: answer({ type: 'object' }), 'x-mcp': { pagination: { style: 'page', items: 'x' } } };
    expect(operationOf('GET', '/x', operation).isList).toBe(true);
  });
});
