import { once } from 'node:events';
import { request as nodeRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../intercom/client.ts';
import { createHttpHandler, type HttpOptions, type McpServerOptions } from '../../../runtime/mcp/index.ts';
import { serveHttp } from '../../../runtime/mcp/node.ts';
import { modernRequest, type Post, readAnswer, sendRaw } from '../../support/mcp-post.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';
import { serveLoopback } from '../../support/serve-loopback.ts';
import { serving } from './support/session.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

/** Answers one request with a handler of the Fetch API, and once more over a socket with Node's server. */
async function both(given: Post, options: HttpOptions = {}): Promise<[number, string][]> {
  const settings = { ...serving([getThing]), client: idle, ...options };
  const direct = await readAnswer(await createHttpHandler(settings)(modernRequest('tools/list', {}, given)));
  await using server = await serveHttp(settings);
  const socket = await sendRaw(modernRequest('tools/list', {}, { ...given, url: server.url }));
  return [
    [direct.status, direct.message.error?.message ?? ''],
    [socket.status, socket.text],
  ];
}

function host(name: string): Post {
  return { headers: { host: name } };
}
function origin(value: string): Post {
  return { headers: { host: 'localhost', origin: value } };
}
function bearer(token: string): Post {
  return { headers: { host: 'localhost', authorization: `Bearer ${token}` } };
}
const named: HttpOptions = { allowedHosts: ['mcp.example.com'] };

const doors: [string, Post, HttpOptions, number][] = [
  ['localhost', host('localhost'), {}, 200],
  ['a port', host('127.0.0.1:4000'), {}, 200],
  ['IPv6', host('[::1]:4000'), {}, 200],
  ['a name that was rebound', host('evil.example'), {}, 403],
  ['a name that looks local', host('localhost.evil.example'), {}, 403],
  ['a user in the name', host('localhost@evil.example'), {}, 403],
  ['an address of the network', host('192.168.1.7'), {}, 403],
  ['the name it was given', host('mcp.example.com'), named, 200],
  ['localhost where another name was given', host('localhost'), named, 403],
  ['any name behind a proxy', host('evil.example'), { allowedHosts: 'any' }, 200],
  ['a local page', origin('http://localhost:6274'), {}, 200],
  ["somebody else's page", origin('https://evil.example'), {}, 403],
  ['a page without an origin', origin('null'), {}, 403],
  ['a page behind a proxy', { headers: { origin: 'https://evil.example' } }, { allowedHosts: 'any' }, 403],
  ['a page that was named', origin('https://app.example'), { allowedOrigins: ['app.example'] }, 200],
  ['GET', { method: 'GET', headers: { host: 'localhost' } }, {}, 405],
  ['DELETE', { method: 'DELETE', headers: { host: 'localhost' } }, {}, 405],
  ['another media type', { headers: { host: 'localhost', 'content-type': 'text/plain' } }, {}, 415],
  ['a body over the cap', { headers: { host: 'localhost' }, body: 'x'.repeat(1001) }, { maxBodyBytes: 1000 }, 413],
  ['no token', { headers: { host: 'localhost' } }, { token: 'abc' }, 401],
  ['a part of the token', bearer('ab'), { token: 'abc' }, 401],
  ['more than the token', bearer('abcd'), { token: 'abc' }, 401],
  ['another scheme', { headers: { host: 'localhost', authorization: 'Basic abc' } }, { token: 'abc' }, 401],
  ['the token', bearer('abc'), { token: 'abc' }, 200],
  [
    "the token, from somebody else's page",
    { headers: { ...bearer('abc').headers, origin: 'https://evil.example' } },
    { token: 'abc' },
    403,
  ],
  ['a token that is not asked for', bearer('abc'), {}, 200],
  ['no JSON', { headers: { host: 'localhost' }, body: '{' }, {}, 400],
];

test.each(doors)('%s', async (_, given, options, status) => {
  const [direct, socket] = await both(given, options);
  expect(direct?.[0]).toBe(status);
  expect(socket?.[0]).toBe(status);
});

test('what a request says in Authorization goes nowhere', async () => {
  await using upstream = await record(() => ({ body: { id: '7' } }));
  const handler = createHttpHandler({ ...serving([getThing]), client: upstream.client });
  const headers = { authorization: 'Bearer of-the-client', cookie: 'a=b', 'x-forwarded-for': '1.2.3.4' };
  const params = { name: 'get_thing', arguments: { id: 7 } };
  const { message } = await readAnswer(await handler(modernRequest('tools/call', params, { headers })));
  expect(message.result).toMatchObject({ content: [{ type: 'text', text: '{"id":"7"}' }] });
  expect(upstream.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  expect(JSON.stringify(upstream.requests[0]?.headers)).not.toMatch(/of-the-client|a=b|1\.2\.3\.4/);
});

describe('over a socket', () => {
  test('another path is not found, with an answer in JSON', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    for (const path of ['/', '/mcp//', '/mcp/x', '/register', '/.well-known/oauth-protected-resource']) {
      const response = await fetch(new URL(path, server.url));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { message: 'Not found: the MCP endpoint is /mcp.' } });
    }
  });

  test('without the token no body is read, and another path is not found still', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle, token: 'abc' });
    const half = nodeRequest(server.url, { method: 'POST', headers: { 'content-length': '1000' } });
    half.flushHeaders();
    const [response] = await once(half, 'response');
    expect([response.statusCode, response.headers['www-authenticate']]).toEqual([401, 'Bearer realm="mcp"']);
    half.destroy();
    expect((await fetch(new URL('/.well-known/oauth-protected-resource', server.url))).status).toBe(404);
  });

  test('an object of too many members is refused', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    const wide = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`k${index}`, 1]));
    const request = modernRequest('tools/call', { name: 'get_thing', arguments: wide }, { url: server.url });
    expect((await readAnswer(await fetch(request))).status).toBe(413);
  });

  test.each(['', 'two words', 'ü'])('the token %j is refused: nobody could send it', (token) => {
    expect(() => createHttpHandler({ ...serving([getThing]), client: idle, token })).toThrow('The token for clients');
  });

  test('it listens on this machine alone, and says so', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
  });

  test('a port that is taken is refused with what to do', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    const port = Number(new URL(server.url).port);
    const second = serveHttp({ ...serving([getThing]), client: idle, port });
    await expect(second).rejects.toMatchObject({ code: 'invalid_config', help: expect.stringContaining('0 takes') });
  });

  /** A server that never answers, and says when a connection to it was opened and when it was closed. */
  async function silent() {
    const opened = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    const server = await serveLoopback((request) => {
      opened.resolve();
      request.socket.once('close', () => closed.resolve());
    });
    return { ...server, opened: opened.promise, closed: closed.promise };
  }

  /** A call that the silent server will never answer, in either era. */
  function callForever(revision: string, url: string, signal?: AbortSignal): Promise<string> {
    const params = { name: 'get_thing', arguments: { id: 1 } };
    const legacy = revision === '2025-11-25';
    const request = modernRequest('tools/call', params, {
      url,
      ...(legacy && {
        headers: { 'mcp-protocol-version': revision },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      }),
    });
    const call = fetch(request, signal ? { signal } : {});
    return call.then((response) => response.text()).catch(() => 'given up');
  }

  test('a server that closes lets its calls finish, and takes no others', async () => {
    const opened = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const exchange = async () => {
      opened.resolve();
      await answer.promise;
      return { output: { id: '7' }, status: 200 };
    };
    // A client's answer has the type of its tool, which this one does not know.
    const client = { exchange } as unknown as McpServerOptions['client'];
    const server = await serveHttp({ ...serving([getThing]), client });
    const ended = callForever('2026-07-28', server.url);
    await opened.promise;
    const closed = server.close(60_000);
    await expect(fetch(server.url)).rejects.toThrow();
    answer.resolve();
    expect(await ended).toContain('{\\"id\\":\\"7\\"}');
    await closed;
  });

  describe.each(['2025-11-25', '2026-07-28'])('a call of %s', (revision) => {
    async function setup() {
      const upstream = await silent();
      const client = createClient({ token: TOKEN, baseUrl: upstream.url });
      return { upstream, server: await serveHttp({ ...serving([getThing]), client }) };
    }

    test('whose client goes away closes the connection to the API', async () => {
      const { upstream, server } = await setup();
      const giveUp = new AbortController();
      const ended = callForever(revision, server.url, giveUp.signal);
      await upstream.opened;
      giveUp.abort();
      await upstream.closed;
      expect(await ended).toBe('given up');
      await server.close(0);
      await upstream[Symbol.asyncDispose]();
    });

    test('that goes on when the server closes is cancelled', async () => {
      const { upstream, server } = await setup();
      const ended = callForever(revision, server.url);
      await upstream.opened;
      await server.close(0);
      await upstream.closed;
      await ended;
      await expect(fetch(server.url)).rejects.toThrow();
      await upstream[Symbol.asyncDispose]();
    });
  });
});
