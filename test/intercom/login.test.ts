import { expect, test } from 'vitest';
import { intercomLoginFromEnvironment } from '../../intercom/login.ts';
import { ConfigError } from '../../runtime/value/errors.ts';

const BOTH = { INTERCOM_CLIENT_ID: 'the-id', INTERCOM_CLIENT_SECRET: 'the-secret' };

const apps: [string, Record<string, string | undefined>, ReturnType<typeof intercomLoginFromEnvironment>][] = [
  ['nothing', {}, undefined],
  ['empty values', { INTERCOM_CLIENT_ID: '', INTERCOM_CLIENT_SECRET: ' ' }, undefined],
  [
    'id and secret',
    { ...BOTH, INTERCOM_CLIENT_ID: ' the-id\n' },
    {
      clientId: 'the-id',
      clientSecret: 'the-secret',
      field: 'access_token',
      authorizeUrl: 'https://app.intercom.com/oauth',
      tokenUrl: 'https://api.intercom.io/auth/eagle/token',
    },
  ],
  [
    'other addresses',
    {
      ...BOTH,
      INTERCOM_OAUTH_URL: 'http://127.0.0.1:4010/oauth',
      INTERCOM_TOKEN_URL: 'http://127.0.0.1:4010/auth/eagle/token',
    },
    {
      clientId: 'the-id',
      clientSecret: 'the-secret',
      field: 'access_token',
      authorizeUrl: 'http://127.0.0.1:4010/oauth',
      tokenUrl: 'http://127.0.0.1:4010/auth/eagle/token',
    },
  ],
];
test.each(apps)('%s', (_, env, app) => {
  expect(intercomLoginFromEnvironment(env)).toEqual(app);
});

const faults: [string, Record<string, string>, RegExp][] = [
  ['an id alone', { INTERCOM_CLIENT_ID: 'the-id' }, /^INTERCOM_CLIENT_ID is set, and INTERCOM_CLIENT_SECRET is not/],
  [
    'a secret alone',
    { INTERCOM_CLIENT_SECRET: 'the-secret' },
    /^INTERCOM_CLIENT_SECRET is set, and INTERCOM_CLIENT_ID/,
  ],
  ['http elsewhere', { ...BOTH, INTERCOM_TOKEN_URL: 'http://intercom.example/token' }, /^INTERCOM_TOKEN_URL cannot/],
  ['no address', { ...BOTH, INTERCOM_OAUTH_URL: 'intercom' }, /^INTERCOM_OAUTH_URL cannot/],
  ['a password', { ...BOTH, INTERCOM_OAUTH_URL: 'https://a:b@intercom.example/' }, /^INTERCOM_OAUTH_URL cannot/],
];
test.each(faults)('%s is refused, and the secret stays unsaid', (_, env, message) => {
  let thrown: unknown;
  try {
    intercomLoginFromEnvironment(env);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ConfigError);
  expect(thrown).toMatchObject({ message: expect.stringMatching(message) });
  expect(JSON.stringify([String(thrown), (thrown as ConfigError).help])).not.toMatch(/the-secret/);
});
