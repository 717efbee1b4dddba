import { describe, expect, test } from 'vitest';
import { createClient } from '../../../runtime/client.ts';
import type { ClientOptions } from '../../../runtime/client-options.ts';
import type { CallingProfile } from '../../../runtime/profile/calling-profile.ts';
import type { Auth, Requirements, SecurityScheme } from '../../../runtime/profile/security.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { getThing } from '../../support/sample-tools.ts';

const SCHEMES = {
  token: { type: 'bearer', environment: { token: 'ACME_TOKEN' } },
  named: { type: 'bearer', prefix: 'Token' },
  user: { type: 'basic', environment: { username: 'ACME_USERNAME', password: 'ACME_PASSWORD' } },
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key', environment: { key: 'ACME_API_KEY' } },
  prefixed: { type: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Key ' },
  query: { type: 'apiKey', in: 'query', name: 'api key', environment: { key: 'ACME_QUERY_KEY' } },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid', environment: { key: 'ACME_SID' } },
  client: {
    type: 'clientCredentials',
    tokenUrl: 'https://acme.test/token',
    environment: { clientId: 'ACME_CLIENT_ID', clientSecret: 'ACME_CLIENT_SECRET' },
  },
} as const satisfies Record<string, SecurityScheme>;

function profileOf(requirements: Requirements, more: { varies?: true } = {}): CallingProfile {
  const authentication = { schemes: SCHEMES, requirements, ...more };
  return {
    id: 'acme',
    name: 'Acme',
    connection: { addresses: { live: 'https://acme.test/v1' }, defaultRegion: 'live', authentication },
  };
}

interface Seen {
  readonly url: string;
  readonly headers: Headers;
}

async function send(options: ClientOptions, tool: Partial<Tool> = {}): Promise<Seen> {
  let seen: Seen | undefined;
  const client = createClient({
    ...options,
    fetch: async (url, init) => {
      seen = { url: String(url), headers: new Headers(init?.headers) };
      return Response.json({});
    },
  });
  await client.exchange({ ...getThing, ...tool }, { thing_id: 1, state: 'open' });
  if (seen === undefined) throw new Error('nothing was sent');
  return seen;
}

function carriedBy({ url, headers }: Seen): object {
  const query = new URL(url).searchParams;
  const found = {
    authorization: headers.get('authorization'),
    key: headers.get('x-api-key'),
    cookie: headers.get('cookie'),
    query: query.get('api key'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

describe('a call carries what its scheme says, and nothing else', () => {
  test.each<[string, Requirements, Auth, object]>([
    ['a bearer token', [['token']], { token: 't0ken' }, { authorization: 'Bearer t0ken' }],
    ['a token behind another word', [['named']], { named: 't0ken' }, { authorization: 'Token t0ken' }],
    [
      'user and password',
      [['user']],
      { user: { username: 'ann', password: 'pä:ss' } },
      { authorization: 'Basic YW5uOnDDpDpzcw==' },
    ],
    ['user and password as one text', [['user']], { user: 'ann:p:w' }, { authorization: `Basic ${btoa('ann:p:w')}` }],
    ['a key that stands for a user', [['user']], { user: 'k3y' }, { authorization: `Basic ${btoa('k3y:')}` }],
    ['a key in a header', [['header']], { header: 'k3y' }, { key: 'k3y' }],
    ['a key in the query, whatever it holds', [['query']], { query: 'a&b=c d+e' }, { query: 'a&b=c d+e' }],
    ['a key in a cookie', [['cookie']], { cookie: 'abc' }, { cookie: 'sid=abc' }],
    ['a key in a cookie that has to be encoded', [['cookie']], { cookie: 'a; b=c' }, { cookie: 'sid=a%3B%20b%3Dc' }],
    ['a key behind a word', [['prefixed']], { prefixed: 'k3y' }, { authorization: 'Key k3y' }],
    ['a key that has its word already', [['prefixed']], { prefixed: 'key k3y' }, { authorization: 'key k3y' }],
    ['two keys at once', [['header', 'query']], { header: 'one', query: 'two' }, { key: 'one', query: 'two' }],
    ['a ready token for a client', [['client']], { client: 't0ken' }, { authorization: 'Bearer t0ken' }],
    ['the first alternative that is set', [['token'], ['header']], { header: 'k' }, { key: 'k' }],
    ['the first of two that are set', [['header'], ['token']], { token: 't', header: 'k' }, { key: 'k' }],
    [
      'no half of an alternative',
      [['header', 'query'], ['token']],
      { header: 'k', token: 't' },
      { authorization: 'Bearer t' },
    ],
    ['what is set, where it is optional', [[], ['header']], { header: 'k' }, { key: 'k' }],
    ['nothing, where it is optional and not set', [[], ['header']], {}, {}],
    ['nothing, where nothing is asked for', [], { token: 't' }, {}],
  ])('%s', async (_, requirements, auth, carried) => {
    expect(carriedBy(await send({ profile: profileOf(requirements), auth }))).toEqual(carried);
  });

  test('a credential goes before an argument of the same name, and the rest of the query stays', async () => {
    const profile = profileOf([['query']]);
    const request = () => ({ path: '/things', query: { 'api key': 'argument', state: 'a b' } });
    const { url } = await send({ profile, auth: { query: 'k3y' } }, { request });
    expect(url).toBe('https://acme.test/v1/things?state=a+b&api%20key=k3y');
  });

  test('cookies of arguments stay beside that of a credential', async () => {
    const request = () => ({ path: '/things', headers: { Cookie: 'theme=dark; sid=argument' } });
    const sent = await send({ profile: profileOf([['cookie']]), auth: { cookie: 'k3y' } }, { request });
    expect(sent.headers.get('cookie')).toBe('theme=dark; sid=k3y');
  });
});

describe('a tool may ask for something else', () => {
  const options = { profile: profileOf([['token']], { varies: true }), auth: { token: 't', header: 'k' } };

  test.each<[string, Tool['security'], object]>([
    ['what the API asks for', undefined, { authorization: 'Bearer t' }],
    ['another scheme', [['header']], { key: 'k' }],
    ['nothing', [], {}],
    ['one that the connection does not know', [['gone']], { authorization: 'Bearer t' }],
  ])('%s', async (_, security, carried) => {
    expect(carriedBy(await send(options, security && { security }))).toEqual(carried);
  });

  test('and a tool that is open to all needs no credential to be set', async () => {
    const profile = profileOf([['token']], { varies: true });
    expect(carriedBy(await send({ profile }, { security: [] }))).toEqual({});
    await expect(send({ profile })).rejects.toThrow('No credential of Acme is set, and get_thing needs one.');
  });
});

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

test('no preview shows a credential', async () => {
  const auth: Auth = {
    token: 's3cret-1',
    user: 'ann:s3cret-2',
    header: 's3cret-3',
    query: 's3cret-4',
    cookie: 's3cret-5',
  };
  for (const name of Object.keys(auth)) {
    const client = createClient({ profile: profileOf([[name]]), auth, fetch: () => Promise.reject(new Error('sent')) });
    const shown = JSON.stringify(await client.exchange(getThing, { thing_id: 1 }, { dryRun: true }));
    expect(shown).toContain('https://acme.test/v1/things/1');
    expect(shown).not.toMatch(/s3cret|uthorization|cookie|x-api-key|api key/i);
  }
});

test('no credential comes back in an answer or an error', async () => {
  const auth: Auth = {
    header: 'header-s3cret',
    query: 'query s3cret/ü',
    user: { username: 'ann', password: 'password-s3cret' },
  };
  const profile = profileOf([['header', 'query', 'user']]);
  for (const status of [200, 400]) {
    const client = createClient({
      profile,
      auth,
      fetch: async (url, init) => {
        const headers = Object.fromEntries(new Headers(init?.headers));
        return Response.json({ message: String(url), headers, next: String(url).replaceAll('%20', '+') }, { status });
      },
    });
    const seen = await client.exchange(getThing, { thing_id: 1 }).catch((error: unknown) => error);
    const text = JSON.stringify([seen, String(seen)]);
    expect(text).toContain('[token]');
    expect(text).not.toMatch(/s3cret|YW5u/);
    expect(text).not.toContain(btoa('ann:password-s3cret'));
  }
});
