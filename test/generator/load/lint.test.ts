import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { lint } from '../../../generator/load/lint.ts';
import { answer, description } from '../support/fixture.ts';

function ref(target: string): Json {
  return { get: { responses: answer({ $ref: target }) } };
}
const schemas = { pet: { type: 'object' }, 'a/b~c': {}, 'a b': {} };
const at = '/paths/~1pets/get/responses/200/content/application~1json/schema';

describe('what has to be right in a description', () => {
  test.each<[string, { given: Json; want: [string, string, string][] }]>([
    ['nothing wrong', { given: { '/pets': ref('#/components/schemas/pet') }, want: [] }],
    [
      'a reference with escapes',
      {
        given: { '/pets': { ...ref('#/components/schemas/a~1b~0c'), put: ref('#/components/schemas/a%20b').get } },
        want: [],
      },
    ],
    [
      'a dangling reference',
      {
        given: { '/pets': ref('#/components/schemas/gone') },
        want: [['REFERENCE_DANGLING', '#/components/schemas/gone leads nowhere', at]],
      },
    ],
    [
      'a reference to another document',
      {
        given: { '/pets': ref('other.yaml#/pet') },
        want: [['REFERENCE_DANGLING', 'other.yaml#/pet leads nowhere', at]],
      },
    ],
    [
      'a reference into a prototype',
      {
        given: { '/pets': ref('#/components/constructor') },
        want: [['REFERENCE_DANGLING', '#/components/constructor leads nowhere', at]],
      },
    ],
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
        want: [['OPERATION_ID_TWICE', 'pets is the operationId of GET /pets and of POST /pets', '']],
      },
    ],
    [
      'no operationId twice',
      { given: { '/pets': { get: {}, post: { operationId: '' }, put: { operationId: '' } } }, want: [] },
    ],
  ])('%s', (_name, { given, want }) => {
    const found = lint(description(given, { components: { schemas } }));
    expect(found.map(({ code, message, pointer }) => [code, message, pointer])).toEqual(want);
  });

  test('what stops and what does not', () => {
    const twice = { '/pets': { get: { operationId: 'pets' }, post: { operationId: 'pets' } } };
    expect(lint(description(twice))[0]?.severity).toBe('warning');
    expect(lint(description({}))[0]?.severity).toBe('error');
    expect(lint(description({ '/pets': ref('#/gone') }))[0]?.severity).toBe('error');
  });

  test('no paths at all', () => {
    expect(lint({ openapi: '3.0.3' }).map(({ code }) => code)).toEqual(['NO_OPERATIONS']);
  });
});
