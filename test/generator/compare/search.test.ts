import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { changesOf, document, json, lines, object } from './support/compared.ts';

const name = { name: 'name', type: 'string', operators: ['=', '!='] };
const born = { name: 'born', type: 'date', operators: ['>', '<'] };

function pets(search: Json | undefined, more: Json = {}): Json {
  const body = json(object({ query: { type: 'object' }, pagination: { type: 'object' } }, ['query']));
  return document({
    '/pets/search': { post: { requestBody: body, responses: {}, ...(search && { 'x-search': search }), ...more } },
  });
}
function table(fields: readonly Json[], more: Json = {}): Json {
  return { fields, maxNesting: 2, maxFilters: 15, ...more };
}

test.each<[string, Json | undefined, Json | undefined, ...string[]]>([
  ['the same', table([name, born]), table([name, born])],
  ['its order', table([name, born]), table([born, { ...name, operators: ['!=', '='] }])],
  ['a new field', table([name]), table([name, born]), '- search field added: query.born'],
  ['a field that is gone', table([name, born]), table([name]), 'M search field removed: query.born'],
  ['a new operator', table([name]), table([{ ...name, operators: ['=', '!=', '~'] }]), '- search field: query.name'],
  ['an operator less', table([name]), table([{ ...name, operators: ['='] }]), 'M search field: query.name'],
  ['an operator that stands elsewhere', table([name]), table([{ ...name, operators: ['='], extraOperators: ['!='] }])],
  ['another type', table([name]), table([{ ...name, type: 'integer' }]), 'M search field: query.name'],
  ['no type', table([name]), table([{ name: 'name', operators: ['=', '!='] }]), '- search field: query.name'],
  ['values that are listed', table([name]), table([{ ...name, values: ['x'] }]), 'M search field: query.name'],
  ['values that are not listed', table([{ ...name, values: ['x'] }]), table([name]), '- search field: query.name'],
  [
    'one more value',
    table([{ ...name, values: ['x'] }]),
    table([{ ...name, values: ['x', 'y'] }]),
    '- search field: query.name',
  ],
  [
    'one value less',
    table([{ ...name, values: ['x', 'y'] }]),
    table([{ ...name, values: ['x'] }]),
    'M search field: query.name',
  ],
  ['all that begin so', table([name]), table([{ ...name, prefix: 'name.' }]), '- search field: query.name'],
  [
    'all that begin otherwise',
    table([{ ...name, prefix: 'a.' }]),
    table([{ ...name, prefix: 'b.' }]),
    'M search field: query.name',
  ],
  ['more filters', table([name]), table([name], { maxFilters: 20 }), '- search limit: query'],
  ['fewer filters', table([name]), table([name], { maxFilters: 10 }), 'M search limit: query'],
  ['less depth', table([name]), table([name], { maxNesting: 1 }), 'M search limit: query'],
  ['whole days', table([name]), table([name], { wholeDays: true }), '- search limit: query'],
  ['a first table', undefined, table([name]), 'M search field: query'],
])('a search table: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(pets(before), pets(after)))).toEqual(want);
});

test('a query that is gone is an argument that is gone, whatever the table says', () => {
  const without = { requestBody: json(object({ pagination: { type: 'object' } })) };
  expect(lines(changesOf(pets(table([name])), pets(table([name]), without)))).toEqual(['MI argument removed: query']);
});

test('a query that need not be given is told, whatever the table says', () => {
  const body = { ...json(object({ query: { type: 'object' } }, ['query'])), required: false };
  const after = { requestBody: { ...body, required: true } };
  expect(lines(changesOf(pets(table([name]), { requestBody: body }), pets(table([name]), after)))).toEqual([
    'MI argument required: query',
  ]);
});

test.each<[string, Json, Json, ...string[]]>([
  ['a first size', {}, { 'x-page-size': { default: 20 } }, '- paging: limit'],
  ['another size', { 'x-page-size': { default: 20 } }, { 'x-page-size': { default: 50 } }, '- paging: limit'],
  ['a smaller maximum', { 'x-page-size': { maximum: 150 } }, { 'x-page-size': { maximum: 50 } }, '- paging: limit'],
])('the size of a page: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(pets(table([name]), before), pets(table([name]), after)))).toEqual(want);
});
