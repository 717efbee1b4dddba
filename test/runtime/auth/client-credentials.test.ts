import { expect, test } from 'vitest';
import type { ClientCredential, ClientCredentialsScheme } from '../../../runtime/profile/security.ts';
import { getThing, replyToThing } from '../../support/sample-tools.ts';
import { askedFor, carried, granted, open } from './support/token-server.ts';

test('a token is fetched with id and secret before the first call, and kept', async () => {
  await using at = await open({});
  expect(at.server.requests).toEqual([]);
  await at.call();
  await at.call();
  const [request, ...others] = askedFor(at.server);
  expect(others).toEqual([]);
  expect(request?.method).toBe('POST');
  expect(request?.body).toBe('grant_type=client_credentials');
  expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  const [, pair = ''] = /^Basic (.*)$/.exec(request?.headers.authorization ?? '') ?? [];
  // Each half is form-encoded first (RFC 6749, 2.3.1).
  expect(atob(pair)).toBe('an%2Did:s3cret%3A%C3%BC%2F%2B');
  expect(carried(at.server)).toEqual(['Bearer fetched-token-1', 'Bearer fetched-token-1']);
});

test('calls at the same time wait for one token', async () => {
  await using at = await open({});
  await Promise.all(Array.from({ length: 20 }, at.call));
  expect(askedFor(at.server)).toHaveLength(1);
  expect(new Set(carried(at.server))).toEqual(new Set(['Bearer fetched-token-1']));
});

test('a token is renewed a little before it ends', async () => {
  await using at = await open({});
  await at.call();
  at.pass(3569);
  await at.call();
  expect(askedFor(at.server)).toHaveLength(1);
  at.pass(2);
  await at.call();
  expect(carried(at.server).at(-1)).toBe('Bearer fetched-token-2');
});

test.each<[string, unknown, number]>([
  ['short ones keep most of their time', 60, 53],
  ['seconds may be a text', '60', 53],
])('%s', async (_, expires_in, seconds) => {
  await using at = await open({
    token: (_request, nth) => ({ body: { access_token: `token-number-${nth}`, expires_in } }),
  });
  await at.call();
  at.pass(seconds);
  await at.call();
  expect(askedFor(at.server)).toHaveLength(1);
  at.pass(2);
  await at.call();
  expect(askedFor(at.server)).toHaveLength(2);
});

test('a token of which no end is said is kept until it is refused', async () => {
  await using at = await open({ token: () => ({ body: { access_token: 'a-token', token_type: 'BearerToken' } }) });
  await at.call();
  at.pass(1e9);
  await at.call();
  expect(askedFor(at.server)).toHaveLength(1);
});

test('a token that the API refuses is renewed once, also for a write, and by one of many calls', async () => {
  await using at = await open({
    api: ({ headers }) =>
      headers.authorization === 'Bearer fetched-token-1'
        ? { status: 401, body: { message: 'ended' } }
        : { body: { ok: true } },
  });
  const write = () => at.client.call(replyToThing, { thing_id: 1, admin_id: 2, body: 'hello' });
  expect(await Promise.all([write(), write(), write()])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(askedFor(at.server)).toHaveLength(2);
});

test('an API that refuses every token is asked twice, and its error is told', async () => {
  await using at = await open({ api: () => ({ status: 401, body: { message: 'no' } }) });
  await expect(at.call()).rejects.toMatchObject({ name: 'ApiError', status: 401 });
  expect(askedFor(at.server)).toHaveLength(2);
  expect(carried(at.server)).toHaveLength(2);
});

test('a refusal for another reason renews nothing', async () => {
  await using at = await open({ api: () => ({ status: 403, body: { message: 'no' } }) });
  await expect(at.call()).rejects.toMatchObject({ status: 403 });
  expect(askedFor(at.server)).toHaveLength(1);
});

test.each<[string, Partial<ClientCredentialsScheme>, Partial<ClientCredential>, string]>([
  ['those of the scheme', { scopes: ['read', 'write'] }, {}, 'scope=read+write&grant_type=client_credentials'],
  [
    'those of the credential',
    { scopes: ['read', 'write'] },
    { scopes: ['read'] },
    'scope=read&grant_type=client_credentials',
  ],
  ['none', { scopes: ['read'] }, { scopes: [] }, 'grant_type=client_credentials'],
  [
    'none, but an audience',
    {},
    { parameters: { audience: 'https://acme.test' } },
    'audience=https%3A%2F%2Facme.test&grant_type=client_credentials',
  ],
])('scopes are asked for: %s', async (_, scheme, credential, body) => {
  await using at = await open({ scheme, credential });
  await at.call();
  expect(askedFor(at.server)[0]?.body).toBe(body);
});

test('an endpoint that does not take the header gets id and secret in the body, from then on', async () => {
  await using at = await open({
    token: (request, nth) =>
      request.headers.authorization === undefined
        ? granted(request, nth)
        : { status: 401, body: { error: 'invalid_client' } },
  });
  await at.call();
  at.pass(4000);
  await at.call();
  const sent = askedFor(at.server).map(({ headers, body }) => [
    headers.authorization !== undefined,
    new URLSearchParams(body).get('client_secret'),
  ]);
  expect(sent).toEqual([
    [true, null],
    [false, 's3cret:ü/+'],
    [false, 's3cret:ü/+'],
  ]);
});

test('nothing else is tried where it is said how they are sent', async () => {
  const token = () => ({ status: 401, body: { error: 'invalid_client' } });
  for (const sentIn of ['header', 'body'] as const) {
    await using at = await open({ token, credential: { sentIn } });
    await expect(at.call()).rejects.toThrow('invalid_client');
    expect(askedFor(at.server).map(({ headers }) => headers.authorization !== undefined)).toEqual([
      sentIn === 'header',
    ]);
  }
});

test('a caller that gives up takes the token from nobody else', async () => {
  await using at = await open({
    token: async (request, nth) => new Promise((resolve) => setTimeout(() => resolve(granted(request, nth)), 60)),
  });
  const leaver = new AbortController();
  const left = at.client.exchange(getThing, { thing_id: 1 }, { signal: leaver.signal });
  const other = at.call();
  setTimeout(() => leaver.abort(new Error('left')), 10);
  await expect(left).rejects.toThrow('left');
  await other;
  expect(askedFor(at.server)).toHaveLength(1);
  expect(carried(at.server)).toHaveLength(1);
});

test('no preview fetches a token', async () => {
  await using at = await open({});
  await at.client.exchange(getThing, { thing_id: 1 }, { dryRun: true });
  expect(at.server.requests).toEqual([]);
});

test('a token that was fetched is taken out of answers as well', async () => {
  await using at = await open({ api: ({ headers }) => ({ body: { echo: headers } }) });
  const text = JSON.stringify(await at.call());
  expect(text).toContain('Bearer [token]');
  expect(text).not.toContain('fetched-token');
});
