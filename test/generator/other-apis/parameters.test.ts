// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expected texts are code
import { describe, expect, test } from 'vitest';
import { requestText } from '../../../generator/emit/request.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { description, operationOf } from '../support/fixture.ts';

const text = { type: 'string' };
const list = { type: 'array', items: text };
function query(name: string, more: Json = {}): Json {
  return { name, in: 'query', schema: text, ...more };
}
function requestOf(path: string, parameters: readonly Json[]): string {
  return requestText(operationOf('GET', path, { parameters })).text;
}

describe('how a query value is written', () => {
  test.each<[string, { given: Json; want: string }]>([
    ['a list', { given: { schema: list }, want: '(query) => ({ path: "/pets", query })' }],
    ['form without explode', { given: { schema: list, explode: false }, want: 'q: csv(q)' }],
    ['a scalar without explode', { given: { explode: false }, want: '(query) =>' }],
    ['spaces', { given: { schema: list, style: 'spaceDelimited' }, want: 'q: spaceDelimited(q)' }],
    ['pipes', { given: { schema: list, style: 'pipeDelimited', required: true }, want: 'q: pipeDelimited(q)' }],
    ['deepObject', { given: { schema: { type: 'object' }, style: 'deepObject' }, want: 'q: deepObject(q)' }],
    ['an object without properties', { given: { schema: { type: 'object' } }, want: '...formEntries(q)' }],
    [
      'a union that holds an object',
      { given: { schema: { anyOf: [{ type: 'integer' }, { type: 'object' }] } }, want: 'q: deepObject(q)' },
    ],
    [
      'a list of objects',
      {
        given: { schema: { type: 'array', items: { type: 'object' } } },
        want: 'q: q?.map((content) => JSON.stringify(content))',
      },
    ],
    ['JSON', { given: { schema: undefined, content: { 'application/json': {} } }, want: 'q: JSON.stringify(q)' }],
  ])('%s', (_name, { given, want }) => {
    expect(requestOf('/pets', [query('q', given)])).toContain(want);
  });

  test.each<[string, { given: Json; want: Json }]>([
    ['no schema is text', { given: {}, want: text }],
    ['a list of anything is a list of texts', { given: { type: 'array' }, want: list }],
  ])('%s', (_name, { given, want }) => {
    expect(operationOf('GET', '/pets', { parameters: [query('q', { schema: given })] }).fields[0]?.schema).toEqual(
      want,
    );
  });

  test('a property that two spread objects share is sent once', () => {
    const spread = (name: string, key: string): Json =>
      query(name, { schema: { properties: { [key]: text, both: text } } });
    const { fields } = operationOf('GET', '/pets', { parameters: [spread('x', 'a'), spread('y', 'b')] });
    expect(fields.map(({ key }) => key)).toEqual(['a', 'both', 'b']);
  });
});

describe('a path that is none by the letter', () => {
  test.each<[string, { given: string; want: string }]>([
    ['a fragment', { given: '/pets#feed', want: '() => ({ path: "/pets" })' }],
    ['nothing but a fragment', { given: '/#feed', want: '() => ({ path: "/" })' }],
    ['a query', { given: '/pets?op=feed&now', want: '() => ({ path: "/pets", query: { op: "feed", now: "" } })' }],
    ['a parameter in the query', { given: '/pets?op={op}', want: '(query) => ({ path: "/pets", query })' }],
    ['a parameter twice', { given: '/{a}/x/{a}', want: '({ a }) => ({ path: path`/${a}/x/${a}` })' }],
    [
      'a parameter within a segment',
      { given: '/pets/{a}.{b}', want: '({ a, b }) => ({ path: path`/pets/${a}.${b}` })' },
    ],
    ['spaces and other scripts', { given: '/my pets/犬', want: '() => ({ path: "/my%20pets/%E7%8A%AC" })' }],
    ['what is encoded already', { given: '/my%20pets', want: '() => ({ path: "/my%20pets" })' }],
  ])('%s', (_name, { given, want }) => {
    expect(requestOf(given, [])).toBe(want);
  });
});

describe('what no model is asked for', () => {
  const securitySchemes = {
    header: { type: 'apiKey', in: 'header', name: 'X-Acme-Key' },
    query: { type: 'apiKey', in: 'query', name: 'sig' },
    other: { type: 'http', scheme: 'bearer' },
  };
  const { api, diagnostics } = normalize(
    description(
      {
        '/pets': {
          parameters: [query('sig'), { name: 'x-acme-key', in: 'header', required: true, schema: text }],
          get: {
            parameters: [query('access_token'), query('q'), query(''), { name: 'X-Trace', in: 'header', schema: text }],
          },
        },
      },
      { components: { securitySchemes } },
    ),
    'acme',
  );

  test('is a credential, by the security schemes or by its name, or what has no name', () => {
    expect(api.operations[0]?.fields.map(({ key }) => key)).toEqual(['q', 'x_trace']);
  });

  test('is said', () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'CREDENTIAL_LEFT_OUT sig is no argument of the tool',
      'CREDENTIAL_LEFT_OUT x-acme-key is no argument of the tool',
      'CREDENTIAL_LEFT_OUT access_token is no argument of the tool',
    ]);
  });
});

test('path items and parameters behind references are found', () => {
  const components = {
    pathItems: { pets: { get: { parameters: [{ $ref: '#/components/parameters/one' }] } } },
    parameters: { one: { $ref: '#/components/parameters/two' }, two: query('q') },
  };
  const { api } = normalize(description({ '/pets': { $ref: '#/components/pathItems/pets' } }, { components }), 'acme');
  expect(api.operations.map(({ method, fields }) => [method, fields.map(({ key }) => key)])).toEqual([['GET', ['q']]]);
});
