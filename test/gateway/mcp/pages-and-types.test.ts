import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { modernRequest, plainRequest, readAnswer } from '../../support/mcp-post.ts';
import { testGateway } from '../support/gateway.ts';

const page = 'https://app.example';
const bothTypes = 'application/json, text/event-stream';

describe('a client', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/event-stream', 'text/event-stream'],
    [bothTypes, 'application/json'],
  ])('that takes %j is answered as %s, in both eras, with or without a slash', async (accept, want) => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const headers = accept === undefined ? {} : { accept };
    const requests = [
      plainRequest('tools/list', { cursor: null }, { url, headers }),
      plainRequest('tools/list', null, { url: `${url}/`, headers }),
    ];
    if (accept !== undefined) requests.push(modernRequest('tools/list', {}, { url, headers }));
    for (const request of requests) {
      const { status, headers, message } = await readAnswer(await made.gateway.fetch(request, '127.0.0.1'));
      expect([status, headers.get('content-type')]).toEqual([200, want]);
      expect(message.result?.tools).toBeInstanceOf(Array);
    }
  });

  test('that takes neither is told what there is', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const request = plainRequest('tools/list', {}, { url, headers: { accept: 'text/html' } });
    const { status, message } = await readAnswer(await made.gateway.fetch(request, '127.0.0.1'));
    expect([status, message.error?.message]).toEqual([406, expect.stringContaining('application/json')]);
  });

  test('gets the list in gzip where it takes that, and what a call answers never', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const headers = { 'accept-encoding': 'gzip' };
    const send = (method: string, params: object) =>
      made.gateway.fetch(plainRequest(method, params, { url, headers }), '127.0.0.1');
    const list = await send('tools/list', {});
    expect(list.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await list.arrayBuffer())).toString()).toContain('"tools":[');
    const call = await send('tools/call', { name: 'list_all_intercom_admins', arguments: {} });
    expect([call.status, call.headers.get('content-encoding')]).toEqual([200, null]);
  });

  test('gives its place back once, whatever its answer came as', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    // More than one server has places for at the same time.
    for (let at = 0; at < 110; at += 1) {
      const response = await made.gateway.fetch(plainRequest('ping', {}, { url }), '127.0.0.1');
      expect(response.status).toBe(200);
      await response.text();
    }
  });
});

describe('a page', () => {
  const preflight = (url: string, origin = page) =>
    new Request(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  test('of an allowed origin uses servers and reads their refusals, and nothing else of the gateway', async () => {
    await using made = await testGateway({ allowedOrigins: [page] });
    const { url } = await made.server(await made.account());
    const send = (request: Request) => made.gateway.fetch(request, '127.0.0.1');
    const asked = await send(preflight(url));
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    expect(asked.headers.get('access-control-allow-headers')).toBe('content-type');
    for (const [given, want] of [
      [url, 200],
      [url.replace(/.$/, '!'), 404],
    ] as const) {
      const { status, headers } = await send(plainRequest('ping', {}, { url: given, headers: { origin: page } }));
      expect([status, headers.get('access-control-allow-origin')]).toEqual([want, page]);
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    }
    for (const path of ['/integrated-account', '/metrics', '/', '/oauth/mcp/1/authorize']) {
      const given = new URL(path, url).href;
      const answers = await Promise.all([
        send(preflight(given)),
        send(new Request(given, { headers: { origin: page } })),
      ]);
      for (const { status, headers } of answers)
        expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 403, null]);
    }
  });

  test('of another origin is refused everywhere', async () => {
    await using made = await testGateway({ allowedOrigins: [page] });
    const { url } = await made.server(await made.account());
    for (const origin of ['https://evil.example', 'http://app.example', 'null'])
      for (const request of [preflight(url, origin), plainRequest('ping', {}, { url, headers: { origin } })]) {
        const { status, headers } = await made.gateway.fetch(request, '127.0.0.1');
        expect([origin, status, headers.get('access-control-allow-origin')]).toEqual([origin, 403, null]);
      }
  });

  test('of any origin where that is said, but not under a name that was rebound', async () => {
    await using made = await testGateway({ allowedOrigins: ['*'] });
    const { url } = await made.server(await made.account());
    const headers = { origin: 'https://any.example' };
    expect((await made.gateway.fetch(plainRequest('ping', {}, { url, headers }), '127.0.0.1')).status).toBe(200);
    const rebound = plainRequest('ping', {}, { url, headers: { ...headers, host: 'evil.example' } });
    expect((await made.gateway.fetch(rebound, '127.0.0.1')).status).toBe(403);
  });
});
