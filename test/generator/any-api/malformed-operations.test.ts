import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const text = { type: 'string' };

/** A description of a good operation beside an odd one. */
function withOperation(own: Json, more: Json = {}): Json {
  const post = { operationId: 'odd', responses: answers(), ...own };
  return description({ '/odd': { post }, '/good': { get: { operationId: 'good', responses: answers() } } }, more);
}

describe('a value of the wrong kind in an operation costs an argument or an answer', () => {
  const OPERATION = '/paths/~1odd/post';
  test.each<[string, Json, { told: string[]; input: string[] }]>([
    ['null as a parameter', { parameters: [null, q('a')] }, { told: ['/parameters/0'], input: ['a'] }],
    [
      'a parameter without a name',
      { parameters: [{ in: 'query' }, q('a')] },
      { told: ['/parameters/0'], input: ['a'] },
    ],
    ['a parameter without a place', { parameters: [{ name: 'b' }, q('a')] }, { told: ['/parameters/0'], input: ['a'] }],
    ['a number as a name', { parameters: [q(7)] }, { told: ['/parameters/0/name'], input: ['7'] }],
    ['a place in capitals', { parameters: [{ ...q('a'), in: 'Query' }] }, { told: [], input: ['a'] }],
    [
      'a body among the parameters',
      { parameters: [{ ...q('b'), in: 'body' }, q('a')] },
      { told: ['/parameters/0'], input: ['a'] },
    ],
    [
      'a type beside the name',
      { parameters: [{ name: 'a', in: 'query', type: 'integer' }] },
      { told: ['/parameters/0'], input: ['a'] },
    ],
    [
      'a schema that is the name of a type',
      { parameters: [{ ...q('a'), schema: 'string' }] },
      { told: ['/parameters/0/schema'], input: ['a'] },
    ],
    [
      'parameters as a map',
      { parameters: { a: { in: 'query', schema: text } } },
      { told: ['/parameters'], input: ['a'] },
    ],
    ['parameters as a text', { parameters: 'a' }, { told: ['/parameters'], input: [] }],
    ['no parameters', { parameters: null }, { told: [], input: [] }],
    [
      'required in quotation marks',
      { parameters: [{ ...q('a'), required: 'true' }] },
      { told: ['/parameters/0/required'], input: ['a'] },
    ],
    ['no body', { requestBody: [] }, { told: ['/requestBody'], input: [] }],
    ['no responses', { responses: undefined }, { told: [], input: [] }],
    ['responses as a list', { responses: [] }, { told: ['/responses'], input: [] }],
    ['a text as a response', { responses: { 200: 'fine' } }, { told: [], input: [] }],
    ['null as a response', { responses: { 200: null } }, { told: ['/responses/200'], input: [] }],
    ['a code that is none', { responses: { fine: { description: 'x' } } }, { told: [], input: [] }],
    ['one tag', { tags: 'pets' }, { told: ['/tags'], input: [] }],
    ['a number as a tag', { tags: [2024] }, { told: ['/tags/0'], input: [] }],
    ['a number as an id', { operationId: 12 }, { told: ['/operationId'], input: [] }],
    ['one requirement', { security: {} }, { told: ['/security'], input: [] }],
    [
      'content that is a text',
      { requestBody: { content: 'application/json' } },
      { told: ['/requestBody/content'], input: [] },
    ],
  ])('%s', async (_name, own, { told, input }) => {
    const outcome = await outcomeOf(withOperation(own));
    expect(outcome.tools.toSorted()).toEqual(['GET /good', 'POST /odd']);
    expect(outcome.told).toEqual(told.map((place) => `VALUE_MALFORMED ${OPERATION}${place}`));
    expect(Object.keys(outcome.inputs['POST /odd'] ?? {})).toEqual(input);
  });
});

function q(name: unknown): Json {
  return { name, in: 'query', schema: text };
}

describe('an operation that is none is left out alone', () => {
  test.each<[string, unknown, string]>([
    ['null', null, '/post'],
    ['a text', 'post', '/post'],
    ['a list', [], '/post'],
  ])('%s', async (_name, post, place) => {
    const outcome = await outcomeOf(description({ '/odd': { post, put: { responses: answers() } } }));
    expect(outcome.tools).toEqual(['PUT /odd']);
    expect(outcome.told).toEqual([`OPERATION_LEFT_OUT /paths/~1odd${place}`]);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a reference to nothing', { $ref: '#/components/pathItems/gone' }],
    ['a reference to itself', { $ref: '#/paths/~1odd' }],
  ])('and a path that is %s', async (_name, item) => {
    const outcome = await outcomeOf(description({ '/odd': item, '/good': { get: { responses: answers() } } }));
    expect(outcome.tools).toEqual(['GET /good']);
    expect(outcome.told).toEqual(['OPERATION_LEFT_OUT /paths/~1odd']);
  });

  test('a method in capitals and a path without its slash are read', async () => {
    const outcome = await outcomeOf(description({ odd: { GET: { responses: answers() }, fetch: {} } }));
    expect(outcome.tools).toEqual(['GET /odd']);
    expect(outcome.told).toHaveLength(3);
  });

  test('what is left of a description without any is refused with the reasons', async () => {
    const { isRefused, told } = await outcomeOf(description({ '/odd': { get: 5 } }));
    expect(isRefused).toBe(true);
    expect(told).toEqual(['NO_OPERATIONS /paths', 'OPERATION_LEFT_OUT /paths/~1odd/get']);
    const webhooks = await outcomeOf(description({}, { openapi: '3.1.0', webhooks: { made: { post: {} } } }));
    expect(webhooks.diagnostics.map(({ code }) => code)).toEqual(['NO_OPERATIONS', 'PARTS_LEFT_OUT']);
  });
});

test.each<[string, Json]>([
  ['info', { info: null }],
  ['components', { components: [] }],
  ['servers', { servers: 'https://api.example.test' }],
  ['tags', { tags: [null, { name: 5 }] }],
  ['security', { security: 'key' }],
  ['the schemas', { components: { schemas: null } }],
  ['a scheme', { components: { securitySchemes: { key: 'bearer' } } }],
])('of a description whose %s is of another kind all tools are made', async (_name, more) => {
  const { tools, told } = await outcomeOf(withOperation({}, more));
  expect(tools.toSorted()).toEqual(['GET /good', 'POST /odd']);
  if (more.components === undefined || Array.isArray(more.components)) expect(told.length).toBeGreaterThan(0);
});
