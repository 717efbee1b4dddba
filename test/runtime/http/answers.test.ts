import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ResponseError } from '../../../runtime/http/errors.ts';
import type { ResponseKind } from '../../../runtime/tool/tool.ts';
import { type Recorded, record } from '../../support/recorder.ts';
import { replyToThing } from '../../support/sample-tools.ts';
import { answering } from '../support/answering.ts';
import { fault } from '../support/fault.ts';

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

test.each(['raw', 'model'] as const)(
  'JSON of any depth is an answer that cannot be read, not a fault: %s',
  async (shape) => {
    let levels = 100_000;
    const body = () => `{"a":${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}}`;
    await using server = await record(() => ({ headers: { 'content-type': 'application/json' }, body: body() }));
    const call = () => server.client.exchange(answering('json'), {}, { shape });
    await expect(call()).rejects.toMatchObject({
      code: 'invalid_response',
      message: expect.stringContaining('500 levels'),
    });
    levels = 400;
    expect(JSON.stringify((await call()).output).length).toBeGreaterThan(30);
  },
);
