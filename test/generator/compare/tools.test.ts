import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../generator/compare/compare-surfaces.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { changesOf, document, json, lines, object, surfaceFrom } from './support/compared.ts';

const text = { type: 'string' };

function operation(more: Json = {}): Json {
  return { tags: ['Pets'], responses: { 200: { description: 'ok', ...json(object({ ok: text })) } }, ...more };
}

/** Two surfaces of one tool, the second with this in its entry. */
function entries(more: Partial<CatalogEntry> & Json, before: Partial<CatalogEntry> = {}): [Surface, Surface] {
  const surface = surfaceFrom(document({ '/pets': { get: operation() } }));
  const withMore = (own: object): Surface => ({
    ...surface,
    catalog: surface.catalog.map((entry) => ({ ...entry, ...own })),
  });
  return [withMore(before), withMore(more)];
}

test.each<[string, Partial<CatalogEntry> & Json, Partial<CatalogEntry>, ...string[]]>([
  ['nothing', {}, {}],
  ['its name', { name: 'find_pet' }, {}, 'M tool renamed'],
  [
    'its name, and the old one is an alias',
    { name: 'find_pet', aliases: [{ name: 'old', until: '2027-01-31' }] },
    { name: 'old' },
    '- tool renamed',
  ],
  ['its export', { function: 'findPet' }, {}, 'I export renamed'],
  ['its module', { module: 'animals' }, {}, 'I module moved'],
  ['a tag for another', { tags: ['animals'] }, {}, 'M tags'],
  ['one more tag', { tags: ['pets', 'animals'] }, { tags: ['pets'] }, '- tags'],
  ['the order of tags', { tags: ['pets', 'animals'] }, { tags: ['animals', 'pets'] }],
  ['its class', { class: 'action' }, {}, 'M behaviour: class'],
  ['that it writes', { access: 'write' }, { access: 'read' }, 'M behaviour: access'],
  ['that it only reads', { access: 'read' }, { access: 'write' }, 'M behaviour: access'],
  ['that it destroys', { destructive: true }, { destructive: false }, 'M behaviour: destructive'],
  ['that it destroys nothing', { destructive: false }, { destructive: true }, 'M behaviour: destructive'],
  ['that it answers personal data', { personalData: true }, {}, '- behaviour: personalData'],
  ['its hints', { annotations: { idempotentHint: true } }, { annotations: {} }, '- behaviour: annotations'],
])('what changed of a tool: %s', (_, more, before, ...want) => {
  expect(lines(compareSurfaces(...entries(more, before)))).toEqual(want);
});

test.each<[string, Partial<CatalogEntry>, Partial<CatalogEntry>, ...string[]]>([
  ['its title', { title: 'Pet' }, {}, 'words title'],
  ['its description', { description: 'A pet.' }, {}, 'words description'],
  ['words of an argument', takes({ a: { ...text, description: 'x' } }), takes({ a: text }), 'words a'],
  [
    'words deep in an argument',
    takes({ a: { items: { description: 'x' } } }),
    takes({ a: { items: {} } }),
    'words a[]',
  ],
  ['what it costs, by half', { tokens: 300 }, { tokens: 200 }, 'tokens '],
  ['what it costs, by little', { tokens: 210 }, { tokens: 200 }],
])('what is cosmetic: %s', (_, more, before, ...want) => {
  const changes = compareSurfaces(...entries({ ...more }, before));
  expect(changes.map(({ kind, place }) => `${kind} ${place}`)).toEqual(want);
  expect(changes.map(({ label }) => label)).toEqual(want.map(() => 'cosmetic'));
});

function takes(properties: Json): Partial<CatalogEntry> {
  return { inputSchema: { type: 'object', properties } };
}

describe('which operation became which', () => {
  const get = (operationId: string | undefined, more: Json = {}): Json => ({
    get: operation({ ...(operationId !== undefined && { operationId }), 'x-mcp': { name: 'pet' }, ...more }),
  });
  const id = (name: string): Json => ({ parameters: [{ name, in: 'path', required: true, schema: text }] });
  test.each<[string, Json, Json, ...string[]]>([
    ['a new one', {}, { '/pets': get('a') }, '- tool added'],
    ['one that is gone', { '/pets': get('a') }, {}, 'MI tool removed'],
    ['another id alone', { '/pets': get('a') }, { '/pets': get('b') }],
    ['another path', { '/pets': get('a') }, { '/animals': get('a') }, '- operation moved'],
    ['another path and no id', { '/pets': get(undefined) }, { '/animals': get(undefined) }, 'M operation moved'],
    [
      'another name of what is in the path',
      { '/pets/{pet_id}': get('a', id('pet_id')) },
      { '/pets/{key}': get('a', id('key')) },
      'MI argument renamed: key',
    ],
    [
      'another name that the tool does not take over',
      { '/pets/{pet_id}': get('a', id('pet_id')) },
      { '/pets/{key}': get('a', { ...id('key'), 'x-mcp': { name: 'pet', rename: { key: 'pet_id' } } }) },
    ],
    [
      'another method',
      { '/pets': get('a') },
      { '/pets': { post: operation({ operationId: 'a', 'x-mcp': { name: 'pet' } }) } },
      '- operation moved',
      'M behaviour: class',
      'M behaviour: access',
      'MI argument removed: fields',
    ],
    [
      'one that moved while another took its path',
      { '/pets': get('a') },
      { '/animals': get('a'), '/pets': get('b', { 'x-mcp': { name: 'other' } }) },
      '- tool added',
      '- operation moved',
    ],
    [
      'two that exchanged their ids stay where they are',
      { '/a': get('a', { 'x-mcp': { name: 'one' } }), '/b': get('b', { 'x-mcp': { name: 'two' } }) },
      { '/a': get('b', { 'x-mcp': { name: 'one' } }), '/b': get('a', { 'x-mcp': { name: 'two' } }) },
    ],
    [
      'two that one id could be of',
      { '/a': get('a', { 'x-mcp': { name: 'one' } }) },
      { '/b': get('a', { 'x-mcp': { name: 'two' } }), '/c': get('a', { 'x-mcp': { name: 'three' } }) },
      '- tool added',
      '- tool added',
      'MI tool removed',
    ],
  ])('%s', (_, before, after, ...want) => {
    expect(lines(changesOf(document(before), document(after)))).toEqual(want);
  });
});

test.each<[string, Json, Json, ...string[]]>([
  ['deprecated', {}, { deprecated: true }, '- deprecation'],
  ['deprecated no more', { deprecated: true }, {}, '- deprecation'],
  ['not deprecated, said', {}, { deprecated: false }],
  ['something that nothing is known of', {}, { callbacks: { done: {} } }, '- behaviour: callbacks'],
  ['other words', {}, { externalDocs: { url: 'x' } }],
])('an operation that is %s', (_, before, after, ...want) => {
  const of = (more: Json): Json => document({ '/pets': { get: operation(more) } });
  expect(lines(changesOf(of(before), of(after)))).toEqual(want);
});

test.each<[string, Record<string, string[]>, Record<string, string[]>, ...string[]]>([
  ['the same', { a: ['x'] }, { a: ['x'] }],
  ['one tag less', { a: ['x', 'y'] }, { a: ['x'] }, 'M tags: groups.a'],
  ['one tag more', { a: ['x'] }, { a: ['x', 'y'] }, '- tags: groups.a'],
  ['gone', { a: ['x'] }, {}, 'M tags: groups.a'],
  ['new', {}, { a: ['x'] }, '- tags: groups.a'],
])('a group that is %s', (_, before, after, ...want) => {
  const of = (groups: Record<string, string[]>): Json =>
    document({ '/pets': { get: operation() } }, {}, { 'x-mcp': { groups } });
  const changes = changesOf(of(before), of(after));
  expect(lines(changes)).toEqual(want);
  expect(changes.every(({ tool }) => tool === undefined)).toBe(true);
});

test('without an earlier surface every tool is added', () => {
  const after = surfaceFrom(document({ '/pets': { get: operation(), post: operation() } }));
  expect(lines(compareSurfaces(undefined, after))).toEqual(['- tool added', '- tool added']);
});
