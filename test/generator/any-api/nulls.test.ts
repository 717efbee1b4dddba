import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { object, taking } from './support/taking.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };

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
