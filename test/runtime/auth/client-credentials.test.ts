import { expect, test } from 'vitest';
import { createClient } from '../../../runtime/client.ts';
import type { ClientCredential, ClientCredentialsScheme } from '../../../runtime/profile/security.ts';
import { type Answer, type Recorded, type Recorder, type Reply, record } from '../../support/recorder.ts';
import { getThing, replyToThing } from '../../support/sample-tools.ts';

const ENVIRONMENT = { clientId: 'ACME_CLIENT_ID', clientSecret: 'ACME_CLIENT_SECRET', scopes: 'ACME_SCOPES' };

interface Setting {
  /** How the token endpoint answers its nth request; a token that is good for an hour unless said otherwise. */
  readonly token?: (request: Recorded, nth: number) => Reply | undefined | Promise<Reply | undefined>;
  /** How the API answers; with all that it was sent unless said otherwise. */
  readonly api?: Answer;
  readonly scheme?: Partial<ClientCredentialsScheme>;
  readonly credential?: Partial<ClientCredential>;
}

/** An API and its token endpoint on this machine, and a client of both. */
async function open({ token = granted, api = () => ({ body: {} }), scheme, credential }: Setting) {
  let time = 1_000_000;
  let asked = 0;
  const server = await record((request) => {
    if (request.pathname !== '/token') return api(request);
    asked += 1;
    return token(request, asked);
  });
  const client = createClient({
    profile: {
      id: 'acme',
      name: 'Acme',
      connection: {
        addresses: { live: server.url },
        defaultRegion: 'live',
        authentication: {
          schemes: { client: { type: 'clientCredentials', tokenUrl: '/token', environment: ENVIRONMENT, ...scheme } },
          requirements: [['client']],
        },
      },
    },
    auth: { client: { clientId: 'an-id', clientSecret: 's3cret:ü/+', ...credential } },
    now: () => time,
    timeout: 500,
  });
  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  return {
    server,
    client,
    pass,
    call: () => client.exchange(getThing, { thing_id: 1 }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function granted(_: Recorded, nth: number): Reply {
  return { body: { access_token: `fetched-token-${nth}`, token_type: 'Bearer', expires_in: 3600 } };
}

function askedFor({ requests }: Recorder): Recorded[] {
  return requests.filter(({ pathname }) => pathname === '/token');
}

function carried({ requests }: Recorder): (string | undefined)[] {
  return requests.filter(({ pathname }) => pathname !== '/token').map(({ headers }) => headers.authorization);
}

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

const LEAK = 'the secret is s3cret:ü/+';
const CHECK = 'Check ACME_CLIENT_ID and ACME_CLIENT_SECRET, and that the client may fetch tokens by itself.';

test.each<[string, Reply, string, string, string]>([
  [
    'id or secret',
    { status: 401, body: { error: 'invalid_client', error_description: LEAK } },
    'ConfigError',
    'invalid_client',
    CHECK,
  ],
  [
    'the scopes',
    { status: 400, body: { error: 'invalid_scope' } },
    'ConfigError',
    'invalid_scope',
    'Ask for scopes that the client may have (ACME_SCOPES), or for none.',
  ],
  ['in a text of its own', { status: 400, body: { error: LEAK } }, 'ConfigError', 'HTTP status 400', CHECK],
  ['in another form', { status: 403, body: LEAK }, 'ConfigError', 'HTTP status 403', CHECK],
  [
    'for too many requests',
    { status: 429, body: {} },
    'NetworkError',
    'HTTP status 429',
    'Call again in a little while.',
  ],
  [
    'for a fault of its own',
    { status: 503, body: LEAK },
    'NetworkError',
    'HTTP status 503',
    'Call again in a little while.',
  ],
  ['with a page', { body: '<html>' }, 'ResponseError', 'no access token', 'Check the address of the token endpoint.'],
  [
    'with another object',
    { body: { token: LEAK } },
    'ResponseError',
    'no access token',
    'Check the address of the token endpoint.',
  ],
  [
    'with a redirect',
    { status: 302, headers: { Location: 'https://else.test/' } },
    'ResponseError',
    'no access token',
    'Check the address of the token endpoint.',
  ],
])('an endpoint that refuses %s is said to, without its words and the secret', async (_, reply, name, reason, help) => {
  await using at = await open({ token: () => reply });
  const error = await at.call().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name, message: expect.stringContaining(reason), help });
  expect(JSON.stringify([error, String(error)])).not.toContain('s3cret');
  expect(carried(at.server)).toEqual([]);
});

test('an endpoint that does not answer is given up in time, and asked again by the next call', async () => {
  await using at = await open({ token: (request, nth) => (nth === 1 ? undefined : granted(request, nth)) });
  await expect(at.call()).rejects.toMatchObject({ name: 'TimeoutError', code: 'timeout' });
  await at.call();
  expect(carried(at.server)).toEqual(['Bearer fetched-token-2']);
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

test.each([
  [
    'http://acme.test/token',
    'The address of Acme, acme.test, is described with http:// alone, which anybody on the way can read.',
  ],
  ['https://acme.test/token', 'baseUrl is on this machine, and the token endpoint of Acme is at acme.test.'],
  ['https://{tenant}.acme.test/token', 'The address of Acme needs to know "tenant".'],
])('no secret is sent to %s', async (tokenUrl, message) => {
  const connection = {
    addresses: {},
    authentication: { schemes: { client: { type: 'clientCredentials', tokenUrl } }, requirements: [['client']] },
  } as const;
  const client = createClient({
    profile: { id: 'acme', name: 'Acme', connection },
    baseUrl: 'http://127.0.0.1:9',
    auth: { client: { clientId: 'id', clientSecret: 's3cret' } },
    fetch: () => Promise.reject(new Error('sent')),
  });
  await expect(client.exchange(getThing, { thing_id: 1 })).rejects.toMatchObject({ name: 'ConfigError', message });
});
