import { expect, test } from 'vitest';
import { authFromEnvironment, settingsFromEnvironment } from '../../../runtime/auth/from-environment.ts';
import type { Connection } from '../../../runtime/profile/connection.ts';

const connection = {
  addresses: { live: 'https://{sub}.acme.test' },
  variables: { sub: { default: 'api', environment: 'ACME_SUB' } },
  servers: { 'https://files.acme.test': { environment: 'ACME_FILES_URL' } },
  authentication: {
    schemes: {
      bearer: { type: 'bearer', environment: { token: 'ACME_BEARER_TOKEN' } },
      key: { type: 'apiKey', in: 'header', name: 'X-Key', environment: { key: 'ACME_API_KEY' } },
      user: { type: 'basic', environment: { username: 'ACME_USERNAME', password: 'ACME_PASSWORD' } },
      client: {
        type: 'clientCredentials',
        tokenUrl: 'https://acme.test/token',
        environment: {
          token: 'ACME_CLIENT_TOKEN',
          clientId: 'ACME_CLIENT_ID',
          clientSecret: 'ACME_CLIENT_SECRET',
          scopes: 'ACME_SCOPES',
          tokenUrl: 'ACME_TOKEN_URL',
        },
      },
    },
    requirements: [['bearer']],
  },
  environment: { token: 'ACME_TOKEN', region: 'ACME_SERVER', baseUrl: 'ACME_BASE_URL', allowHttp: 'ACME_ALLOW_HTTP' },
} as const satisfies Connection;

const client = { ACME_CLIENT_ID: 'id', ACME_CLIENT_SECRET: 'secret' };

test.each<[string, Record<string, string>, object]>([
  ['nothing is set', {}, {}],
  ['a key', { ACME_API_KEY: ' k3y\n' }, { key: 'k3y' }],
  ['nothing but white space is nothing', { ACME_API_KEY: ' \t' }, {}],
  ['a token is that of every scheme that takes one', { ACME_TOKEN: 't' }, { bearer: 't', client: 't' }],
  ['unless a scheme has its own', { ACME_TOKEN: 't', ACME_BEARER_TOKEN: 'b' }, { bearer: 'b', client: 't' }],
  ['half of a pair is none', { ACME_USERNAME: 'ann' }, {}],
  ['the other half alone is none either', { ACME_PASSWORD: 'secret' }, {}],
  [
    'an empty password is one',
    { ACME_USERNAME: 'k3y', ACME_PASSWORD: '' },
    { user: { username: 'k3y', password: '' } },
  ],
  ['an id without its secret is none', { ACME_CLIENT_ID: 'id' }, {}],
  ['id and secret', client, { client: { clientId: 'id', clientSecret: 'secret' } }],
  [
    'scopes and the address of tokens in place of those described',
    { ...client, ACME_SCOPES: 'read  write', ACME_TOKEN_URL: 'https://other.test/token' },
    {
      client: {
        clientId: 'id',
        clientSecret: 'secret',
        scopes: ['read', 'write'],
        tokenUrl: 'https://other.test/token',
      },
    },
  ],
  [
    'no scopes at all',
    { ...client, ACME_SCOPES: '' },
    { client: { clientId: 'id', clientSecret: 'secret', scopes: [] } },
  ],
  ['a ready token goes before id and secret', { ...client, ACME_CLIENT_TOKEN: 't' }, { client: 't' }],
])('credentials of an environment: %s', (_, environment, auth) => {
  expect(authFromEnvironment(connection, environment)).toEqual(auth);
});

test('an API of one bearer token has one credential, called token', () => {
  const short: Connection = { addresses: {}, authentication: 'bearer', environment: { token: 'ACME_TOKEN' } };
  expect(authFromEnvironment(short, { ACME_TOKEN: 't' })).toEqual({ token: 't' });
  expect(authFromEnvironment({ ...short, authentication: 'none' }, { ACME_TOKEN: 't' })).toEqual({});
});

test('a scheme may be called after what every object has', () => {
  const authentication = {
    schemes: { constructor: { type: 'bearer' as const, environment: { token: 'toString' } } },
    requirements: [['constructor']],
  };
  expect(authFromEnvironment({ authentication }, {})).toEqual({});
  expect(Object.entries(authFromEnvironment({ authentication }, { toString: 't' } as never))).toEqual([
    ['constructor', 't'],
  ]);
});

test('all that is set becomes options of a client, and what is not set is left out', () => {
  expect(settingsFromEnvironment(connection, {})).toEqual({ auth: {} });
  const all = {
    ACME_API_KEY: 'k',
    ACME_SERVER: 'live',
    ACME_BASE_URL: 'http://127.0.0.1:1',
    ACME_SUB: 'eu',
    ACME_FILES_URL: 'http://127.0.0.1:2',
    ACME_ALLOW_HTTP: '1',
  };
  expect(settingsFromEnvironment(connection, all)).toEqual({
    auth: { key: 'k' },
    region: 'live',
    baseUrl: 'http://127.0.0.1:1',
    variables: { sub: 'eu' },
    servers: { 'https://files.acme.test': 'http://127.0.0.1:2' },
    allowHttp: true,
  });
  expect(settingsFromEnvironment(connection, { ACME_ALLOW_HTTP: '0' })).toEqual({ auth: {} });
});
