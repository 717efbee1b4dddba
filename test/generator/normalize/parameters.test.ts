import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { parameterFields } from '../../../generator/normalize/parameters.ts';
import { pathKey } from '../../../generator/normalize/path-parameter.ts';
import { description, lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
function fieldsOf(path: string, parameters: readonly Json[]) {
  return parameterFields(path, parameters, lookupOf(), '/here');
}

describe('the name of a path parameter', () => {
  test.each<[string, string, string]>([
    ['/articles/{id}', 'id', 'article_id'],
    ['/ticket_types/{id}/attributes', 'id', 'ticket_type_id'],
    ['/help_center/collections/{id}', 'id', 'collection_id'],
    ['/{id}', 'id', 'id'],
    ['/pets/{petId}/{id}', 'id', 'id'],
    ['/tickets/{ticket_id}', 'ticket_id', 'ticket_id'],
    ['/pets/{petId}', 'petId', 'pet_id'],
    ['/visitors/{e-mail}', 'e-mail', 'e_mail'],
  ])('%s %s -> %s', (path, name, want) => {
    expect(pathKey(path, name)).toBe(want);
  });
});

describe('path parameters', () => {
  test('are text whatever they are declared as, and required', () => {
    const parameters = [{ name: 'id', in: 'path', schema: { ...number, minimum: 1 } }];
    expect(fieldsOf('/pets/{id}', parameters).fields).toEqual([
      { key: 'pet_id', wire: 'id', in: 'path', required: true, schema: text },
    ]);
  });

  test('keep their enum, and stand in the order of the path', () => {
    const parameters = [
      { name: 'kind', in: 'path', schema: { type: 'string', enum: ['a', 'b'] } },
      { name: 'id', in: 'path', schema: text },
    ];
    expect(fieldsOf('/pets/{id}/{kind}', parameters).fields.map(({ key, schema }) => [key, schema])).toEqual([
      ['pet_id', text],
      ['kind', { type: 'string', enum: ['a', 'b'] }],
    ]);
  });

  test('that are not declared are taken as text, with a warning', () => {
    const { fields, diagnostics } = fieldsOf('/pets/{pet_id}', [{ name: 'pet_id', in: 'query', schema: number }]);
    expect(fields[0]).toEqual({ key: 'pet_id', wire: 'pet_id', in: 'path', required: true, schema: text });
    expect(diagnostics).toMatchObject([
      {
        code: 'PATH_PARAMETER_UNDECLARED',
        severity: 'warning',
        message: '{pet_id} is in the path and not declared',
        pointer: '/here',
      },
    ]);
  });
});

describe('query parameters', () => {
  const query = (name: string, more: Json): Json => ({ name, in: 'query', ...more });
  const object = { type: 'object', properties: { a: text, b: number }, required: ['a'] };

  test.each<[string, { given: Json; want: object[] }]>([
    [
      'a plain one',
      { given: query('q', { schema: text }), want: [{ key: 'q', wire: 'q', required: false, schema: text }] },
    ],
    [
      'a required one',
      {
        given: query('q', { schema: text, required: true }),
        want: [{ key: 'q', wire: 'q', required: true, schema: text }],
      },
    ],
    [
      'an id is text',
      {
        given: query('user_id', { schema: number }),
        want: [{ key: 'user_id', wire: 'user_id', required: false, schema: text }],
      },
    ],
    [
      'a number stays one',
      {
        given: query('page', { schema: number }),
        want: [{ key: 'page', wire: 'page', required: false, schema: number }],
      },
    ],
    [
      'a list as repeated keys',
      {
        given: query('ids[]', { schema: { type: 'array', items: text } }),
        want: [{ key: 'ids', wire: 'ids[]', required: false, schema: { type: 'array', items: text } }],
      },
    ],
    [
      'a list as one value',
      {
        given: query('ids', { explode: false, schema: { type: 'array', items: text } }),
        want: [{ key: 'ids', wire: 'ids', required: false, style: 'csv', schema: { type: 'array', items: text } }],
      },
    ],
    [
      'a name in brackets',
      {
        given: query('filter[state]', { schema: text }),
        want: [{ key: 'filter.state', wire: 'filter[state]', required: false, schema: text }],
      },
    ],
    [
      'deepObject',
      {
        given: query('filter', { style: 'deepObject', schema: object }),
        want: [{ key: 'filter', wire: 'filter', required: false, style: 'deepObject', schema: object }],
      },
    ],
    [
      'JSON in one value',
      {
        given: query('filter', { content: { 'application/json': { schema: object } } }),
        want: [{ key: 'filter', wire: 'filter', required: false, style: 'json', schema: object }],
      },
    ],
    [
      'an object is spread',
      {
        given: query('filter', { schema: object }),
        want: [
          { key: 'a', wire: 'a', required: false, schema: { ...text, description: 'Needed with b.' } },
          { key: 'b', wire: 'b', required: false, schema: number },
        ],
      },
    ],
    [
      'a required object is spread',
      {
        given: query('filter', { required: true, schema: object }),
        want: [
          { key: 'a', wire: 'a', required: true, schema: text },
          { key: 'b', wire: 'b', required: false, schema: number },
        ],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(fieldsOf('/pets', [given]).fields).toEqual(want.map((field) => ({ in: 'query', ...field })));
  });

  test('an object of several forms brings its cases', () => {
    const schema = {
      oneOf: [
        { properties: { a: text }, required: ['a'] },
        { properties: { b: text }, required: ['b'] },
      ],
    };
    expect(fieldsOf('/pets', [query('who', { required: true, schema })]).cases).toEqual([
      { when: {}, required: ['a'] },
      { when: {}, required: ['b'] },
    ]);
  });
});

describe('headers and cookies', () => {
  test.each(['Accept', 'authorization', 'Content-Type', 'Intercom-Version', 'User-Agent'])(
    '%s is set by the client',
    (name) => {
      expect(fieldsOf('/pets', [{ name, in: 'header', required: true, schema: text }]).fields).toEqual([]);
    },
  );

  test('another header is an argument', () => {
    expect(fieldsOf('/pets', [{ name: 'X-Trace-Id', in: 'header', schema: text }]).fields).toEqual([
      { key: 'x_trace_id', wire: 'X-Trace-Id', in: 'header', required: false, schema: text },
    ]);
  });

  test('a cookie is left out, and it is said', () => {
    const { fields, diagnostics } = fieldsOf('/pets', [{ name: 'session', in: 'cookie', schema: text }]);
    expect(fields).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'COOKIE_LEFT_OUT', severity: 'info', message: 'the cookie session is no argument of the tool' },
    ]);
  });
});

describe('where parameters come from', () => {
  const names = (item: Json, components: Json = {}): string[] =>
    normalize(description({ '/pets': item }, { components }), 'acme').api.operations[0]?.fields.map(
      ({ key, schema }) => `${key} ${schema.type}`,
    ) ?? [];

  test.each<[string, { given: [Json, Json?]; want: string[] }]>([
    [
      'the path item',
      { given: [{ parameters: [{ name: 'a', in: 'query', schema: text }], get: {} }], want: ['a string'] },
    ],
    [
      'the operation overrides the path item',
      {
        given: [
          {
            parameters: [{ name: 'a', in: 'query', schema: text }],
            get: { parameters: [{ name: 'a', in: 'query', schema: number }] },
          },
        ],
        want: ['a integer'],
      },
    ],
    [
      'components',
      {
        given: [
          { get: { parameters: [{ $ref: '#/components/parameters/a' }] } },
          { parameters: { a: { name: 'a', in: 'query', schema: text } } },
        ],
        want: ['a string'],
      },
    ],
    [
      'one name in two places',
      {
        given: [
          {
            get: {
              parameters: [
                { name: 'a', in: 'query', schema: text },
                { name: 'a', in: 'header', schema: number },
              ],
            },
          },
        ],
        want: ['a string', 'header_a integer'],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(names(...given)).toEqual(want);
  });
});
