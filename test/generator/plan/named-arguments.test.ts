import { expect, test } from 'vitest';
import { namedArguments } from '../../../generator/plan/named-arguments.ts';

const id = { type: 'string' } as const;
const list = { type: 'array', items: id } as const;

test.each([
  ['an argument by its name', { admin_id: id, body: id }, {}, { admin_id: ['admin'] }],
  [
    'deeper ones, and items of lists',
    { a: { type: 'object', properties: { tag_ids: list } } },
    {},
    { 'a.tag_ids': ['tag'] },
  ],
  [
    'those in a map, and in any form of a union',
    {
      texts: {
        anyOf: [
          { type: 'object', additionalProperties: { type: 'object', properties: { admin_id: id } } },
          { type: 'null' },
        ],
      },
    },
    {},
    { 'texts.*.admin_id': ['admin'] },
  ],
  [
    'one of a name of its own',
    { from: { type: 'object', properties: { id } } },
    { 'from.id': ['admin'] },
    { 'from.id': ['admin'] },
  ],
  ['none that is taken back', { admin_id: id }, { admin_id: [] }, {}],
  ['none that is not there', { body: id }, { tag_id: ['tag'] }, {}],
])('%s', (_, properties, names, want) => {
  const common = { admin_id: ['admin'], tag_ids: ['tag'] };
  expect(namedArguments({ type: 'object', properties }, { names }, common)).toEqual(want);
});

test('a property of every object is no name that the API has', () => {
  const properties = JSON.parse('{"constructor":{"type":"string"},"__proto__":{"type":"string"}}');
  expect(namedArguments({ type: 'object', properties }, {}, {})).toEqual({});
});
