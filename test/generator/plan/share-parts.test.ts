import { expect, test } from 'vitest';
import { shareParts } from '../../../generator/plan/share-parts.ts';

const person = {
  type: 'object' as const,
  properties: {
    id: { type: 'string' as const, description: 'Of the person, as the list of people has it' },
    kind: { type: 'string' as const, enum: ['user', 'lead', 'visitor'] },
  },
  required: ['id'],
};
const $ref = '#/$defs/to';

test('a large part that stands twice is written once, wherever it stands', () => {
  const schema = {
    type: 'object' as const,
    properties: { to: person, cc: { anyOf: [person, { type: 'array' as const, items: person }] } },
  };
  expect(shareParts(schema)).toEqual({
    type: 'object',
    properties: { to: { $ref }, cc: { anyOf: [{ $ref }, { type: 'array', items: { $ref } }] } },
    $defs: { to: person },
  });
});

test.each([
  ['what stands once', { to: person, cc: { ...person, required: [] } }],
  ['what is small', { to: { type: 'string' as const }, cc: { type: 'string' as const } }],
])('%s stays where it is', (_, properties) => {
  const schema = { type: 'object' as const, properties };
  expect(shareParts(schema)).toEqual(schema);
});

test('a definition that is there keeps its name', () => {
  const schema = {
    type: 'object' as const,
    properties: { to: person, cc: person, who: { $ref } },
    $defs: { to: { type: 'string' as const } },
  };
  expect(shareParts(schema)).toEqual({
    type: 'object',
    properties: { to: { $ref: '#/$defs/to_part' }, cc: { $ref: '#/$defs/to_part' }, who: { $ref } },
    $defs: { to: { type: 'string' }, to_part: person },
  });
});

test('an outer part takes those within along', () => {
  const outer = { type: 'object' as const, properties: { one: person, other: { type: 'string' as const } } };
  const schema = { type: 'object' as const, properties: { a: outer, b: outer, c: person } };
  expect(shareParts(schema)).toEqual({
    type: 'object',
    properties: { a: { $ref: '#/$defs/a' }, b: { $ref: '#/$defs/a' }, c: person },
    $defs: { a: outer },
  });
});
