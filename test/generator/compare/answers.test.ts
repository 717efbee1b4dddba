import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, changesOf, document, json, lines, object, operations, type Row, ref } from './support/compared.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
const xy = { ...text, enum: ['x', 'y'] };

function listOf(items: unknown): Json {
  return { type: 'array', items };
}
function field(schema: Json): Json {
  return object({ a: schema, id: text });
}

const rows: Row[] = [
  ['the same', field(text), field(text)],
  ['a new field', object({ b: text }), object({ b: text, a: text }), '- answer field added: a'],
  [
    'a new field that is always there',
    object({ b: text }),
    object({ b: text, a: text }, ['a']),
    '- answer field added: a',
  ],
  ['a field that is gone', object({ b: text, a: text }), object({ b: text }), 'I answer field removed: a'],
  [
    'a field by another name',
    object({ pet_a: whole }),
    object({ a_pet: whole }),
    '- answer field added: a_pet',
    'I answer field removed: pet_a',
  ],
  ['a field that may be missing', object({ a: text }, ['a']), object({ a: text }), 'I answer type: a'],
  ['a field that is always there', object({ a: text }), object({ a: text }, ['a']), '- answer type: a'],
  ['another type', field(text), field(whole), 'I answer type: a'],
  ['one more type', field(text), field({ oneOf: [text, whole] }), 'I answer type: a'],
  ['one type less', field({ oneOf: [text, whole] }), field(text), '- answer type: a'],
  ['any number for whole ones', field(whole), field({ type: 'number' }), '- answer type: a'],
  ['anything for a text', field(text), field({}), '- behaviour: personalData', 'I answer type: a'],
  ['a text for anything', field({}), field(text), '- behaviour: personalData', '- answer type: a'],
  ['null as well', field(text), field({ ...text, nullable: true }), 'I answer type: a'],
  ['null no longer', field({ ...text, nullable: true }), field(text), '- answer type: a'],
  ['one more value', field({ ...text, enum: ['x'] }), field(xy), '- answer type: a'],
  ['one value less', field(xy), field({ ...text, enum: ['x'] }), 'I answer type: a'],
  ['values that are no longer listed', field(xy), field(text), 'I answer type: a'],
  ['values that are listed now', field(text), field(xy), '- answer type: a'],
  ['a longest length', field(text), field({ ...text, maxLength: 9 }), '- answer type: a'],
  ['a format', field(text), field({ ...text, format: 'date' }), '- answer type: a'],
  ['another format', field({ ...text, format: 'date' }), field({ ...text, format: 'date-time' }), 'I answer type: a'],
  ['a default', field(text), field({ ...text, default: 'x' }), '- answer type: a'],
  ['that it is deprecated', field(text), field({ ...text, deprecated: true }), '- deprecation: a'],
  ['that it is write-only', field(text), field({ ...text, writeOnly: true }), 'I answer field removed: a'],
  ['that it is read-only', field(text), field({ ...text, readOnly: true })],
  ['a list for an object', field(object({ b: text })), field(listOf(object({ b: text }))), 'MI answer list: a'],
  ['an object for a list', field(listOf(text)), field(text), 'MI answer list: a'],
  [
    'a list of what it was alone',
    object({ b: text, c: whole, type: text }),
    object({ data: listOf(object({ b: text, c: whole, type: text })), type: text }),
    'MI answer list: data',
  ],
  [
    'one of what it was a list of',
    object({ data: listOf(object({ b: text, c: whole, d: text })), total: whole }),
    object({ b: text, c: whole }),
    'MI answer list: data',
    'I answer field removed: total',
  ],
  [
    'another thing, which holds a list of something else',
    object({ b: text, c: whole }),
    object({ data: listOf(object({ x: text, y: whole })) }),
    '- answer field added: data',
    'I answer field removed: b',
    'I answer field removed: c',
  ],
  [
    'one more form of an object',
    field({ oneOf: [object({ b: text })] }),
    field({ oneOf: [object({ b: text }), object({ c: text })] }),
    'I answer type: a',
  ],
  [
    'one form less',
    field({ oneOf: [object({ b: text }), object({ c: text })] }),
    field({ oneOf: [object({ b: text })] }),
    '- answer type: a',
  ],
  [
    'no names beside its own',
    object({ b: text }),
    object({ b: text }, [], { additionalProperties: false }),
    '- answer type',
  ],
  ['the whole as a list', object({ b: text }), listOf(object({ b: text })), 'MI answer list'],
  [
    'the order of all that has none',
    { allOf: [object({ b: text }, ['b']), object({ c: xy })] },
    { allOf: [object({ c: { ...text, enum: ['y', 'x'] } }), object({ b: text }, ['b'])] },
  ],
];

test.each(rows)('an answer: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(...answers(before, after)))).toEqual(want);
});

const ok: Json = { description: 'ok', ...json(field(text)) };
const made: Json = { description: 'made', ...json(field(whole)) };

test.each<[string, Json, Json, ...string[]]>([
  ['another success', { 200: ok }, { 202: ok }, 'I answer status'],
  ['another success with another answer', { 200: ok }, { 202: made }, 'I answer status', 'I answer type: a'],
  ['one more success', { 200: ok }, { 200: ok, 202: made }, '- answer status'],
  ['one success less', { 200: ok, 201: made }, { 200: ok }, 'I answer status'],
  ['one more error', { 200: ok }, { 200: ok, 404: { description: 'none' } }, '- answer status'],
  ['one error less', { 200: ok, 404: { description: 'none' } }, { 200: ok }, '- answer status'],
  ['another error', { 200: ok, 404: ok }, { 200: ok, 404: made }, '- answer type: a'],
  [
    'a text for JSON',
    { 200: ok },
    { 200: { description: 'ok', content: { 'text/plain': { schema: text } } } },
    '- behaviour: personalData',
    'MI answer format',
  ],
  ['nothing for JSON', { 200: ok }, { 200: { description: 'ok' } }, '- behaviour: personalData', 'MI answer format'],
  [
    'another JSON',
    { 200: ok },
    { 200: { content: { 'application/problem+json': { schema: field(text) } } } },
    '- answer format',
  ],
  [
    'one more media type',
    { 200: ok },
    { 200: { content: { ...(ok.content as Json), 'text/csv': {} } } },
    '- behaviour: personalData',
    '- answer format',
  ],
  [
    'other error codes',
    { 200: ok, 404: { 'x-error-codes': ['a'] } },
    { 200: ok, 404: { 'x-error-codes': ['b'] } },
    '- answer status',
  ],
  ['other words', { 200: ok }, { 200: { ...ok, description: 'fine' } }],
])('answers: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(...operations({ responses: before }, { responses: after })))).toEqual(want);
});

describe('a list that is answered', () => {
  const pets = (schema: Json, paging?: Json, shared: Json = {}): Json =>
    document(
      {
        '/pets': {
          get: {
            responses: { 200: { description: 'ok', ...json(schema) } },
            ...(paging && { 'x-mcp': { pagination: paging } }),
          },
        },
      },
      shared,
    );
  const at = (key: string): Json => object({ type: { ...text, enum: ['list'] }, [key]: listOf(text) });
  const paged = { style: 'none', items: 'data' };
  test.each<[string, Json, Json, ...string[]]>([
    [
      'at another place',
      pets(at('data'), paged),
      pets(at('pets'), { style: 'none', items: 'pets' }),
      'MI answer list: data',
    ],
    [
      'at another place that only the facts know',
      pets(at('data'), paged),
      pets(at('data'), { style: 'none', items: 'rows' }),
      'MI answer list: rows',
    ],
    ['at another place, of a list that is not paged', pets(at('data')), pets(at('pets')), 'MI answer list: data'],
    [
      'that is gone',
      pets(at('data'), paged),
      pets(object({ type: { ...text, enum: ['list'] } }), paged),
      'MI answer list: data',
    ],
    [
      'that becomes one thing',
      pets(at('data'), paged),
      pets(object({ type: { ...text, enum: ['list'] }, data: text }), paged),
      'MI answer list: data',
    ],
    ['that pages now', pets(at('data')), pets(at('data'), paged), 'MI paging'],
    [
      'that pages by number now',
      pets(at('data'), { ...paged, style: 'cursor' }),
      pets(at('data'), { ...paged, style: 'page' }),
      '- paging',
    ],
    [
      'of larger pages',
      pets(at('data'), { ...paged, max: 50 }),
      pets(at('data'), { ...paged, max: 150 }),
      '- paging: limit',
    ],
  ])('%s', (_, before, after, ...want) => {
    expect(lines(changesOf(before, after))).toEqual(want);
  });

  test('of a shared schema by another name is another type for programs', () => {
    const named = (name: string): Json =>
      pets(object({ data: listOf(ref(name)) }), paged, { [name]: object({ b: text }) });
    expect(changesOf(named('cat'), named('feline'))).toMatchObject([
      { kind: 'export renamed', from: 'Cat', to: 'Feline' },
    ]);
  });
});

test('a header is told wherever it is declared, and not where it is declared otherwise', () => {
  const of = (header: Json, shared: Json = {}): Json => {
    const responses = { 200: { description: 'ok', headers: { 'X-Left': header } } };
    const made = document({ '/pets': { get: { responses } } });
    return { ...made, components: { schemas: {}, headers: shared } };
  };
  const left = { $ref: '#/components/headers/Left' };
  const shared = of(left, { Left: { schema: text } });
  expect(lines(changesOf(shared, of(left, { Left: { schema: { type: 'integer' } } })))).toEqual(['- answer status']);
  expect(changesOf(shared, of({ schema: text, description: 'fine' }))).toEqual([]);
});

test('a shared schema that is written where it is used takes its type along, unless it is exported elsewhere', () => {
  const cat = object({ b: text });
  expect(changesOf(...answers(ref('cat'), cat, [{ cat }, { cat }]))).toMatchObject([
    { kind: 'export renamed', breaks: ['importers'], from: 'Cat' },
  ]);
  const two = (schema: Json): Json => {
    const of = (one: Json): Json => ({ get: { responses: { 200: { description: 'ok', ...json(one) } } } });
    return document({ '/a': of(schema), '/b': of(ref('cat')) }, { cat });
  };
  expect(changesOf(two(ref('cat')), two(cat))).toEqual([]);
});
