import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { bodies, changesOf, json, lines, object, operations, type Row, ref } from './support/compared.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };

function listOf(items: unknown): Json {
  return { type: 'array', items };
}
function deep(schema: Json, levels = 7): Json {
  return levels === 0 ? schema : object({ d: deep(schema, levels - 1) });
}
function kind(value: string): Json {
  return { ...text, enum: [value] };
}

const rows: Row[] = [
  ['a new field', object({ b: text }), object({ b: text, c: text }), '- argument added: a.c'],
  ['a new field that is required', object({}), object({ c: text }, ['c']), 'MI argument added: a.c'],
  ['a field that is gone', object({ b: text, c: text }), object({ b: text }), 'MI argument removed: a.c'],
  ['a field that is required now', object({ b: text }), object({ b: text }, ['b']), 'MI argument required: a.b'],
  ['a field that is optional now', object({ b: text }, ['b']), object({ b: text }), '- argument optional: a.b'],
  ['a name that is required alone', object({ b: text }), object({ b: text }, ['c']), 'MI argument required: a.c'],
  ['the order of fields', object({ b: text, c: text }, ['b', 'c']), object({ c: text, b: text }, ['c', 'b'])],
  [
    'a field by another name',
    object({ pet_name: whole, x: text }),
    object({ name_of_pet: whole, x: text }),
    'MI argument renamed: a.name_of_pet',
  ],
  [
    'two fields that may both be meant',
    object({ pet_name: whole }),
    object({ name_a: whole, name_b: whole }),
    '- argument added: a.name_a',
    '- argument added: a.name_b',
    'MI argument removed: a.pet_name',
  ],
  [
    'a field of other values by another name',
    object({ pet_name: whole, x: text }),
    object({ name_of_pet: text, x: text }),
    '- argument added: a.name_of_pet',
    'MI argument removed: a.pet_name',
  ],
  [
    'a field in a list in a list',
    listOf(listOf(object({ b: text }))),
    listOf(listOf(object({ b: whole }))),
    'MI argument type: a[][].b',
  ],
  [
    'values by any name',
    { type: 'object', additionalProperties: text },
    { type: 'object', additionalProperties: whole },
    'MI argument type: a.*',
  ],
  [
    'no names beside its own',
    object({ b: text }),
    object({ b: text }, [], { additionalProperties: false }),
    'MI argument narrowed: a',
  ],
  ['other names as before, said', object({ b: text }), object({ b: text }, [], { additionalProperties: true })],
  ['an object that becomes anything', object({ b: text }), {}, '- argument widened: a'],
  ['an object of which nothing is said', object({ b: text }, ['b']), { type: 'object' }, '- argument widened: a'],
  [
    'one more form',
    { oneOf: [object({ b: text })] },
    { oneOf: [object({ b: text }), object({ c: whole })] },
    '- argument widened: a',
  ],
  [
    'one form less',
    { oneOf: [object({ b: text }), object({ c: whole })] },
    { oneOf: [object({ b: text })] },
    'MI argument narrowed: a',
  ],
  [
    'a field of one form, in another order',
    { oneOf: [object({ kind: kind('x'), b: text }, ['b']), object({ kind: kind('y'), c: whole }, ['c'])] },
    { oneOf: [object({ kind: kind('y'), c: text }, ['c']), object({ kind: kind('x'), b: text }, ['b'])] },
    'MI argument type: a.c',
  ],
  [
    'a field of a composition',
    { allOf: [object({ b: text }), object({ c: text })] },
    { allOf: [object({ c: whole }), object({ b: text })] },
    'MI argument type: a.c',
  ],
  [
    'a composition written as one',
    { allOf: [object({ b: text }, ['b']), object({ c: text })] },
    object({ b: text, c: text }, ['b']),
  ],
  ['what no list of tools shows', deep(text), deep({ ...text, maxLength: 3 }), 'M argument narrowed: a.d.d.d.d.d.d.d'],
  [
    'a property called __proto__',
    object(JSON.parse('{"__proto__":{"type":"string"}}')),
    object({ b: text }),
    '- argument added: a.b',
    'MI argument removed: a.__proto__',
  ],
];

test.each(rows)('an object that is sent: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(...bodies(before, after)))).toEqual(want);
});

describe('a shared schema that is sent', () => {
  const cat = (b: Json): Json => ({ cat: object({ kittens: listOf(ref('cat')), b }) });
  test.each<[string, { shared: [Json, Json]; given: [Json, Json]; want: string[] }]>([
    ['by another name', { shared: [{ cat: text }, { feline: text }], given: [ref('cat'), ref('feline')], want: [] }],
    [
      'written where it is used',
      { shared: [{ cat: object({ b: text }) }, {}], given: [ref('cat'), object({ b: text })], want: [] },
    ],
    [
      'that changed',
      { shared: [{ cat: text }, { cat: whole }], given: [ref('cat'), ref('cat')], want: ['MI argument type: a'] },
    ],
    [
      'that holds itself',
      { shared: [cat(text), cat(whole)], given: [ref('cat'), ref('cat')], want: ['MI argument type: a.b'] },
    ],
    [
      'that is itself',
      { shared: [{ cat: ref('cat') }, { cat: ref('cat') }], given: [ref('cat'), ref('cat')], want: [] },
    ],
    [
      'that is made of itself',
      {
        shared: [
          { cat: { allOf: [ref('cat'), object({ b: text })] } },
          { cat: { anyOf: [ref('cat'), object({ b: whole })] } },
        ],
        given: [ref('cat'), ref('cat')],
        want: ['MI argument type: a.b'],
      },
    ],
    ['that is gone', { shared: [{ cat: text }, {}], given: [ref('cat'), ref('cat')], want: ['- argument widened: a'] }],
    [
      'null beside it',
      {
        shared: [{ cat: text }, { cat: text }],
        given: [ref('cat'), { ...ref('cat'), nullable: true }],
        want: ['- argument widened: a'],
      },
    ],
  ])('%s', (_, { shared, given, want }) => {
    expect(lines(changesOf(...bodies(...given, shared)))).toEqual(want);
  });

  test('in two that hold each other, each difference is told once, where the way is shortest', () => {
    const pets = (name: Json): Json => ({
      cat: object({ dog: ref('dog'), name }),
      dog: object({ cat: ref('cat'), age: whole }),
    });
    const body = { requestBody: json(object({ dog: ref('dog'), cat: ref('cat') })) };
    const changes = changesOf(...operations(body, body, [pets(text), pets(whole)]));
    expect(changes.map(({ place, pointer }) => [place, pointer])).toEqual([
      ['cat.name', '/components/schemas/cat/properties/name'],
    ]);
  });

  test('that two hold of which only one is reached first is told for both', () => {
    const shared = (b: Json): Json => ({ cat: object({ dog: ref('dog'), b }), dog: object({ cat: ref('cat') }) });
    const document = (b: Json): Json => {
      const of = (name: string): Json => ({ requestBody: json(ref(name)), responses: {} });
      return {
        openapi: '3.0.3',
        info: { title: 'Acme', version: '1' },
        paths: { '/cats': { post: of('cat') }, '/dogs': { post: of('dog') } },
        components: { schemas: shared(b) },
      };
    };
    const changes = changesOf(document(text), document(whole));
    expect(changes.map(({ operation, place }) => [operation, place])).toEqual([
      ['POST /cats', 'b'],
      ['POST /dogs', 'cat.b'],
    ]);
  });
});
