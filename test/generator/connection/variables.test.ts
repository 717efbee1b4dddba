import { expect, test } from 'vitest';
import { prefixIn } from '../../../generator/connection/prefix-in.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { read, securityOf, withSchemes } from './support/read.ts';

const KEY = (name: string): Json => ({ type: 'apiKey', in: 'header', name });
const BEARER = { type: 'http', scheme: 'bearer' };
const BASIC = { type: 'http', scheme: 'basic' };
const CLIENT = { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token' } } };

test.each<[string, Json, Json]>([
  [
    'two keys are called after their schemes',
    { ApiKeyAuth: KEY('A'), appKey: KEY('B') },
    { ApiKeyAuth: { key: 'ACME_API_KEY_AUTH' }, appKey: { key: 'ACME_APP_KEY' } },
  ],
  [
    'the same key, declared twice, is one',
    { one: KEY('X-Key'), two: KEY('x-key') },
    { one: { key: 'ACME_API_KEY' }, two: { key: 'ACME_API_KEY' } },
  ],
  [
    'two tokens have one each beside the common one',
    { bearer: BEARER, user_token: BEARER },
    { bearer: { token: 'ACME_BEARER_TOKEN' }, user_token: { token: 'ACME_USER_TOKEN' } },
  ],
  [
    'two users',
    { a: BASIC, b: BASIC },
    {
      a: { username: 'ACME_A_USERNAME', password: 'ACME_A_PASSWORD' },
      b: { username: 'ACME_B_USERNAME', password: 'ACME_B_PASSWORD' },
    },
  ],
  [
    'names that begin with the API do not say it twice',
    { acme_key: KEY('A'), acmeOther: KEY('B') },
    { acme_key: { key: 'ACME_KEY' }, acmeOther: { key: 'ACME_OTHER' } },
  ],
  [
    'names that come to the same have a number',
    { 'a-b': KEY('A'), a_b: KEY('B') },
    { 'a-b': { key: 'ACME_A_B' }, a_b: { key: 'ACME_A_B_2' } },
  ],
  [
    'names in other scripts',
    { ключ: KEY('A'), 鍵: KEY('B') },
    { ключ: { key: 'ACME_KLYUCH' }, 鍵: { key: 'ACME_JIAN' } },
  ],
  [
    'a key called as another setting',
    { base_url: KEY('A'), token: KEY('B'), bearer: BEARER },
    { base_url: { key: 'ACME_BASE_URL' }, token: { key: 'ACME_TOKEN_2' }, bearer: { token: 'ACME_TOKEN' } },
  ],
])('%s', (_, schemes, environment) => {
  const all = Object.fromEntries(Object.keys(schemes).map((name) => [name, []]));
  const made = securityOf(
    read(
      withSchemes(
        schemes,
        Object.keys(all).map((name) => ({ [name]: [] })),
      ),
    ),
  );
  expect(Object.fromEntries(Object.entries(made.schemes).map(([name, one]) => [name, one.environment]))).toEqual(
    environment,
  );
});

test('no two settings of an API have the same variable', () => {
  const schemes = { a: CLIENT, b: CLIENT, token: BEARER, client_id: KEY('A'), Server: KEY('B'), username: BASIC };
  const made = read({
    ...withSchemes(
      schemes,
      Object.keys(schemes).map((name) => ({ [name]: [] })),
    ),
    servers: ['a', 'b'].map((name) => ({
      url: `https://{token}.{base-url}.${name}.test`,
      name,
      variables: { token: { default: name } },
    })),
  });
  const variables = [...JSON.stringify(made.connection).matchAll(/"(ACME_\w+)"/g)].map(([, name]) => name);
  expect(variables.length).toBeGreaterThan(15);
  expect(new Set(variables).size).toBe(variables.length);
});

test.each([
  ['3scale', 'API_3SCALE_API_KEY'],
  ['my-api', 'MY_API_API_KEY'],
  ['petStore', 'PET_STORE_API_KEY'],
  ['магазин', 'MAGAZIN_API_KEY'],
])('variables of %s begin as a shell takes them', (name, key) => {
  expect(securityOf(read(withSchemes({ own: KEY('A') }), { name })).schemes.own?.environment).toEqual({ key });
});

test('an overlay may call them otherwise', () => {
  const environment = { ACME_API_KEY: 'ACME_SECRET', ACME_BASE_URL: 'ACME_HOST' };
  const { connection, ...made } = read(withSchemes({ own: KEY('A') }), { environment });
  expect(securityOf({ connection, ...made }).schemes.own?.environment).toEqual({ key: 'ACME_SECRET' });
  expect(connection.environment).toEqual({ baseUrl: 'ACME_HOST' });
});

test.each<[string, string | undefined]>([
  ['Use `Bearer <token>`.', 'Bearer'],
  ['Value: "Token YOUR_API_TOKEN"', 'Token'],
  ['Format: Bearer {access_token}', 'Bearer'],
  ['e.g. Authorization: Zoho-oauthtoken {token}', 'Zoho-oauthtoken'],
  ["'Authorization: GenieKey $KEY'", 'GenieKey'],
  ['Prefix your API key with the word Bearer.', undefined],
  ['The API key that you got by mail', undefined],
  ['Token authentication. Get a token in the settings.', undefined],
  ['', undefined],
])('the word before a key in %j is %s', (description, word) => {
  expect(prefixIn(description)).toBe(word);
});
