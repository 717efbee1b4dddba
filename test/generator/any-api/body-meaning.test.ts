import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { createClient } from '../../../runtime/client.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';
import { operation } from './support/describe.ts';
import { generated, PROFILE } from './support/wire.ts';

const text = { type: 'string' };
const object = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });

/** The tools of one operation that takes a body. */
function taking(
  schema: Json,
  { required = true, method = 'post', path = '/things', version = '3.0.3', more = {} } = {},
) {
  const requestBody = { ...(required !== undefined && { required }), content: { 'application/json': { schema } } };
  return generated({ doc: { ...operation(method, path, { requestBody, ...more }), openapi: version } });
}

/** A body that does not say whether it is needed. */
function perhaps(schema: Json, method = 'post') {
  return generated({
    doc: operation(method, '/things', { requestBody: { content: { 'application/json': { schema } } } }),
  });
}

describe('null', () => {
  test.each<[string, { schema: Json; send: Json; version?: string }]>([
    [
      'of OpenAPI 3.0',
      { schema: object({ a: { type: 'string', nullable: true }, b: text }), send: { a: null, b: 'x' } },
    ],
    [
      'of a list of types',
      { schema: object({ a: { type: ['string', 'null'] }, b: text }), send: { a: null }, version: '3.1.0' },
    ],
    ['as a form', { schema: object({ a: { anyOf: [text, { type: 'null' }] } }), send: { a: null }, version: '3.1.0' }],
    ['among values', { schema: object({ a: { enum: ['x', null] } }), send: { a: null }, version: '3.1.0' }],
    [
      'of a wrapped reference',
      { schema: object({ a: { nullable: true, allOf: [object({ b: text })] } }), send: { a: null } },
    ],
    [
      'two levels down',
      { schema: object({ a: object({ b: { type: 'integer', nullable: true } }) }), send: { a: { b: null } } },
    ],
    [
      'in a list',
      { schema: object({ a: { type: 'array', items: { type: 'string', nullable: true } } }), send: { a: ['x', null] } },
    ],
    [
      'in a map',
      { schema: object({ a: { additionalProperties: { type: 'string', nullable: true } } }), send: { a: { k: null } } },
    ],
    [
      'that is needed',
      { schema: object({ a: { type: 'string', nullable: true } }, { required: ['a'] }), send: { a: null } },
    ],
    [
      'of a time',
      { schema: object({ a: { type: 'string', format: 'date-time', nullable: true } }), send: { a: null } },
    ],
  ])('%s is sent', async (_name, { schema, send, version }) => {
    for (const method of ['post', 'patch']) {
      await using made = await taking(schema, { method, ...(version && { version }) });
      expect(JSON.parse((await made.send(send)).text), method).toEqual(send);
    }
  });

  test('where the API takes none is an argument that was left out, and is refused where one is needed', async () => {
    await using made = await taking(object({ a: text, b: text, c: object({ d: text }) }, { required: ['b'] }));
    expect(JSON.parse((await made.send({ a: null, b: 'x', c: { d: null } })).text)).toEqual({ b: 'x', c: {} });
    await expect(made.send({ b: null })).rejects.toThrow('b');
  });

  test('is told of what needs a value and of what is updated, and of nothing in an address', async () => {
    const schema = object(
      { a: { type: 'string', nullable: true }, b: { type: 'string', nullable: true } },
      { required: ['a'] },
    );
    const both = { anyOf: [text, { type: 'null' }] };
    await using create = await taking(schema);
    expect(create.catalog[0]?.inputSchema.properties).toMatchObject({ a: both, b: { type: 'string' } });
    await using change = await taking(schema, { method: 'patch' });
    expect(change.catalog[0]?.inputSchema.properties).toMatchObject({ a: both, b: both });
    const parameters = [{ name: 'q', in: 'query', schema: { type: 'string', nullable: true } }];
    await using read = await generated({ doc: operation('get', '/things', { parameters }) });
    expect(read.catalog[0]?.inputSchema.properties).toMatchObject({ q: text });
    expect((await read.send({ q: null })).url.search).toBe('');
  });
});

describe('keys beside the properties', () => {
  test.each<[string, { schema: Json; send: Json; version?: string }]>([
    [
      'of a type',
      { schema: object({ name: text }, { additionalProperties: text }), send: { name: 'n', custom_1: 'v' } },
    ],
    [
      'of any type',
      { schema: object({ name: text }, { additionalProperties: true }), send: { name: 'n', 'a b': [1] } },
    ],
    ['of an empty schema', { schema: object({ name: text }, { additionalProperties: {} }), send: { ключ: 1 } }],
    [
      'by a pattern',
      {
        schema: object({ name: text }, { patternProperties: { '^x-': { type: 'integer' } } }),
        send: { name: 'n', 'x-1': 5 },
      },
    ],
    [
      'that are unevaluated',
      {
        schema: object({ name: text }, { unevaluatedProperties: text }),
        send: { name: 'n', other: 'v' },
        version: '3.1.0',
      },
    ],
    [
      'within a property',
      {
        schema: object({ a: object({ b: text }, { additionalProperties: { type: 'integer' } }) }),
        send: { a: { b: 'x', c: 3 } },
      },
    ],
    [
      'of a part',
      { schema: { allOf: [object({ a: text }), { additionalProperties: text }] }, send: { a: '1', b: '2' } },
    ],
  ])('%s are sent', async (_name, { schema, send, version }) => {
    await using made = await taking(schema, version ? { version } : {});
    expect(JSON.parse((await made.send(send)).text)).toEqual(send);
  });

  test.each<[string, { schema: Json; refused: Json }]>([
    ['where none are declared', { schema: object({ name: text }), refused: { nmae: 'x' } }],
    [
      'where there are none',
      { schema: object({ name: text }, { additionalProperties: false }), refused: { other: 'x' } },
    ],
    [
      'within a closed object',
      { schema: object({ a: object({ b: text }, { additionalProperties: false }) }), refused: { a: { c: 'x' } } },
    ],
    [
      'of another type',
      { schema: object({ name: text }, { additionalProperties: { type: 'integer' } }), refused: { other: {} } },
    ],
  ])('are refused %s', async (_name, { schema, refused }) => {
    await using made = await taking(schema);
    await expect(made.send(refused)).rejects.toThrow(/unknown argument|must be/);
  });

  test('never take the place of an argument that goes elsewhere', async () => {
    const parameters = [
      { name: 'id', in: 'path', required: true, schema: text },
      { name: 'notify', in: 'query', schema: { type: 'boolean' } },
    ];
    const schema = object({ name: text }, { additionalProperties: true });
    await using made = await taking(schema, { path: '/things/{id}', method: 'put', more: { parameters } });
    const sent = await made.send({ thing_id: '7', notify: true, name: 'n', colour: 'red' });
    expect(sent.url.pathname + sent.url.search).toBe('/v1/things/7?notify=true');
    expect(JSON.parse(sent.text)).toEqual({ name: 'n', colour: 'red' });
  });

  test('that are called almost as an argument are sent, and told of', async () => {
    await using made = await taking(object({ subject: text }, { additionalProperties: true }));
    const [tool] = made.tools;
    expect(tool && readArguments(tool, { subjcet: 'x' }).repairs.join()).toMatch(/subjcet.*subject/);
    expect(tool && readArguments(tool, { colour: 'x' }).repairs).toEqual([]);
  });
});

describe('a body that does not say that it is needed', () => {
  const reason = object({ reason: text, note: text }, { required: ['reason'] });

  test('asks for nothing, and needs what it needs once anything is given', async () => {
    await using made = await perhaps(reason);
    expect(made.catalog[0]?.inputSchema.required).toBeUndefined();
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ reason: 'r' })).text)).toEqual({ reason: 'r' });
    await expect(made.send({ note: 'n' })).rejects.toThrow('reason: is missing');
  });

  test('is an empty object where that is one', async () => {
    await using made = await perhaps(object({ note: text }));
    expect((await made.send({})).text).toBe('{}');
  });

  test('takes what can have one value only along', async () => {
    await using made = await perhaps(object({ type: { enum: ['note'] }, body: text }, { required: ['type', 'body'] }));
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ body: 'b' })).text)).toEqual({ type: 'note', body: 'b' });
  });

  test('that is whole may be left out', async () => {
    await using made = await perhaps({ type: 'array', items: text });
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ body: ['a'] })).text)).toEqual(['a']);
  });

  test('with forms is one of them, or is not there', async () => {
    const form = (kind: string, key: string): Json =>
      object({ kind: { enum: [kind] }, [key]: text }, { required: ['kind', key] });
    await using made = await perhaps({ oneOf: [form('a', 'x'), form('b', 'y')] });
    expect((await made.send({})).bytes).toHaveLength(0);
    expect(JSON.parse((await made.send({ kind: 'a', x: '1' })).text)).toEqual({ kind: 'a', x: '1' });
    await expect(made.send({ kind: 'a' })).rejects.toThrow('x: is missing');
    await expect(made.send({ kind: 'a', y: '1' })).rejects.toThrow('x: is missing');
  });

  test('is needed all the same where the API is known for it', async () => {
    const overlay =
      "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: $\n    update: {x-mcp: {bodies: required}}\n";
    const doc = operation('post', '/things', { requestBody: { content: { 'application/json': { schema: reason } } } });
    await using made = await generated({ doc, overlay });
    expect(made.catalog[0]?.inputSchema.required).toEqual(['reason']);
  });
});

describe('integers of 64 bits', () => {
  const long = { type: 'integer', format: 'int64' };
  const digits = '1234567890123456789';

  test.each<[string, { schema: Json; send: unknown; text: string }]>([
    ['at the top', { schema: object({ ref: long }), send: { ref: digits }, text: `{"ref":${digits}}` }],
    ['that are negative', { schema: object({ ref: long }), send: { ref: `-${digits}` }, text: `{"ref":-${digits}}` }],
    ['that are short, as text', { schema: object({ ref: long }), send: { ref: '42' }, text: '{"ref":42}' }],
    ['as a number', { schema: object({ ref: long }), send: { ref: 42 }, text: '{"ref":42}' }],
    [
      'in an object',
      { schema: object({ a: object({ ref: long }) }), send: { a: { ref: digits } }, text: `{"a":{"ref":${digits}}}` },
    ],
    [
      'in a list',
      {
        schema: object({ refs: { type: 'array', items: long } }),
        send: { refs: [digits, 1] },
        text: `{"refs":[${digits},1]}`,
      },
    ],
    [
      'in a map',
      {
        schema: object({ m: { type: 'object', additionalProperties: long } }),
        send: { m: { k: digits } },
        text: `{"m":{"k":${digits}}}`,
      },
    ],
    ['in a whole body', { schema: { type: 'array', items: long }, send: { body: [digits] }, text: `[${digits}]` }],
    [
      'among other forms',
      {
        schema: object({ ref: { oneOf: [long, { type: 'boolean' }] } }),
        send: { ref: digits },
        text: `{"ref":${digits}}`,
      },
    ],
    ['called ids', { schema: object({ user_id: long }), send: { user_id: digits }, text: `{"user_id":${digits}}` }],
    [
      'in JSON text',
      {
        schema: object({ a: object({ ref: long }) }),
        send: { a: `{"ref":${digits}}` },
        text: `{"a":{"ref":${digits}}}`,
      },
    ],
  ])('%s are sent with all their digits', async (_name, { schema, send, text: want }) => {
    await using made = await taking(schema);
    expect((await made.send(send)).text).toBe(want);
  });

  test('go into an address and come out of an answer with all their digits', async () => {
    const parameters = [
      { name: 'ref', in: 'path', required: true, schema: long },
      { name: 'after', in: 'query', schema: long },
    ];
    await using made = await generated({ doc: operation('get', '/things/{ref}', { parameters }) });
    const answer = () =>
      new Response(`{"ref":${digits},"all":[-${digits},1],"text":"${digits}"}`, {
        headers: { 'content-type': 'application/json' },
      });
    const sent = await made.send({ ref: digits, after: digits }, { answer });
    expect(sent.url.pathname + sent.url.search).toBe(`/v1/things/${digits}?after=${digits}`);
    expect(sent.output).toEqual({ ref: digits, all: [`-${digits}`, 1], text: digits });
  });

  test.each(['99999999999999999999', '12.5', '1e5', 'twelve', '', '1'.repeat(200)])('are no %s', async (ref) => {
    await using made = await taking(object({ ref: long }));
    await expect(made.send({ ref })).rejects.toThrow('ref');
  });

  test('are texts in what a dry run shows', async () => {
    await using made = await taking(object({ a: object({ ref: long, more: { type: 'array', items: long } }) }));
    const [tool] = made.tools;
    const client = createClient({ profile: PROFILE, token: 't', fetch: () => Promise.reject(new Error('sent')) });
    const args = { a: { ref: digits, more: [1, digits] } };
    expect(tool && (await client.call(tool, args, { dryRun: true, shape: 'model' }))).toMatchObject({ body: args });
  });

  test('that lost digits on their way are refused', async () => {
    await using made = await taking(object({ ref: long }));
    await expect(made.send({ ref: 1234567890123456800 })).rejects.toThrow('give it as text');
  });

  test('are told to be texts too, unless they count something', async () => {
    await using made = await taking(object({ ref: long, page_size: long, small: { ...long, maximum: 100 } }));
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      ref: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
      page_size: { type: 'integer' },
      small: { type: 'integer', maximum: 100 },
    });
  });
});
