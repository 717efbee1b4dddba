import { expect, test } from 'vitest';
import { flattenBody } from '../../../generator/normalize/body.ts';

const string = { type: 'string' };
const person = { type: 'object', properties: { id: string, email: string } };
function flatten(properties: Record<string, unknown>) {
  return flattenBody({ type: 'object', properties }, () => undefined, { required: true }).fields;
}

test('an object whose forms need different properties stays a union: one object could not say that one is needed', () => {
  const [field] = flatten({ user: { ...person, anyOf: [{ required: ['id'] }, { required: ['email'] }] } });
  expect(field?.schema).toEqual({
    anyOf: [
      { type: 'object', properties: { id: string, email: string }, required: ['id'] },
      { type: 'object', properties: { id: string, email: string }, required: ['email'] },
    ],
  });
});

test('an object of which one form needs nothing is one object', () => {
  const [field] = flatten({ user: { ...person, anyOf: [{ required: ['id'] }, {}] } });
  expect(field?.schema).toEqual({ type: 'object', properties: { id: string, email: string } });
});

test('what all forms need is needed by the one object that they become', () => {
  const both = [{ required: ['id'] }, { required: ['id'], properties: { untag: { type: 'boolean' } } }];
  const [field] = flatten({ user: { ...person, anyOf: both } });
  expect(field?.schema).toEqual({
    type: 'object',
    properties: { id: string, email: string, untag: { type: 'boolean' } },
    required: ['id'],
  });
});

test('lists whose forms differ in two properties stay apart: one list would take pairs that none of them takes', () => {
  const form = (kind: unknown, note: unknown, words: string) => ({
    type: 'object',
    properties: { kind, note, same: { type: 'string', description: words } },
  });
  const list = { type: 'string', enum: ['list'] };
  const text = { type: 'string', enum: ['text', 'list'] };
  const forms = [form(list, string, 'of one'), form(text, { type: 'integer' }, 'of another')];
  for (const anyOf of [forms, forms.toReversed()]) {
    const [field] = flatten({ parts: { anyOf: anyOf.map((items) => ({ type: 'array', items })) } });
    expect(field?.schema.anyOf?.map(({ type, items }) => [type, items?.properties?.kind?.enum])).toEqual(
      anyOf.map(({ properties: { kind } }) => ['array', (kind as { enum: string[] }).enum]),
    );
  }
});
