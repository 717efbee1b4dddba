import { expect, test } from 'vitest';
import { callArguments } from '../../../runtime/code/call-arguments.ts';

const one = { inputSchema: { type: 'object', required: ['contact_id'] } } as const;
const two = { inputSchema: { type: 'object', required: ['contact_id', 'body'] } } as const;
const none = { inputSchema: { type: 'object' } } as const;

test.each<[string, Parameters<typeof callArguments>[0], readonly unknown[], unknown]>([
  ['an object', one, [{ contact_id: '1' }], { contact_id: '1' }],
  ['nothing', none, [], {}],
  ['null', none, [null], {}],
  ['the one required argument by itself', one, ['66a'], { contact_id: '66a' }],
  ['a number', one, [5], { contact_id: 5 }],
  ['what is required, and the rest', one, ['66a', { limit: 5 }], { limit: 5, contact_id: '66a' }],
  ['an object as JSON text', one, ['{"contact_id":"1"}'], '{"contact_id":"1"}'],
])('%s', (_, entry, given, expected) => {
  expect(callArguments(entry, given)).toEqual(expected);
});

test.each<[string, Parameters<typeof callArguments>[0], readonly unknown[], string]>([
  [
    'one value for two arguments',
    two,
    ['66a'],
    'takes one object of arguments, for example { contact_id: …, body: … }',
  ],
  ['values in a row', two, ['66a', 'hello'], 'takes one object'],
  ['a value for no argument', none, ['66a'], 'takes one object of arguments'],
  ['two objects', one, [{ contact_id: '1' }, { limit: 1 }], 'takes one object'],
])('refused: %s', (_, entry, given, said) => {
  expect(() => callArguments(entry, given)).toThrow(said);
});
