import { once } from 'node:events';
import { Agent, type IncomingMessage, request as nodeRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { createHttpHandler, type HttpOptions } from '../../../runtime/mcp/index.ts';
import { serveHttp } from '../../../runtime/mcp/node.ts';
import { modernRequest, plainRequest, readAnswer } from '../../support/mcp-post.ts';
import { record } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';
import { serving } from './support/session.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };
const page = 'https://app.example';
const allowed: HttpOptions = { allowedOrigins: ['localhost', '127.0.0.1', page] };
const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly message?: unknown;
}

/** Sends these headers and no others, which fetch would. */
async function send(url: string | URL, { method = 'POST', headers = {}, message }: Sent) {
  const body = message === undefined ? '' : JSON.stringify(message);
  const type: Record<string, string> = message === undefined ? {} : { 'content-type': 'application/json' };
  const sent = nodeRequest(url, {
    method,
    headers: { ...type, 'content-length': `${Buffer.byteLength(body)}`, ...headers },
  });
  sent.end(body);
  // What Node emits as a response is one.
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
}

describe('what a client takes', () => {
  const json = 'application/json';
  const stream = 'text/event-stream';

  test.each<[string | undefined, string]>([
    [undefined, json],
    ['*/*', json],
    [`${json}, ${stream}`, json],
    [json, json],
    [stream, stream],
    ['text/html, */*;q=0.1', json],
  ])('%j is answered as %s, in both eras', async (accept, want) => {
    await using upstream = await record(() => ({ body: { id: '7' } }));
    await using server = await serveHttp({ ...serving([getThing]), client: upstream.client });
    const params = { name: 'get_thing', arguments: { id: 7 } };
    for (const request of [
      plainRequest('tools/list', {}),
      plainRequest('tools/call', params),
      modernRequest('tools/call', params),
    ]) {
      const { accept: _, ...headers } = Object.fromEntries(request.headers);
      const message: unknown = await request.json();
      const answer = await send(server.url, { headers: { ...headers, ...(accept && { accept }) }, message });
      expect([answer.status, answer.headers['content-type']]).toEqual([200, want]);
      expect(answer.text).toContain('"result"');
    }
  });

  test('what is neither is refused with the types that there are', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    const answer = await send(server.url, { headers: { accept: 'text/html' }, message: list });
    expect(answer.status).toBe(406);
    expect(answer.text).toContain('application/json or text/event-stream');
  });

  test('a call that tells of its progress is a stream, where the client takes one', async () => {
    const handler = (accept: string) => {
      const told = Promise.withResolvers<void>();
      // Answers once the client was told, or is known not to be.
      const exchange = async () => {
        if (accept !== json) await told.promise;
        return { output: { id: '7' }, status: 200 };
      };
      // A client's answer has the type of its tool, which this one does not know.
      const client = { exchange } as unknown as typeof idle;
      return { told, answer: createHttpHandler({ ...serving([getThing]), client, progressInterval: 1 }) };
    };
    const params = { name: 'get_thing', arguments: { id: 7 }, _meta: { progressToken: 1 } };
    const both = handler(`${json}, ${stream}`);
    const streamed = await both.answer(
      plainRequest('tools/call', params, { headers: { accept: `${json}, ${stream}` } }),
    );
    expect(streamed.headers.get('content-type')).toBe(stream);
    both.told.resolve();
    const text = await streamed.text();
    expect(text).toContain('notifications/progress');
    expect(text).toContain('"result"');
    const plain = await handler(json).answer(plainRequest('tools/call', params, { headers: { accept: json } }));
    expect(plain.headers.get('content-type')).toBe(json);
    expect(await plain.json()).toMatchObject({ id: 1, result: {} });
  });
});

describe('nulls of clients', () => {
  test.each<[string, unknown]>([
    ['tools/list', null],
    ['tools/list', { cursor: null }],
    ['tools/list', { _meta: null }],
    ['prompts/list', { cursor: null, _meta: { progressToken: null } }],
    [
      'initialize',
      {
        protocolVersion: '2025-11-25',
        capabilities: { roots: null },
        clientInfo: { name: 'a', version: '1', title: null },
      },
    ],
  ])('%s with %j', async (method, params) => {
    const handler = createHttpHandler({ ...intercom, client: idle });
    const { status, message } = await readAnswer(await handler(plainRequest(method, params)));
    expect([status, message.error]).toEqual([200, undefined]);
  });

  test('null arguments are none, and the tool says what it needs', async () => {
    await using upstream = await record(() => ({ body: {} }));
    const handler = createHttpHandler({ ...serving([getThing]), client: upstream.client });
    const call = { name: 'get_thing', arguments: null };
    for (const request of [plainRequest('tools/call', call), modernRequest('tools/call', call)]) {
      const { message } = await readAnswer(await handler(request));
      expect(message.result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('thing_id') }] });
    }
  });

  test("a null argument is the tool's to read", async () => {
    await using upstream = await record(() => ({ body: { id: '7' } }));
    const handler = createHttpHandler({ ...serving([getThing]), client: upstream.client });
    const { message } = await readAnswer(
      await handler(plainRequest('tools/call', { name: 'get_thing', arguments: { id: 7, flag: null } })),
    );
    expect(message.result).toMatchObject({ content: [{ text: '{"id":"7"}' }] });
  });
});

test('a slash at the end of the address changes nothing', async () => {
  await using server = await serveHttp({ ...serving([getThing]), client: idle, token: 'abc' });
  const headers = { authorization: 'Bearer abc' };
  expect((await send(`${server.url}/`, { headers, message: list })).status).toBe(200);
  expect((await send(`${server.url}/?a=b`, { headers, message: list })).status).toBe(200);
  expect((await send(`${server.url}/`, { message: list })).status).toBe(401);
});

test('the list of all tools is plain JSON, and a sixth of its size for a client that takes gzip', async () => {
  await using server = await serveHttp({ ...intercom, client: idle });
  const whole = await send(server.url, { message: list });
  expect(whole.headers['content-type']).toBe('application/json');
  const small = await send(server.url, { headers: { 'accept-encoding': 'gzip, br' }, message: list });
  expect(small.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(small.bytes).equals(whole.bytes)).toBe(true);
  expect(small.bytes.length).toBeLessThan(whole.bytes.length / 6);
});

test('a connection is kept longer than balancers keep one, and does not hold up the end of the server', async () => {
  const agent = new Agent({ keepAlive: true });
  const server = await serveHttp({ ...serving([getThing]), client: idle });
  const sent = nodeRequest(server.url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
  sent.end(JSON.stringify(list));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect(response.headers['keep-alive']).toMatch(/^timeout=65\b/);
  // Its request is not over when the server is told to end.
  const closed = server.close(60_000);
  await buffer(response);
  await closed;
  agent.destroy();
});

describe('pages of a browser', () => {
  const asks = {
    origin: page,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };

  test('one that is allowed is told what it may send, without the token, and reads every answer', async () => {
    await using server = await serveHttp({
      ...serving([getThing]),
      client: idle,
      token: 'abc',
      maxBodyBytes: 1000,
      ...allowed,
    });
    const preflight = await send(server.url, { method: 'OPTIONS', headers: asks });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-headers': 'authorization',
      vary: expect.stringContaining('Origin'),
    });
    const authorization = 'Bearer abc';
    const answers: [number, string, Sent][] = [
      [200, server.url, { headers: { origin: page, authorization }, message: list }],
      [401, server.url, { headers: { origin: page }, message: list }],
      [404, new URL('/other', server.url).href, { headers: { origin: page, authorization }, message: list }],
      [405, server.url, { headers: { origin: page, authorization }, method: 'GET' }],
      [406, server.url, { headers: { origin: page, authorization, accept: 'text/html' }, message: list }],
      [413, server.url, { headers: { origin: page, authorization }, message: 'x'.repeat(1001) }],
    ];
    for (const [status, url, sent] of answers) {
      const { headers, ...answer } = await send(url, sent);
      expect([answer.status, headers['access-control-allow-origin']]).toEqual([status, page]);
      expect(headers['access-control-expose-headers']).toContain('WWW-Authenticate');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test.each(['https://evil.example', 'http://app.example', 'https://app.example:444', 'null'])(
    '%s is refused, before and after it asks',
    async (origin) => {
      await using server = await serveHttp({ ...serving([getThing]), client: idle, ...allowed });
      for (const sent of [
        { method: 'OPTIONS', headers: { ...asks, origin } },
        { headers: { origin }, message: list },
      ]) {
        const answer = await send(server.url, sent);
        expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined]);
        expect(answer.text).toContain('allowedOrigins');
      }
    },
  );

  test('pages of this machine are told so as well, and no name is rebound for them', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle });
    const origin = 'http://localhost:6274';
    const answer = await send(server.url, { headers: { origin }, message: list });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, origin]);
    const rebound = await send(server.url, { headers: { origin, host: 'evil.example' }, message: list });
    expect([rebound.status, rebound.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  test('what needs no preflight is no message', async () => {
    await using server = await serveHttp({ ...serving([getThing]), client: idle, allowedOrigins: ['*'] });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect((await send(server.url, { headers: { origin: page, 'content-type': type }, message: list })).status).toBe(
        415,
      );
  });
});
