import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';
import { object, taking } from './support/taking.ts';

const text = { type: 'string' };

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
