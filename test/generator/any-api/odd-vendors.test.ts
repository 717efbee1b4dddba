import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { generatedTogether, type Part, type Together } from './support/together.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const list = (items: Json = text) => ({ type: 'array', items });
const object = (properties: Json, more: Json = {}) => ({ type: 'object', properties, ...more });

/** A body of JSON, what is given, and what is sent where that differs. */
const bodies: readonly (readonly [string, Json, Json, unknown?])[] = [
  ['a text', text, { body: 'hello' }, 'hello'],
  ['a number', integer, { body: 3 }, 3],
  ['false', { type: 'boolean' }, { body: false }, false],
  ['a schema that says nothing', {}, { body: [1] }, [1]],
  ['null among values', object({ a: { type: 'string', enum: ['x', null], nullable: true } }), { a: null }],
  ['values of several types', object({ a: { enum: ['x', 1, true, null] } }), { a: 1 }],
  [
    'a default that is none of the values',
    object({ a: { type: 'string', enum: ['x', 'y'], default: 'z' } }),
    { a: 'y' },
  ],
  ['a list of types', object({ a: { type: ['string', 'integer'] } }), { a: 5 }],
  ['digits of a list of types', object({ a: { type: ['string', 'integer'] } }), { a: '5' }],
  ['no value at all in a list of them', object({ a: { type: 'string', enum: [] }, b: text }), { b: 'x' }],
  ['an empty value', object({ a: { type: 'string', enum: ['', 'x'] } }), { a: '' }],
  ['a number whose values are texts', object({ a: { type: 'integer', enum: ['1', '2'] } }), { a: 1 }],
  ['types that exclude each other', object({ a: { allOf: [text, integer] }, b: text }), { b: 'x' }],
  [
    'a text or an object',
    object({ a: { anyOf: [text, object({ x: integer }, { required: ['x'] })] } }),
    { a: { x: 1 } },
  ],
  ['lists in lists', object({ m: list(list(integer)) }), { m: [[1, 2], [3]] }],
  ['a list without items', object({ l: { type: 'array' } }), { l: [1, 'a', { b: 2 }] }],
  ['null in a list', object({ a: list({ type: 'string', nullable: true }) }), { a: ['x', null] }],
  [
    'keys beside the fields that hold anything',
    object({ a: text }, { additionalProperties: {} }),
    { a: 'x', z: { q: 1 } },
  ],
  [
    'lists by any key',
    object({ m: { type: 'object', additionalProperties: list(integer) } }),
    { m: { 'a b': [1], é: [] } },
  ],
  ['letters outside the basic plane', object({ t: { type: 'string', maxLength: 2 } }), { t: '😀😀' }],
  ['digits with a zero before them', object({ zip: text }), { zip: '00123' }],
  ['hundredths', object({ d: { type: 'number', multipleOf: 0.01 } }), { d: 0.07 }],
  [
    'times of another API',
    object({ created_at: integer, start_time: integer }),
    { created_at: 1_700_000_000, start_time: 5 },
  ],
  ['names that every object has', object({ constructor: text, toString: text }), { constructor: 'a', toString: 'b' }],
];

/** A parameter, what is given, and the address behind that of the server. */
const addresses: readonly (readonly [string, string, Json, Json, string])[] = [
  ['no item', '/x', { in: 'query', schema: list() }, { p: [] }, '/x'],
  ['an empty text', '/x', { in: 'query', schema: text, allowEmptyValue: true }, { p: '' }, '/x?p='],
  ['false', '/x', { in: 'query', schema: { type: 'boolean' } }, { p: false }, '/x?p=false'],
  ['a huge number', '/x', { in: 'query', schema: { type: 'number' } }, { p: 1e21 }, '/x?p=1e%2B21'],
  [
    'reserved characters in a list',
    '/x',
    { in: 'query', schema: list(), explode: false, allowReserved: true },
    { p: ['a/b', 'c'] },
    '/x?p=a/b,c',
  ],
  [
    'spaces between items',
    '/x',
    { in: 'query', schema: list(), style: 'spaceDelimited', explode: false },
    { p: ['a', 'b'] },
    '/x?p=a%20b',
  ],
  [
    'matrix, exploded',
    '/x/{p}/y',
    { in: 'path', schema: list(integer), style: 'matrix', explode: true },
    { p: [1, 2] },
    '/x/;p=1;p=2/y',
  ],
  [
    'label, exploded',
    '/x/{p}/y',
    { in: 'path', schema: list(integer), style: 'label', explode: true },
    { p: [1, 2] },
    '/x/.1.2/y',
  ],
  [
    'an object in a path',
    '/x/{p}/y',
    { in: 'path', schema: object({ a: text, b: text }) },
    { p: { a: '1', b: '2' } },
    '/x/a,1,b,2/y',
  ],
  [
    'an object in a path, exploded',
    '/x/{p}/y',
    { in: 'path', schema: object({ a: text, b: text }), explode: true },
    { p: { a: '1', b: '2' } },
    '/x/a=1,b=2/y',
  ],
  [
    'an object that is spread, by its fields',
    '/x',
    { in: 'query', schema: object({ a: text, b: integer }) },
    { a: 'x&y', b: 2 },
    '/x?a=x%26y&b=2',
  ],
  [
    'an object that is spread, given whole',
    '/x',
    { in: 'query', schema: object({ a: text, b: integer }) },
    { p: { a: 'x&y', b: 2 } },
    '/x?a=x%26y&b=2',
  ],
  ['one parameter at two places', '/a/{p}/b/{p}', { in: 'path', schema: text }, { p: '5' }, '/a/5/b/5'],
  ['a query in the path', '/x?action=list', { in: 'query', schema: text }, { p: 'b' }, '/x?action=list&p=b'],
  ['an ending', '/x/{p}.json', { in: 'path', schema: text }, { p: '5' }, '/x/5.json'],
];

describe('what odd vendors describe', () => {
  let made: Together;
  const parts: Part[] = [
    ...bodies.map(([, schema]) => ({
      method: 'post',
      own: { requestBody: { required: true, content: { 'application/json': { schema } } } },
    })),
    ...addresses.map(([, path, parameter]) => ({
      path,
      own: { parameters: [{ name: 'p', required: parameter.in === 'path', ...parameter }] },
    })),
    ...[{}, { additionalProperties: false }].map((more) => {
      const schema = object({ a: text }, { required: ['a', 'ghost'], ...more });
      return { method: 'post', own: { requestBody: { required: true, content: { 'application/json': { schema } } } } };
    }),
  ];

  beforeAll(async () => {
    made = await generatedTogether(parts);
  });
  afterAll(() => made[Symbol.asyncDispose]());

  test.each(bodies.map(([name, , given, wanted = given], at) => ({ name, given, wanted, at })))(
    'sends a body of $name as it is given',
    async ({ given, wanted, at }) => {
      const { text: sent } = await made.send(at, given);

      expect(JSON.parse(sent)).toEqual(wanted);
    },
  );

  test.each(addresses.map(([name, , , given, wanted], at) => ({ name, given, wanted, at: at + bodies.length })))(
    'writes $name into an address',
    async ({ given, wanted, at }) => {
      const { raw } = await made.send(at, given);

      expect(raw).toBe(wanted);
    },
  );

  test('lets a name be given that a body requires and does not declare, and says so', async () => {
    const at = parts.length - 2;
    const told = made.diagnostics(at).map(({ code }) => code);

    expect(told).toContain('REQUIRED_UNDECLARED');
    expect(JSON.parse((await made.send(at, { a: 'x', ghost: [1] })).text)).toEqual({ a: 'x', ghost: [1] });
    expect(JSON.parse((await made.send(at, { a: 'x' })).text)).toEqual({ a: 'x' });
    expect(made.keys(parts.length - 1)).toEqual(['a']);
  });

  test('refuses an object that stands for arguments which are given beside it, or holds another key', async () => {
    const at = bodies.length + addresses.findIndex(([name]) => name.endsWith('given whole'));

    await expect(made.send(at, { p: { a: 'x' }, a: 'y' })).rejects.toThrow(/p: unknown argument/);
    await expect(made.send(at, { p: { a: 'x', other: 1 } })).rejects.toThrow(/p: unknown argument/);
    await expect(made.send(at, { p: {} })).rejects.toThrow(/p: unknown argument/);
  });
});
