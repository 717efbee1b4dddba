import { expect, test } from 'vitest';
import { errorFields, WorldError } from '../../../runtime/code/error-fields.ts';
import { ApiError, NetworkError, ResponseError, TimeoutError } from '../../../runtime/http/errors.ts';
import { InputError, ToolkitError } from '../../../runtime/value/errors.ts';

const api = new ApiError({
  status: 404,
  errors: [{ code: 'not_found' }],
  message: 'gone',
  help: 'look',
  requestId: 'r1',
});

test.each<[string, unknown, object]>([
  [
    'wrong arguments',
    new InputError([
      { argument: 'a.b', message: 'must be old_name' },
      { argument: 'c', message: 'is missing' },
    ]),
    {
      kind: 'input',
      argument: 'a.b',
      problems: [
        { argument: 'a.b', message: 'must be newName' },
        { argument: 'c', message: 'is missing' },
      ],
    },
  ],
  ['an answer of the API', api, { kind: 'api', status: 404, code: 'not_found', request_id: 'r1', message: 'gone' }],
  ['an answer that cannot be used', new ResponseError({ status: 200 }, 'no JSON', 'again'), { kind: 'api' }],
  ['no connection', new NetworkError('a.example', 'broken', 'again'), { kind: 'network' }],
  ['no answer', new TimeoutError('a.example', 1000, 'again'), { kind: 'timeout' }],
  ['no consent', new WorldError('consent', 'nobody agreed', 'ask'), { kind: 'consent' }],
  [
    'a right that ended',
    new ToolkitError('revoked', 'the token ended', 'ask for another'),
    { kind: 'refused', help: 'ask for another' },
  ],
])('%s', (_, error, expected) => {
  const fields = errorFields(error, 'getThing', (text) => text.replaceAll('old_name', 'newName'));
  expect(fields).toMatchObject({
    function: 'getThing',
    help: expect.any(String),
    message: expect.any(String),
    ...expected,
  });
});

test('of a bug nothing but its kind is told', () => {
  const fields = errorFields(new TypeError('secret token abc'), '', (text) => text);
  expect(fields).toMatchObject({ kind: 'server', message: 'the call failed inside the server (TypeError)' });
  expect(JSON.stringify(fields)).not.toContain('secret');
  expect(errorFields('secret', 'f', (text) => text)).toMatchObject({
    kind: 'server',
    message: expect.not.stringContaining('secret'),
  });
});
