import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { authFromEnvironment, settingsFromEnvironment } from '../../../runtime/auth/from-environment.ts';
import { createClient } from '../../../runtime/client.ts';
import { record } from '../../support/recorder.ts';
import { answers, description } from './support/describe.ts';
import { type Generated, generated, type SendOptions } from './support/wire.ts';

const OPEN = { operationId: 'open', responses: answers() };

function described(
  securitySchemes: Json,
  security?: unknown,
  paths: Json = { '/x': { get: OPEN } },
  more: Json = {},
): Json {
  return description(paths, { components: { securitySchemes }, ...(security !== undefined && { security }), ...more });
}

/** Calls with the generated connection. */
function send(made: Generated, options: SendOptions = {}) {
  return made.send(
    {},
    { profile: { id: 'acme', name: 'Acme', connection: made.connection }, token: undefined, ...options },
  );
}

const KEY = { type: 'apiKey', in: 'header', name: 'X-Token' };
const CLIENT = {
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://login.example.test/token', scopes: {} } },
};

describe('from a description to the wire', () => {
  test.each<[string, Json, Record<string, string>, Json]>([
    ['a key in a header', KEY, { ACME_API_KEY: 't0ken' }, { 'x-token': 't0ken' }],
    ['a key in the query', { ...KEY, in: 'query', name: 'k' }, { ACME_API_KEY: 't0ken' }, { query: '?k=t0ken' }],
    ['a key in a cookie', { ...KEY, in: 'cookie', name: 'k' }, { ACME_API_KEY: 't0ken' }, { cookie: 'k=t0ken' }],
    [
      'user and password',
      { type: 'http', scheme: 'basic' },
      { ACME_USERNAME: 'ann', ACME_PASSWORD: 'pw' },
      { authorization: `Basic ${btoa('ann:pw')}` },
    ],
    ['a token', { type: 'http', scheme: 'bearer' }, { ACME_TOKEN: 't0ken' }, { authorization: 'Bearer t0ken' }],
    ['a ready token of OAuth', CLIENT, { ACME_TOKEN: 't0ken' }, { authorization: 'Bearer t0ken' }],
  ])('%s', async (_, scheme, environment, carried) => {
    await using made = await generated({ doc: described({ own: scheme }, [{ own: [] }]) });
    const { headers, url } = await send(made, { auth: authFromEnvironment(made.connection, environment) });
    const found = ['authorization', 'cookie', 'x-token'].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    expect({ ...Object.fromEntries(found), ...(url.search !== '' && { query: url.search }) }).toEqual(carried);
    await expect(send(made)).rejects.toMatchObject({ name: 'ConfigError', help: expect.stringContaining('ACME_') });
  });

  test('two keys at once', async () => {
    const schemes = { apiKey: KEY, appKey: { ...KEY, name: 'X-App' } };
    await using made = await generated({ doc: described(schemes, [{ apiKey: [], appKey: [] }]) });
    const auth = authFromEnvironment(made.connection, { ACME_API_KEY: 'one', ACME_APP_KEY: 'two' });
    const { headers } = await send(made, { auth });
    expect([headers.get('x-token'), headers.get('x-app'), headers.get('authorization')]).toEqual(['one', 'two', null]);
    await expect(send(made, { auth: { apiKey: 'one' } })).rejects.toMatchObject({ help: 'Set ACME_APP_KEY.' });
  });

  test('nothing, where nothing is asked for', async () => {
    await using made = await generated({ doc: description({ '/x': { get: { ...OPEN, security: [] } } }) });
    expect(made.connection.authentication).toBe('none');
    expect((await send(made)).headers.get('authorization')).toBeNull();
    // Also where the profile of a client says otherwise, or nobody says what API it is.
    expect((await made.send({})).headers.get('authorization')).toBeNull();
    const unnamed = await made.send(
      {},
      { profile: undefined, baseUrl: 'https://api.example.test/v1', token: undefined },
    );
    expect(unnamed.headers.get('authorization')).toBeNull();
  });

  test('what one operation asks for, and nothing for a login', async () => {
    const paths = {
      '/x': { get: OPEN, post: { ...OPEN, operationId: 'make', security: [{ user: [] }] } },
      '/login': { post: { ...OPEN, operationId: 'login', security: [] } },
    };
    const schemes = { own: KEY, user: { type: 'http', scheme: 'basic' } };
    await using made = await generated({ doc: described(schemes, [{ own: [] }], paths) });
    const of = (method: string, path: string) => {
      const tool = made.catalog.find((entry) => entry.method === method && entry.path === path)?.name ?? '';
      return send(made, { tool, auth: { own: 'k3y', user: 'ann:pw' } });
    };
    expect((await of('GET', '/x')).headers.get('x-token')).toBe('k3y');
    const user = (await of('POST', '/x')).headers;
    expect([user.get('x-token'), user.get('authorization')]).toEqual([null, `Basic ${btoa('ann:pw')}`]);
    const login = (await of('POST', '/login')).headers;
    expect([login.get('x-token'), login.get('authorization')]).toEqual([null, null]);
  });

  test('a key that is a parameter is the client’s, whatever the operation calls it', async () => {
    const parameters = [{ name: 'api_key', in: 'query', required: true, schema: { type: 'string' } }];
    await using made = await generated({ doc: description({ '/x': { get: { ...OPEN, parameters } } }) });
    expect(made.catalog[0]?.inputSchema.properties).not.toHaveProperty('api_key');
    expect((await send(made, { token: 't0ken' })).url.search).toBe('?api_key=t0ken');
  });

  test('a scheme called after the prototype of every object', async () => {
    const doc = JSON.parse(JSON.stringify(described({ own: KEY }, [{ own: [] }])).replaceAll('"own"', '"__proto__"'));
    await using made = await generated({ doc });
    expect((await send(made, { token: 't0ken' })).headers.get('x-token')).toBe('t0ken');
  });
});

test('client credentials: a token is fetched beside the API and carried to it', async () => {
  await using server = await record(({ pathname }) => ({
    body: pathname === '/oauth/token' ? { access_token: 'fetched-token', token_type: 'bearer', expires_in: 60 } : {},
  }));
  const flows = { clientCredentials: { tokenUrl: '/oauth/token', scopes: { 'things:read': 'reads' } } };
  const doc = described({ own: { type: 'oauth2', flows } }, [{ own: ['things:read'] }], undefined, {
    servers: [{ url: server.url }],
  });
  await using made = await generated({ doc });
  const profile = { id: 'acme', name: 'Acme', connection: made.connection };
  const settings = settingsFromEnvironment(made.connection, { ACME_CLIENT_ID: 'id', ACME_CLIENT_SECRET: 's3cret' });
  const client = createClient({ profile, ...settings });
  const [tool] = made.tools;
  if (tool === undefined) throw new Error('there is no tool');
  await Promise.all([client.exchange(tool, {}), client.exchange(tool, {})]);
  expect(
    server.requests.map(({ method, pathname, body, headers }) => [method, pathname, body, headers.authorization]),
  ).toEqual([
    ['POST', '/oauth/token', 'scope=things%3Aread&grant_type=client_credentials', `Basic ${btoa('id:s3cret')}`],
    ['GET', '/x', '', 'Bearer fetched-token'],
    ['GET', '/x', '', 'Bearer fetched-token'],
  ]);
});

test('generate says which credential goes where, and what is not supported', async () => {
  const schemes = { own: KEY, signed: { type: 'http', scheme: 'digest' } };
  await using made = await generated({ doc: described(schemes, [{ own: [] }, { signed: [] }]) });
  const said = made.diagnostics.filter(({ code }) => code.startsWith('SECURITY'));
  expect(said.map(({ severity, code, message }) => `${severity} ${code} ${message}`)).toEqual([
    'warning SECURITY_SCHEME_UNSUPPORTED signed is HTTP digest, in which each request is computed anew: nothing is sent for it',
    'info SECURITY_SCHEME own: a key is sent as the header X-Token; set ACME_API_KEY',
  ]);
});
