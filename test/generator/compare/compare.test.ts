import { describe, expect, test } from 'vitest';
import { compareCatalogs } from '../../../generator/compare/compare.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';

function entry(more: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    name: 'get_pet',
    title: 'Get pet',
    description: 'Get one pet.',
    class: 'get',
    access: 'read',
    destructive: false,
    tags: ['pets'],
    method: 'GET',
    path: '/pets/{id}',
    module: 'pets',
    tokens: 50,
    inputSchema: { type: 'object' },
    annotations: { readOnlyHint: true },
    ...more,
  };
}
function takes(properties: Json, required: string[] = []): CatalogEntry {
  return entry({ inputSchema: { type: 'object', properties, required } });
}
const text = { type: 'string' };

describe('what a new catalogue changes', () => {
  test.each<[string, { given: [CatalogEntry[], CatalogEntry[]]; want: [string, string, boolean, string[]][] }]>([
    ['nothing', { given: [[entry()], [entry()]], want: [] }],
    ['a new tool', { given: [[], [entry()]], want: [['get_pet', 'added', false, []]] }],
    ['a tool that is gone', { given: [[entry()], []], want: [['get_pet', 'removed', true, ['GET /pets/{id}']]] }],
    [
      'another name',
      { given: [[entry()], [entry({ name: 'find_pet' })]], want: [['find_pet', 'renamed', true, ['was get_pet']]] },
    ],
    ['another title', { given: [[entry()], [entry({ title: 'Pet' })]], want: [['get_pet', 'words', false, []]] }],
    [
      'another description',
      { given: [[entry()], [entry({ description: 'A pet.' })]], want: [['get_pet', 'words', false, []]] },
    ],
    [
      'other words of an argument',
      {
        given: [[takes({ a: { ...text, description: 'x' } })], [takes({ a: { ...text, description: 'y' } })]],
        want: [['get_pet', 'words', false, []]],
      },
    ],
    [
      'other words deep in an argument',
      {
        given: [
          [takes({ a: { type: 'array', items: { ...text, description: 'x' } } })],
          [takes({ a: { type: 'array', items: text } })],
        ],
        want: [['get_pet', 'words', false, []]],
      },
    ],
    [
      'an argument more',
      {
        given: [[takes({ a: text })], [takes({ a: text, b: text })]],
        want: [['get_pet', 'arguments', false, ['+ b']]],
      },
    ],
    [
      'a required argument more',
      {
        given: [[takes({ a: text })], [takes({ a: text, b: text }, ['b'])]],
        want: [['get_pet', 'arguments', true, ['+ b (required)']]],
      },
    ],
    [
      'an argument less',
      { given: [[takes({ a: text })], [takes({})]], want: [['get_pet', 'arguments', true, ['- a']]] },
    ],
    [
      'now required',
      {
        given: [[takes({ a: text })], [takes({ a: text }, ['a'])]],
        want: [['get_pet', 'arguments', true, ['a is now required']]],
      },
    ],
    [
      'now optional',
      {
        given: [[takes({ a: text }, ['a'])], [takes({ a: text })]],
        want: [['get_pet', 'arguments', false, ['a is now optional']]],
      },
    ],
    [
      'another type',
      {
        given: [[takes({ a: text })], [takes({ a: { type: 'integer' } })]],
        want: [['get_pet', 'arguments', true, ['a takes other values']]],
      },
    ],
    [
      'an argument called description',
      {
        given: [
          [takes({ a: { type: 'object', properties: { description: text } } })],
          [takes({ a: { type: 'object', properties: {} } })],
        ],
        want: [['get_pet', 'arguments', true, ['a takes other values']]],
      },
    ],
    [
      'the order of keys',
      {
        given: [[takes({ a: { type: 'string', minLength: 1 } })], [takes({ a: { minLength: 1, type: 'string' } })]],
        want: [],
      },
    ],
    [
      'now destructive',
      {
        given: [[entry()], [entry({ destructive: true, access: 'write' })]],
        want: [['get_pet', 'behaviour', true, ['access: read -> write', 'destructive: false -> true']]],
      },
    ],
    ['tokens and tags alone', { given: [[entry()], [entry({ tokens: 60, tags: ['x'] })]], want: [] }],
    [
      'several at once, in the order of names',
      {
        given: [
          [entry({ path: '/z', name: 'z' }), entry()],
          [entry({ name: 'find_pet', title: 'x' }), entry({ path: '/a', name: 'a' })],
        ],
        want: [
          ['a', 'added', false, []],
          ['find_pet', 'renamed', true, ['was get_pet']],
          ['find_pet', 'words', false, []],
          ['z', 'removed', true, ['GET /z']],
        ],
      },
    ],
  ])('%s', (_name, { given: [before, after], want }) => {
    const changes = compareCatalogs(before, after);
    expect(changes.map(({ tool, kind, breaking, details }) => [tool, kind, breaking, details])).toEqual(want);
  });
});

describe('definitions that arguments refer to', () => {
  const search = (filter: Json): CatalogEntry =>
    entry({ inputSchema: { type: 'object', properties: { query: { $ref: '#/$defs/filter' } }, $defs: { filter } } });

  test('other values in a definition are breaking', () => {
    const changes = compareCatalogs([search({ enum: ['a', 'b'] })], [search({ enum: ['a'] })]);
    expect(changes.map(({ kind, breaking, details }) => [kind, breaking, details])).toEqual([
      ['arguments', true, ['query takes other values']],
    ]);
  });

  test('other words in a definition are not', () => {
    const changes = compareCatalogs([search({ enum: ['a'], description: 'x' })], [search({ enum: ['a'] })]);
    expect(changes.map(({ kind, breaking }) => [kind, breaking])).toEqual([['words', false]]);
  });
});

describe('values that an argument takes', () => {
  const enumOf = (...values: string[]): CatalogEntry => takes({ a: { type: 'string', enum: values } });

  test.each<[string, { given: [CatalogEntry, CatalogEntry]; want: [boolean, string[]] }]>([
    ['a value more', { given: [enumOf('x'), enumOf('x', 'y')], want: [false, ['a also takes y']] }],
    ['the same values in another order', { given: [enumOf('x', 'y'), enumOf('y', 'x')], want: [false, []] }],
    ['a value less', { given: [enumOf('x', 'y'), enumOf('x')], want: [true, ['a takes other values']] }],
    ['another value', { given: [enumOf('x'), enumOf('y')], want: [true, ['a takes other values']] }],
  ])('%s', (_name, { given: [before, after], want }) => {
    expect(compareCatalogs([before], [after]).map(({ breaking, details }) => [breaking, details])).toEqual([want]);
  });
});
