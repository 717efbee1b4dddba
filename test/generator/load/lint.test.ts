import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { lint } from '../../../generator/load/lint.ts';
import { description } from '../support/fixture.ts';

describe('what has to be right in a description', () => {
  test.each<[string, { given: Json; want: [string, string, string][] }]>([
    ['nothing wrong', { given: { '/pets': { get: {} } }, want: [] }],
    [
      'no operation',
      {
        given: { '/pets': { parameters: [], trace: {} } },
        want: [['NO_OPERATIONS', 'there is no operation to make a tool of', '/paths']],
      },
    ],
    [
      'one operationId twice',
      {
        given: { '/pets': { get: { operationId: 'pets' }, post: { operationId: 'pets' } } },
        want: [
          [
            'OPERATION_ID_TWICE',
            'pets is the operationId of GET /pets and of POST /pets',
            '/paths/~1pets/post/operationId',
          ],
        ],
      },
    ],
    [
      'no operationId twice',
      { given: { '/pets': { get: {}, post: { operationId: '' }, put: { operationId: '' } } }, want: [] },
    ],
  ])('%s', (_name, { given, want }) => {
    const found = lint(description(given));
    expect(found.map(({ code, message, pointer }) => [code, message, pointer])).toEqual(want);
  });

  test('what stops and what does not', () => {
    const twice = { '/pets': { get: { operationId: 'pets' }, post: { operationId: 'pets' } } };
    expect(lint(description(twice))[0]?.severity).toBe('warning');
    expect(lint(description({}))[0]?.severity).toBe('error');
  });

  test('no paths at all', () => {
    expect(lint({ openapi: '3.0.3' }).map(({ code }) => code)).toEqual(['NO_OPERATIONS']);
  });
});
