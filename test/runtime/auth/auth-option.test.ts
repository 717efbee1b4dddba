import { describe, expect, test } from 'vitest';
import { createClient } from '../../../runtime/client.ts';
import type { Auth, Requirements } from '../../../runtime/profile/security.ts';
import { carriedBy, profileOf, SCHEMES, send } from './support/acme.ts';

describe('the short form', () => {
  test.each<[string, Requirements, object]>([
    ['a key', [['header']], { key: 't0ken' }],
    ['a user', [['user']], { authorization: `Basic ${btoa('t0ken:')}` }],
    ['the alternative that one text satisfies', [['header', 'query'], ['cookie']], { cookie: 'sid=t0ken' }],
    ['all that take an access token', [['token', 'client']], { authorization: 'Bearer t0ken' }],
  ])('token is %s', async (_, requirements, carried) => {
    expect(carriedBy(await send({ profile: profileOf(requirements), token: 't0ken' }))).toEqual(carried);
  });

  test('is refused where it could be either of two', () => {
    const authentication = { schemes: { a: SCHEMES.header, b: SCHEMES.query }, requirements: [['a', 'b']] };
    const profile = {
      id: 'acme',
      name: 'Acme',
      connection: { addresses: { live: 'https://acme.test' }, defaultRegion: 'live', authentication },
    };
    expect(() => createClient({ profile, token: 't' })).toThrow(
      'Acme takes more than one credential, and token does not say which one it is.',
    );
  });

  test('is a bearer token where nothing is known of the API, and may be left out', async () => {
    expect(carriedBy(await send({ baseUrl: 'https://x.test', token: 't0ken' }))).toEqual({
      authorization: 'Bearer t0ken',
    });
    expect(carriedBy(await send({ baseUrl: 'https://x.test' }))).toEqual({});
    expect(carriedBy(await send({ baseUrl: 'https://x.test', token: 't' }, { security: [] }))).toEqual({});
    expect(carriedBy(await send({ baseUrl: 'https://x.test', token: 't' }, { security: [['oauth']] }))).toEqual({
      authorization: 'Bearer t',
    });
    expect(() => createClient({ token: 't' })).toThrow('No address of the API is set.');
  });
});

describe('what is missing or wrong is said by what to set', () => {
  test.each<[string, Requirements, Auth, string, string]>([
    ['one', [['header']], {}, 'No credential of Acme is set.', 'Set ACME_API_KEY.'],
    ['a pair', [['user']], {}, 'No credential of Acme is set.', 'Set ACME_USERNAME and ACME_PASSWORD.'],
    [
      'either',
      [['header'], ['client']],
      {},
      'No credential of Acme is set.',
      'Set ACME_API_KEY, or ACME_CLIENT_ID and ACME_CLIENT_SECRET.',
    ],
    [
      'half',
      [['header', 'query']],
      { header: 'k' },
      'Acme needs more credentials than are set.',
      'Set ACME_QUERY_KEY.',
    ],
    ['white space', [['header']], { header: ' ' }, 'No credential of Acme is set.', 'Set ACME_API_KEY.'],
    ['no variable', [['named']], {}, 'No credential of Acme is set.', 'Set the option auth.named.'],
    [
      'a line break',
      [['header']],
      { header: 'a\nSecret: b' },
      'The Acme API key holds characters that no key has.',
      'Set ACME_API_KEY to the key alone, without quotes and line breaks.',
    ],
    [
      'the word before it',
      [['token']],
      { token: 'Bearer s3cret' },
      'The Acme access token holds characters that no token has.',
      'Set ACME_TOKEN to the token alone, without "Bearer" and without quotes.',
    ],
    [
      'a colon in a name',
      [['user']],
      { user: { username: 'a:b', password: 's3cret' } },
      'The user name or the password of Acme (auth.user) holds characters that neither can have.',
      'Give a user name without a colon, and both without line breaks.',
    ],
    [
      'another form',
      [['header']],
      { header: { username: 's3cret', password: 's3cret' } },
      'auth.header of Acme is of another form than its scheme takes.',
      'Give the key as a text.',
    ],
    [
      'another name',
      [['header']],
      { heade: 's3cret' },
      'Acme has no credential called "heade". Did you mean "header"?',
      'Give auth by token, named, user, header, prefixed, query, cookie, client.',
    ],
  ])('%s', (_, requirements, auth, message, help) => {
    const make = () => createClient({ profile: profileOf(requirements), auth });
    expect(make).toThrow(expect.objectContaining({ name: 'ConfigError', message, help }));
  });
});

test('the names of schemes and the forms of their credentials are those of the profile', () => {
  const connection = {
    addresses: { live: 'https://acme.test' },
    defaultRegion: 'live',
    authentication: { schemes: SCHEMES, requirements: [] },
  };
  const profile = { id: 'acme', name: 'Acme', connection };
  createClient({
    profile,
    auth: { header: 'k', user: { username: 'a', password: 'b' }, client: { clientId: 'a', clientSecret: 'b' } },
  });
  // @ts-expect-error: a key is a text.
  expect(() => createClient({ profile, auth: { header: { username: 'a', password: 'b' } } })).toThrow();
  // @ts-expect-error: there is no such scheme.
  expect(() => createClient({ profile, auth: { heade: 'k' } })).toThrow();
});
