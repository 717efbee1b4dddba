import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { cutCompositions } from '../../../generator/load/composition.ts';

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas in a row, each made of the next one. */
function row(count: number, link: (next: Json, at: number) => Json): Json {
  const schemas = Array.from({ length: count }, (_, at): [string, Json] => [`S${at}`, link(to(`S${at + 1}`), at)]);
  return { components: { schemas: Object.fromEntries([...schemas, [`S${count}`, { type: 'string' }]]) } };
}

test.each<[string, Json, RegExp | undefined]>([
  ['a chain', row(90, (next) => next), undefined],
  ['a chain that is too long', row(3000, (next) => next), /^the schema is made of others more than 100 levels deep/],
  ['parts of parts', row(40, (next, at) => ({ allOf: [next, { type: 'object', title: `${at}` }] })), undefined],
  ['parts of parts of parts', row(300, (next) => ({ allOf: [next] })), /more than 100 levels deep/],
  ['choices of choices', row(40, (next) => ({ oneOf: [next, next] })), /in more than 10000 ways/],
  ['choices in properties', row(40, (next) => ({ properties: { a: next, b: next } })), undefined],
  ['itself', { components: { schemas: { S0: to('S1'), S1: { anyOf: [to('S0')] } } } }, /and of itself/],
  ['itself in a property', { components: { schemas: { S0: { properties: { a: to('S0') } } } } }, undefined],
  [
    'itself in an operation',
    { paths: { '/a': { get: { parameters: [{ schema: to('S') }] } } }, ...own() },
    /and of itself/,
  ],
])('%s', (_, document, expected) => {
  const { document: cut, diagnostics } = cutCompositions(document);
  const [first] = diagnostics;
  if (expected === undefined) expect([first, cut]).toEqual([undefined, document]);
  else expect(first).toMatchObject({ code: 'SCHEMA_TOO_DEEP', message: expect.stringMatching(expected) });
  expect(cutCompositions(cut).diagnostics).toEqual([]);
});

function own(): Json {
  return { components: { schemas: { S: { allOf: [to('S'), { type: 'object' }] } } } };
}

test('only where the circle closes is a schema open: what stands beside it stays', () => {
  const a = { allOf: [to('B')], properties: { a: {} } };
  const b = { allOf: [to('A'), { properties: { c: {} } }], properties: { b: {} } };
  const { document, diagnostics } = cutCompositions({ components: { schemas: { A: a, B: b, C: to('A') } } });
  expect(diagnostics.map(({ pointer }) => pointer)).toEqual(['/components/schemas/B/allOf/0']);
  const opened = { ...b, allOf: [{}, { properties: { c: {} } }] };
  expect(document).toEqual({ components: { schemas: { A: a, B: opened, C: to('A') } } });
});
