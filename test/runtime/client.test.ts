import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { apiVersion } from '../../generated/intercom/facts.ts';
import { createClient } from '../../intercom/client.ts';
import { NetworkError, ResponseError, TimeoutError } from '../../runtime/http/errors.ts';
import type { ResponseKind, Tool } from '../../runtime/tool/tool.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';
import { detachTag, getThing, type Recorded, record, replyToThing, TOKEN } from '../support/runtime-fixture.ts';

const noInput = z.strictObject({});

function answering(response: ResponseKind): Tool<typeof noInput> {
  return { ...getThing, name: 'answer', input: noInput, response, request: () => ({ path: '/answer' }) };
}

describe('a request', () => {
  test('carries the version, the token and nothing of a body', async () => {
    await using server = await record(() => ({ body: { id: '7' } }));
    const answer = await server.client.call(getThing, { thing_id: 7 });
    expectTypeOf(answer).toEqualTypeOf<{ id: string }>();
    expect(answer).toEqual({ id: '7' });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'GET', pathname: '/things/7', body: '' });
    expect(request?.headers).toMatchObject({
      'intercom-version': apiVersion,
      authorization: `Bearer ${TOKEN}`,
      accept: 'application/json',
      'user-agent': `intercom-mcp-toolkit/${packageVersion}`,
    });
    expect(request?.headers).not.toHaveProperty('content-type');
  });

  test('repeats the key of a list, and leaves missing values out', async () => {
    await using server = await record(() => ({ body: {} }));
    await server.client.call(getThing, { thing_id: 'a b', parts: ['x&y', 'z'], flag: null });
    await server.client.call(getThing, { thing_id: 1, flag: false, state: undefined });
    const [first, second] = server.requests;
    expect(first?.pathname).toBe('/things/a%20b');
    expect([...(first?.query ?? [])]).toEqual([
      ['parts', 'x&y'],
      ['parts', 'z'],
    ]);
    expect([...(second?.query ?? [])]).toEqual([['flag', 'false']]);
  });

  test.each([
    ['DELETE with a body', 5, '{"admin_id":5}', 'application/json'],
    ['DELETE without a body', undefined, '', undefined],
  ])('%s', async (_, admin_id, body, type) => {
    await using server = await record(() => ({ status: 204 }));
    expect(await server.client.call(detachTag, { thing_id: '1', tag_id: '2', admin_id })).toBeNull();
    expect(server.requests[0]).toMatchObject({ method: 'DELETE', pathname: '/things/1/tags/2', body });
    expect(server.requests[0]?.headers['content-type']).toBe(type);
  });

  test.each([
    ['json', 'application/json'],
    ['text', 'text/plain'],
    ['binary', 'application/octet-stream'],
    ['none', 'application/json'],
  ] as const)('asks for %s with Accept %s', async (kind, accept) => {
    await using server = await record(() => ({ body: 'null' }));
    await server.client.call(answering(kind), {});
    expect(server.requests[0]?.headers.accept).toBe(accept);
  });

  test('takes another version, or none', async () => {
    await using server = await record(() => ({ body: {} }));
    await server.connect({ version: 'Preview' }).call(getThing, { thing_id: 1 });
    await server.connect({ version: null }).call(getThing, { thing_id: 1 });
    expect(server.requests.map(({ headers }) => headers['intercom-version'])).toEqual(['Preview', undefined]);
  });

  test('keeps the path of a base URL', async () => {
    await using server = await record(() => ({ body: {} }));
    await server.connect({ baseUrl: `${server.url}/proxy/v2/` }).call(getThing, { thing_id: '..%2f' });
    expect(server.requests[0]?.pathname).toBe('/proxy/v2/things/..%252f');
  });

  test('goes to the host of the region', async () => {
    const hosts: string[] = [];
    const send: typeof fetch = async (input) => {
      hosts.push(new URL(String(input)).host);
      return Response.json({});
    };
    for (const region of ['us', 'eu', 'au'] as const) {
      await createClient({ token: 't', region, fetch: send }).call(getThing, { thing_id: 1 });
    }
    expect(hosts).toEqual(['api.intercom.io', 'api.eu.intercom.io', 'api.au.intercom.io']);
  });

  test('never leaves the base URL, whatever a tool builds', async () => {
    await using server = await record(() => ({ body: {} }));
    for (const path of ['/a/../b', '//evil.example/x', '/a?b=c', '@evil.example/', '/a b']) {
      const tool = { ...answering('json'), request: () => ({ path }) };
      await expect(server.client.call(tool, {})).rejects.toThrow(/percent-encoded|Invalid URL/);
    }
    expect(server.requests).toEqual([]);
  });
});

describe('an answer', () => {
  test.each<[string, ResponseKind, unknown, unknown]>([
    ['JSON', 'json', '{"a":[1]}', { a: [1] }],
    ['JSON with a byte order mark', 'json', '\ufeff{"a":1}', { a: 1 }],
    ['nothing where JSON was promised', 'json', '', null],
    ['text', 'text', 'Hello\nthere', 'Hello\nthere'],
    ['nothing', 'none', 'ignored', null],
  ])('%s', async (_, kind, body, expected) => {
    await using server = await record(() => ({ body }));
    expect(await server.client.call(answering(kind), {})).toEqual(expected);
  });

  test('bytes, with a content encoding undone', async () => {
    const bytes = new Uint8Array([0, 255, 10, 13, 128]);
    const headers = { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip', 'x-request-id': 'r1' };
    await using server = await record(() => ({ headers, body: new Uint8Array(gzipSync(bytes)) }));
    const { output, contentType, requestId } = await server.client.exchange(answering('binary'), {});
    expect(output).toEqual(bytes);
    expect([contentType, requestId]).toEqual(['application/octet-stream', 'r1']);
  });

  test('the rate limit beside it', async () => {
    const headers = {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-ratelimit-limit': '1666',
      'x-ratelimit-remaining': '1665',
      'x-ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 7),
    };
    await using server = await record(() => ({ headers, body: {} }));
    const { rateLimit } = await server.client.exchange(answering('json'), {});
    expect(rateLimit).toEqual({ limit: 1666, remaining: 1665, reset: 7 });
  });

  test('a redirect that was asked for is told, never followed', async () => {
    const location = 'https://signed.example/recording?sig=1';
    await using server = await record(() => ({ status: 302, headers: { location } }));
    expect(await server.client.call(answering('redirect'), {})).toEqual({ location, status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  test('of a redirect to a write is not followed either', async () => {
    await using server = await record(() => ({ status: 307, headers: { location: '/things/2/reply' } }));
    const call = server.client.call(replyToThing, { thing_id: 1, admin_id: 2 });
    await expect(call).rejects.toThrow(ResponseError);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, ResponseKind, (request: Recorded) => object, RegExp]>([
    [
      'a redirect nobody asked for',
      'json',
      () => ({ status: 307, headers: { location: '/other' } }),
      /redirect to 127\.0\.0\.1/,
    ],
    ['a body instead of a redirect', 'redirect', () => ({ body: '{}' }), /A redirect was expected, not HTTP 200/],
    [
      'a page instead of JSON',
      'json',
      () => ({ body: '<html>', headers: { 'x-request-id': 'r9' } }),
      /not JSON\. \(request id r9\)/,
    ],
    ['half of a JSON text', 'json', () => ({ body: '{"a":' }), /not JSON/],
    ['too much', 'binary', () => ({ body: new Uint8Array(1025) }), /larger than 1 KiB/],
  ])('%s is a ResponseError', async (_, kind, reply, message) => {
    await using server = await record(reply);
    const call = server.connect({ maxBytes: 1024 }).call(answering(kind), {});
    await expect(call).rejects.toThrow(ResponseError);
    await expect(call).rejects.toThrow(message);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['not JSON', 'x'],
    ['too large', 'x'.repeat(2000)],
  ])('to a write that is %s does not invite to do it twice', async (_, body) => {
    await using server = await record(() => ({ body }));
    const error = await fault(server.connect({ maxBytes: 1024 }).call(replyToThing, { thing_id: 1, admin_id: 2 }));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ help: expect.stringMatching(/^Do not call again before checking/) });
  });

  test('of exactly the cap is read', async () => {
    await using server = await record(() => ({ body: new Uint8Array(1024) }));
    expect(await server.connect({ maxBytes: 1024 }).call(answering('binary'), {})).toHaveLength(1024);
  });
});

describe('a connection that fails', () => {
  test('is named with its host and what to do', async () => {
    const { url } = await record(() => undefined).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server;
    });
    const error = await fault(createClient({ token: TOKEN, baseUrl: url }).call(getThing, { thing_id: 1 }));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'network', host: new URL(url).host });
    expect(error.message).toContain('ECONNREFUSED');
  });

  test.each([
    ['read', getThing, 'Call again in a little while.'],
    ['write', replyToThing, 'Check whether the change was made before calling again.'],
  ])('by taking too long says for a %s what to do', async (_, tool, help) => {
    await using server = await record(() => undefined);
    const error = await fault(
      server
        .connect({ timeout: 50 })
        .exchange<z.ZodObject, unknown>(tool, { thing_id: 1, ...(tool === replyToThing && { admin_id: 1 }) }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'timeout', help });
  });

  test('by the caller giving up rejects with the reason', async () => {
    const giveUp = new AbortController();
    await using server = await record(() => {
      giveUp.abort(new Error('changed my mind'));
      return undefined;
    });
    const error = await fault(server.client.call(getThing, { thing_id: 1 }, { signal: giveUp.signal }));
    expect(error.message).toBe('changed my mind');
  });
});

describe('settings', () => {
  test.each<[string, Parameters<typeof createClient>[0], RegExp]>([
    ['no token', { token: undefined }, /Set the environment variable INTERCOM_ACCESS_TOKEN/],
    ['an empty token', { token: ' \n' }, /Set the environment variable INTERCOM_ACCESS_TOKEN/],
    ['a token with its scheme', { token: `Bearer ${TOKEN}` }, /without "Bearer"/],
    ['a token with a line break', { token: `${TOKEN}\nX: y` }, /without "Bearer"/],
    ['http to another machine', { token: TOKEN, baseUrl: 'http://api.example' }, /in the clear/],
    ['http to a name that looks like loopback', { token: TOKEN, baseUrl: 'http://127.0.0.1.example' }, /in the clear/],
    ['another scheme', { token: TOKEN, baseUrl: 'file:///etc/passwd' }, /in the clear/],
    ['no address', { token: TOKEN, baseUrl: 'api' }, /in the clear/],
    ['credentials in the address', { token: TOKEN, baseUrl: `https://a:${TOKEN}@b.example` }, /scheme, host and path/],
    ['an unknown region', { token: TOKEN, region: JSON.parse('"constructor"') }, /one of us, eu, au/],
  ])('%s is a ConfigError', (_, options, help) => {
    const create = () => createClient(options);
    expect(create).toThrow(ConfigError);
    const error = thrown(create);
    expect(error).toMatchObject({ code: 'invalid_config', help: expect.stringMatching(help) });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(TOKEN);
  });

  test.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1', 'https://proxy.example/intercom'])(
    '%s is fine',
    (baseUrl) => {
      expect(() => createClient({ token: TOKEN, baseUrl })).not.toThrow();
    },
  );

  test('the version sent is that of package.json', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(packageVersion).toBe(manifest.version);
  });
});

async function fault(call: Promise<unknown>): Promise<Error> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('the call did not fail');
}

function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
