import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const text = { type: 'string' };

/** A description of a good operation beside one with this body, whose only argument beside it is `c`. */
function withProperty(name: string, property: unknown, more: Json = {}): Json {
  return withBody({ type: 'object', properties: { [name]: property, c: text } }, more);
}
function withBody(schema: unknown, more: Json = {}): Json {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  return withOperation({ requestBody }, more);
}
function withOperation(own: Json, more: Json = {}): Json {
  const post = { operationId: 'odd', responses: answers(), ...own };
  return description({ '/odd': { post }, '/good': { get: { operationId: 'good', responses: answers() } } }, more);
}

/** Words that every JavaScript object answers to. */
const NAMES = ['hasOwnProperty', 'valueOf', 'constructor', 'toString', 'isPrototypeOf', '__defineGetter__'];

const SCHEMA = '/paths/~1odd/post/requestBody/content/application~1json/schema';

describe('a value of the wrong kind in a schema costs itself, and is named', () => {
  test.each<[string, Json, { told: string[]; input: Json }]>([
    ['null as a property', withProperty('a', null), at('/properties/a', { a: {}, c: text })],
    ['a text as a property', withProperty('a', 'integer'), at('/properties/a', { a: { type: 'integer' }, c: text })],
    ['a number as a property', withProperty('a', 5), at('/properties/a', { a: {}, c: text })],
    ['a list as a property', withProperty('a', []), at('/properties/a', { a: {}, c: text })],
    ['true as a property', withProperty('a', true), nothing({ a: {}, c: text })],
    ['false as a property', withProperty('a', false), nothing({ c: text })],
    [
      'a type of another language',
      withProperty('a', { type: 'Int64' }),
      at('/properties/a/type', { a: { type: 'integer' }, c: text }),
    ],
    ['a type that is none', withProperty('a', { type: 'strng' }), at('/properties/a/type', { a: {}, c: text })],
    [
      'null beside a type',
      withProperty('a', { type: ['string', null] }),
      at('/properties/a/type', { a: text, c: text }),
    ],
    ['no enum', withProperty('a', { ...text, enum: null }), nothing({ a: text, c: text })],
    [
      'an enum that is a map',
      withProperty('a', { ...text, enum: { b: 1 } }),
      at('/properties/a/enum', { a: text, c: text }),
    ],
    [
      'an enum of one text',
      withProperty('a', { enum: 'b' }),
      at('/properties/a/enum', { a: { ...text, enum: ['b'] }, c: text }),
    ],
    [
      'a bound in quotation marks',
      withProperty('a', { type: 'integer', maximum: '9' }),
      at('/properties/a/maximum', { a: { type: 'integer', maximum: 9 }, c: text }),
    ],
    [
      'a bound that is no number',
      withProperty('a', { type: 'integer', maximum: 'many' }),
      at('/properties/a/maximum', { a: { type: 'integer' }, c: text }),
    ],
    [
      'items by their places, none',
      withProperty('a', { type: 'array', items: [] }),
      at('/properties/a/items', { a: { type: 'array' }, c: text }),
    ],
    [
      'items by their places, one',
      withProperty('a', { type: 'array', items: [text] }),
      at('/properties/a/items', { a: { type: 'array', items: text }, c: text }),
    ],
    ['no forms', withProperty('a', { allOf: null, ...text }), nothing({ a: text, c: text })],
    [
      'properties that are a list',
      withProperty('a', { type: 'object', properties: [] }),
      at('/properties/a/properties', { a: { type: 'object' }, c: text }),
    ],
    [
      'a reference that is a number',
      withProperty('a', { $ref: 5, ...text }),
      at('/properties/a/$ref', { a: text, c: text }),
    ],
    [
      'a discriminator without a name',
      withProperty('a', { ...text, discriminator: {} }),
      at('/properties/a/discriminator', { a: text, c: text }),
    ],
    [
      'properties that are a reference',
      withBody(
        { type: 'object', properties: { $ref: '#/components/schemas/P' } },
        { components: { schemas: { P: { c: text } } } },
      ),
      nothing({ c: text }),
    ],
    [
      'properties that are those of a schema',
      withBody(
        { type: 'object', properties: { $ref: '#/components/schemas/P' } },
        { components: { schemas: { P: { type: 'object', properties: { c: text } } } } },
      ),
      nothing({ c: text }),
    ],
    ['a property that is called $ref', withProperty('$ref', text), nothing({ ref: text, c: text })],
    [
      'names that every object has',
      withBody({ type: 'object', properties: Object.fromEntries(NAMES.map((name) => [name, text])) }),
      nothing(Object.fromEntries(NAMES.map((name) => [name, text]))),
    ],
  ])('%s', async (_name, given, { told, input }) => {
    const { inputs, ...outcome } = await outcomeOf(given);
    expect(outcome.told).toEqual(told);
    expect(outcome.tools).toContain('GET /good');
    expect(inputs['POST /odd']).toMatchObject(input);
    expect(Object.keys(inputs['POST /odd'] ?? {}).sort()).toEqual(Object.keys(input).sort());
  });

  test.each<[string, unknown, readonly string[] | undefined]>([
    ['of an object that says so', true, undefined],
    ['that is one name', 'c', ['c']],
    ['that holds other things', ['c', 5, null], ['5', 'c']],
  ])('required %s', async (_name, required, want) => {
    const { catalog, told } = await outcomeOf(withBody({ type: 'object', properties: { c: text, 5: text }, required }));
    const tool = catalog.find(({ path }) => path === '/odd');
    expect([...((tool?.inputSchema.required as string[] | undefined) ?? [])].sort()).toEqual(want ?? []);
    expect(told.length).toBeGreaterThan(0);
  });

  test('a property that says of itself that it is required is, and no other', async () => {
    const { catalog } = await outcomeOf(withProperty('a', { ...text, required: true }));
    expect(catalog.find(({ path }) => path === '/odd')?.inputSchema.required).toEqual(['a']);
  });
});

function at(place: string, input: Json): { told: string[]; input: Json } {
  return { told: [`VALUE_MALFORMED ${SCHEMA}${place}`], input };
}
function nothing(input: Json): { told: string[]; input: Json } {
  return { told: [], input };
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
