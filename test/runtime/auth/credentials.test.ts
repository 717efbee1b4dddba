import { describe, expect, test } from 'vitest';
import { createClient } from '../../../runtime/client.ts';
import type { Auth, Requirements } from '../../../runtime/profile/security.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { getThing, listThings } from '../../support/sample-tools.ts';
import { carriedBy, profileOf, send } from './support/acme.ts';

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
    expect(url).toBe('https://acme.test/v1/things?state=a%20b&api%20key=k3y');
  });

  test('cookies of arguments stay beside that of a credential', async () => {
    const request = () => ({ path: '/things', cookies: { theme: 'dark', sid: 'argument' } });
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

test('a key that the address of a next page repeats is sent once, and stands in no cursor', async () => {
  const sent: string[] = [];
  const client = createClient({
    profile: profileOf([['query']]),
    auth: { query: 'query s3cret' },
    fetch: async (url) => {
      sent.push(String(url));
      return Response.json({
        items: [{ id: sent.length }],
        next: `https://evil.test/other?page=2&api+key=query+s3cret`,
      });
    },
  });
  const tool = listThings({ style: 'url', items: 'items', next: 'next', sized: false });
  const { output } = await client.exchange(tool, {});
  const cursor = String(Reflect.get(Object(output), 'next_cursor'));
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('s3cret');
  await client.exchange(tool, { next_cursor: cursor });
  expect(sent).toEqual([
    'https://acme.test/v1/things?api%20key=query%20s3cret',
    'https://acme.test/v1/things?page=2&api%20key=query%20s3cret',
  ]);
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
