import { expect, test } from 'vitest';
import { readCodeInput } from '../../../runtime/code/code-input.ts';

const plain = { code: 'return 1', dryRun: false, confirmationToken: undefined };

test.each<[string, unknown, object]>([
  ['as it should be', { code: 'return 1' }, plain],
  ['the program by itself', 'return 1', plain],
  [
    'a program that begins like an object',
    '{ const a = 1; return a }',
    { ...plain, code: '{ const a = 1; return a }' },
  ],
  ['JSON as text', '{"code":"return 1","dry_run":"true"}', { ...plain, dryRun: true }],
  ['under arguments', { arguments: { code: 'return 1' } }, plain],
  ['under input, as text', { input: '{"code":"return 1"}' }, plain],
  ['with what clients add', { code: 'return 1', toolCallId: 'x', sessionId: 'y' }, plain],
  ['by another name', { script: 'return 1' }, plain],
  ['nulls', { code: 'return 1', dry_run: null, confirmation_token: null }, plain],
  ['a dry run in words', { code: 'return 1', dry_run: 'yes' }, { ...plain, dryRun: true }],
  ['with a token', { code: 'return 1', confirmation_token: 't' }, { ...plain, confirmationToken: 't' }],
])('%s', (_, raw, expected) => {
  expect(readCodeInput(raw)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'code: must be the text of a program'],
  ['null', null, 'code: must be the text of a program'],
  ['an empty one', { code: ' ' }, 'code: must be the text of a program'],
  ['a number', { code: 5 }, 'code: must be the text of a program'],
  ['a list', [], 'the arguments must be one object'],
  ['a dry run that may be none', { code: 'return 1', dry_run: 'maybe' }, 'dry_run: must be true or false'],
])('refused: %s', (_, raw, said) => {
  expect(() => readCodeInput(raw)).toThrow(said);
});
