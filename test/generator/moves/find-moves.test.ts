import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { findMoves } from '../../../generator/moves/find-moves.ts';

const operation = (operationId?: string, more: Json = {}) => ({
  ...(operationId !== undefined && { operationId }),
  tags: ['Pets'],
  responses: { 200: { description: '', ...more } },
});
const moves = (before: Json, after: Json) => {
  const text = ({ path, method }: { path: string; method: string }) => `${method} ${path}`;
  return findMoves({ paths: before }, { paths: after }).operations.map(
    ({ from, to, isCertain }) => `${text(from)} -> ${text(to)}${isCertain ? '' : '?'}`,
  );
};

describe('an operation', () => {
  test.each<[string, { before: Json; after: Json; want: string[] }]>([
    [
      'that stands elsewhere under its operationId has moved',
      {
        before: { '/a/{id}/tags': { get: operation('list') } },
        after: { '/b': { get: operation('list') } },
        want: ['get /a/{id}/tags -> get /b'],
      },
    ],
    [
      'whose method changed has moved',
      {
        before: { '/a/{id}': { put: operation('change') } },
        after: { '/a/{key}': { patch: operation('change') } },
        want: ['put /a/{id} -> patch /a/{key}'],
      },
    ],
    [
      'whose parameters are called otherwise has not',
      { before: { '/a/{id}': { get: operation('x') } }, after: { '/a/{key}': { get: operation('y') } }, want: [] },
    ],
    [
      'that is still there has not, though another has its operationId now',
      {
        before: { '/a': { get: operation('x') } },
        after: { '/a': { get: operation('y') }, '/b': { get: operation('x') } },
        want: [],
      },
    ],
    [
      'whose operationId stands twice has not for certain',
      {
        before: { '/pets/list': { get: operation('x') } },
        after: { '/pets/list_all': { get: operation('x') }, '/q': { get: operation('x') } },
        want: ['get /pets/list -> get /pets/list_all?'],
      },
    ],
    [
      'without an operationId may have, where words and answers are alike',
      {
        before: { '/reports/{id}/export': { get: operation() }, '/x': { delete: operation() } },
        after: { '/reports/{id}/exports': { get: operation() }, '/y': { put: operation() } },
        want: ['get /reports/{id}/export -> get /reports/{id}/exports?'],
      },
    ],
    [
      'that fits two new places equally has gone',
      {
        before: { '/pets/find': { get: operation() } },
        after: { '/pets/find/a': { get: operation() }, '/pets/find/b': { get: operation() } },
        want: [],
      },
    ],
    ['that is gone has not', { before: { '/a': { get: operation('x') } }, after: { '/b': {} }, want: [] }],
  ])('%s', (_, { before, after, want }) => {
    expect(moves(before, after)).toEqual(want);
  });
});

describe('a schema', () => {
  const pet = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  const schemas = (before: Json, after: Json) =>
    findMoves({ components: { schemas: before } }, { components: { schemas: after } }).schemas;
  const whole = pet('id', 'name', 'born_at');

  test('of the same content under another name is it, in whatever order', () => {
    const { properties, type } = whole;
    expect(schemas({ pet: whole }, { animal: { properties, type } })).toEqual([
      { from: 'pet', to: 'animal', isCertain: true },
    ]);
  });

  test('that refers to itself and to another that moved is it as well', () => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const group = (own: string, other: string) => ({ properties: { all: ref(own), pets: { items: ref(other) } } });
    expect(
      schemas({ group: group('group', 'pet'), pet: whole }, { herd: group('herd', 'animal'), animal: whole }),
    ).toEqual([
      { from: 'pet', to: 'animal', isCertain: true },
      { from: 'group', to: 'herd', isCertain: true },
    ]);
  });

  test('may be one of nearly the same properties', () => {
    expect(schemas({ pet: whole }, { animal: pet('id', 'name', 'born_on', 'born_at') })).toEqual([
      { from: 'pet', to: 'animal', isCertain: false },
    ]);
  });

  test('is not one that says nearly nothing, nor one of two, nor one that was there', () => {
    expect(schemas({ a: { type: 'string' } }, { b: { type: 'string' } })).toEqual([]);
    expect(schemas({ a: whole }, { b: whole, c: whole })).toEqual([]);
    expect(schemas({ a: whole, b: whole }, { b: whole })).toEqual([]);
  });
});
