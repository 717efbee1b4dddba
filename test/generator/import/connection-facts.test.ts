import { expect, test } from 'vitest';
import { securitySchemeFacts, serverFacts } from '../../../generator/import/connection-facts.ts';
import { documentFacts } from '../../../generator/import/document-facts.ts';
import type { Json } from '../../../generator/json/json.ts';

test.each<[string, { given: Json; want: Json }]>([
  ['an address without its words', { given: [{ url: '/', description: 'x' }], want: [{ url: '/' }] }],
  [
    'what its variables may be',
    {
      given: [
        { url: '/{a}', variables: { a: { default: 'x', enum: ['x', 'y'], description: 'z' }, b: { default: 8080 } } },
      ],
      want: [{ url: '/{a}', variables: { a: { default: 'x', enum: ['x', 'y'] }, b: { default: '8080' } } }],
    },
  ],
  ['what is no server', { given: [null, 'https://a.test'], want: [{ url: '' }, { url: '' }] }],
  ['what is no list', { given: { url: '/' }, want: [] }],
  ['variables that are none', { given: [{ url: '/', variables: [1] }], want: [{ url: '/' }] }],
])('the facts of servers: %s', (_, { given, want }) => {
  expect(serverFacts(given)).toEqual(want);
});

test.each<[string, { given: Json; want: Json }]>([
  [
    'a key',
    {
      given: { type: 'apiKey', in: 'header', name: 'X', description: 'x' },
      want: { type: 'apiKey', in: 'header', name: 'X' },
    },
  ],
  [
    'where tokens are to be had without a person',
    {
      given: {
        type: 'oauth2',
        flows: { implicit: { authorizationUrl: '/a' }, clientCredentials: { tokenUrl: '/t', scopes: { a: 'x' } } },
      },
      want: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/t' } } },
    },
  ],
  ['flows that are none', { given: { type: 'oauth2', flows: 'x' }, want: { type: 'oauth2' } }],
])('the facts of a security scheme: %s', (_, { given, want }) => {
  expect(securitySchemeFacts(given)).toEqual(want);
});

test('servers of paths and operations are facts', () => {
  const servers = [{ url: 'https://files.test', description: 'x' }];
  const { paths } = documentFacts({ paths: { '/a': { servers, get: { servers, responses: {} } } } }, '1');
  const want = [{ url: 'https://files.test' }];
  expect(paths).toEqual({ '/a': { servers: want, get: { servers: want, responses: {} } } });
});
