import type { RequestListener } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { type LoopbackServer, serveLoopback } from '../../../support/serve-loopback.ts';
import { finish, statusesOf } from './support/login-finish.ts';
import { APP, accountsOf, type LoginGateway, loginGateway } from './support/login-fixture.ts';

afterEach(() => vi.restoreAllMocks());

/** A token endpoint of its own on this machine. */
async function tokenServer(answer: RequestListener): Promise<LoopbackServer> {
  const server = await serveLoopback(answer);
  return { ...server, url: `${server.url}/token` };
}

/** A gateway that asks this address for tokens, over the network. */
function atServer(tokenUrl: string): Promise<LoginGateway> {
  const send = (request: Request) => (request.url === tokenUrl ? fetch(request) : undefined);
  return loginGateway({ app: { ...APP, tokenUrl }, send });
}

function json(status: number, body: unknown, headers = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}
function text(status: number, type: string, body: string): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
}
/** Repeats what it was sent. */
function echo(status: number): RequestListener {
  return (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      const body = { error: form.get('code'), error_description: form.toString(), token_type: form.get('code') };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  };
}

const answers: [string, RequestListener, string, string][] = [
  ['400, an error of OAuth', json(400, { error: 'invalid_grant' }), 'token_refused', 'invalid_grant'],
  ['400, the sent values', echo(400), 'token_refused', 'an unknown error'],
  ['200, the sent values', echo(200), 'token_answer_invalid', 'no access token'],
  ['400, an error of Intercom', json(400, { type: 'error.list', errors: [] }), 'token_answer_invalid', 'status 400'],
  ['401, a wrong secret', json(401, { error: 'invalid_client' }), 'token_refused', 'INTERCOM_CLIENT_SECRET'],
  [
    '401, a challenge',
    json(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="x"' }),
    'token_answer_invalid',
    'no access token',
  ],
  ['500', text(500, 'text/plain', 'broken'), 'token_answer_invalid', 'status 500'],
  ['204', (_, response) => void response.writeHead(204).end(), 'token_answer_invalid', 'status 204'],
  ['200, HTML', text(200, 'text/html', '<p>hello</p>'), 'token_answer_invalid', 'no access token'],
  ['200, broken JSON', text(200, 'application/json', '{"access_token":'), 'token_answer_invalid', 'no access token'],
  ['200, a list', json(200, []), 'token_answer_invalid', 'no access token'],
  ['200, no token', json(200, { token_type: 'bearer' }), 'token_answer_invalid', 'no access token'],
  ['200, an empty token', json(200, { token_type: 'bearer', access_token: '' }), 'token_answer_invalid', 'no access'],
  ['200, no type', json(200, { access_token: 'a-token-without-a-type' }), 'token_answer_invalid', 'no access token'],
  [
    '200, another type',
    json(200, { access_token: 'a-token-of-a-kind', token_type: 'mac' }),
    'token_answer_invalid',
    'no access token',
  ],
  ['200, too much', json(200, { padding: 'x'.repeat(65 * 1024) }), 'token_answer_invalid', 'no access token'],
  ['a broken connection', (request) => void request.socket.destroy(), 'token_unreachable', 'connection broke'],
  [
    'a part of an answer',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"access', () => response.destroy());
    },
    'token_unreachable',
    'connection broke',
  ],
];
test.each(answers)(
  'the token endpoint answers %s: a page with status 502, and nothing is stored',
  async (_, answer, reason, words) => {
    await using server = await tokenServer(answer);
    await using login = await atServer(server.url);
    const { status, body } = await finish(login, await login.begin());
    expect(status).toBe(502);
    expect(body).toContain(words);
    expect(await statusesOf(login)).toEqual([reason]);
    expect(await accountsOf(login)).toEqual([]);
    expect(login.sent.tokens).toEqual([]);
  },
);

test.each([301, 302, 303, 307, 308])('the token endpoint redirects with %i: it is not followed', async (status) => {
  const reached: string[] = [];
  await using target = await tokenServer((request, response) => {
    reached.push(request.method ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'access-token', token_type: 'bearer' }));
  });
  await using server = await tokenServer((_, response) => {
    response.writeHead(status, { location: target.url }).end();
  });
  await using login = await atServer(server.url);
  const answered = await finish(login, await login.begin());
  expect(answered.status).toBe(502);
  expect(answered.body).toContain(`status ${status}`);
  expect(reached).toEqual([]);
});

test.each(['before its answer', 'within its answer'])(
  'the token endpoint hangs %s: ten seconds are enough',
  async (when) => {
    const clock = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    const expire = () => clock.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    await using server = await tokenServer((_, response) => {
      if (when === 'before its answer') return expire();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"access_token":', expire);
    });
    await using login = await atServer(server.url);
    const { status, body } = await finish(login, await login.begin());
    expect(status).toBe(502);
    expect(body).toContain('did not answer in time');
    expect(await statusesOf(login)).toEqual(['token_timeout']);
    expect(timeout.mock.calls).toEqual([[10_000]]);
  },
);

test('the token endpoint is not there', async () => {
  const { url, ...server } = await tokenServer((_, response) => response.end());
  await server[Symbol.asyncDispose]();
  await using login = await atServer(url);
  const { status, body } = await finish(login, await login.begin());
  expect(status).toBe(502);
  expect(body).toContain('could not be reached');
  expect(await login.written()).toContain('ECONNREFUSED');
});

test('the token endpoint is never asked in the clear on another machine', async () => {
  const app = { ...APP, tokenUrl: 'http://intercom.example/token' };
  await using login = await loginGateway({ app });
  const { status } = await finish(login, await login.begin());
  expect(status).toBe(502);
  expect(login.sent.forms).toEqual([]);
  expect(await login.written()).toContain('OAUTH_HTTP_REQUEST_FORBIDDEN');
});
