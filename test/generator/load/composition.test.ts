import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { lintComposition } from '../../../generator/load/composition.ts';

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas in a row, each made of the next one. */
function row(count: number, link: (next: Json, at: number) => Json): Json {
  const schemas = Array.from({ length: count }, (_, at): [string, Json] => [`S${at}`, link(to(`S${at + 1}`), at)]);
  return { components: { schemas: Object.fromEntries([...schemas, [`S${count}`, { type: 'string' }]]) } };
}

test.each<[string, Json, RegExp | undefined]>([
  ['a chain', row(90, (next) => next), undefined],
  ['a chain that is too long', row(3000, (next) => next), /^the schema S0 is made of others of more than 100/],
  ['parts of parts', row(40, (next, at) => ({ allOf: [next, { type: 'object', title: `${at}` }] })), undefined],
  ['parts of parts of parts', row(300, (next) => ({ allOf: [next] })), /more than 100 schemas/],
  ['choices of choices', row(40, (next) => ({ oneOf: [next, next] })), /in more than 10000 ways/],
  ['choices in properties', row(40, (next) => ({ properties: { a: next, b: next } })), undefined],
  ['itself', { components: { schemas: { S0: to('S1'), S1: { anyOf: [to('S0')] } } } }, /or of itself/],
  ['itself in a property', { components: { schemas: { S0: { properties: { a: to('S0') } } } } }, undefined],
])('%s', (_, document, expected) => {
  const [first] = lintComposition(document);
  if (expected === undefined) expect(first).toBeUndefined();
  else expect(first).toMatchObject({ code: 'SCHEMA_TOO_DEEP', message: expect.stringMatching(expected) });
});
