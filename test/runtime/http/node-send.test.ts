import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { giveUpAfter } from '../../../runtime/http/give-up.ts';
import { nodeSend } from '../../../runtime/http/node-send.ts';
import { type Outgoing, type Send, sendByFetch } from '../../../runtime/http/send.ts';
import { serveLoopback } from '../../support/serve-loopback.ts';

const LIMIT = 10_000;
const NEVER: Outgoing['giveUp'] = { onGiveUp: () => {}, signal: () => new AbortController().signal };
const byFetch = sendByFetch(fetch);
const byNode = nodeSend({});

/** What a sender makes of an answer, or why it failed. */
async function outcome(send: Send, request: Omit<Outgoing, 'giveUp'>): Promise<unknown> {
  const received = await send({ ...request, giveUp: NEVER });
  const bytes = await received.read(LIMIT);
  const { status, url, headers } = received;
  return {
    status,
    url,
    type: headers.get('Content-Type'),
    twice: headers.get('x-twice'),
    none: headers.get('x-none'),
    text: bytes && Buffer.from(bytes).toString('latin1'),
  };
}

describe('what an answer comes to is the same as with fetch', () => {
  const text = 'naïve '.repeat(100);
  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['a text', (_, response) => response.end(text)],
    ['nothing', (_, response) => response.writeHead(204).end()],
    ['headers that are there twice', (_, response) => response.setHeader('X-Twice', ['a', 'b']).end('x')],
    ['an error', (_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<p>no')],
    ['a redirect, which is not followed', (_, response) => response.writeHead(302, { location: '/other' }).end()],
    ['gzip', encoded('gzip', gzipSync(text))],
    ['gzip by its old name', encoded('X-GZIP', gzipSync(text))],
    ['gzip that lost its end', encoded('gzip', gzipSync(text).subarray(0, -8))],
    ['Brotli', encoded('br', brotliCompressSync(text))],
    ['deflate', encoded('deflate', deflateSync(text))],
    ['deflate without a head', encoded('deflate', deflateRawSync(text))],
    ['two codings', encoded('gzip, br', brotliCompressSync(gzipSync(text)))],
    ['a coding that nobody knows', encoded('mystery', Buffer.from(text))],
    ['nothing that is said to be gzip', encoded('gzip', Buffer.alloc(0))],
    ['more than is taken', (_, response) => response.end('x'.repeat(LIMIT + 1))],
    ['as much as is taken', (_, response) => response.end('x'.repeat(LIMIT))],
    ['a small answer that is large once decoded', encoded('gzip', gzipSync('x'.repeat(100 * LIMIT)))],
  ])('%s', async (_, answer) => {
    await using server = await serveLoopback(async (request, response) => answer(request, response));
    const request = { url: new URL(`${server.url}/a?b=c`), method: 'GET', headers: { Accept: '*/*' } };
    expect(await outcome(byNode, request)).toEqual(await outcome(byFetch, request));
  });

  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['broken gzip', encoded('gzip', Buffer.from('no gzip at all'))],
    ['more codings than anybody has', encoded(Array(6).fill('gzip').join(), gzipSync(text))],
    [
      'a connection that breaks in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
      },
    ],
    ['a connection that breaks before an answer', (_, response) => void response.destroy()],
  ])('%s fails with both', async (_, answer) => {
    await using server = await serveLoopback(async (request, response) => answer(request, response));
    const request = { url: new URL(server.url), method: 'GET', headers: {} };
    await expect(outcome(byNode, request)).rejects.toThrow();
    await expect(outcome(byFetch, request)).rejects.toThrow();
  });
});

describe('what is sent is the same as with fetch', () => {
  /** What `fetch` adds of its own, which says nothing to an API. */
  const OWN = new Set(['accept-language', 'sec-fetch-mode', 'user-agent', 'accept-encoding']);
  test.each<[string, Pick<Outgoing, 'method' | 'headers' | 'body'>]>([
    ['a question', { method: 'GET', headers: { Accept: 'application/json', Authorization: 'Bearer x' } }],
    ['JSON', { method: 'POST', headers: { Accept: '*/*', 'Content-Type': 'application/json' }, body: '{"a":"ü"}' }],
    ['a text of no type', { method: 'PUT', headers: { Accept: '*/*' }, body: 'ü' }],
    ['a write of nothing', { method: 'POST', headers: { Accept: '*/*' } }],
    ['a deletion', { method: 'DELETE', headers: { Accept: '*/*' } }],
    ['a deletion with a body', { method: 'DELETE', headers: { Accept: '*/*', 'content-type': 'text/x' }, body: 'a' }],
    ['a file', { method: 'POST', headers: { Accept: '*/*' }, body: new Blob(['a', 'b'], { type: 'text/x' }) }],
  ])('%s', async (_, request) => {
    const arrived: unknown[] = [];
    await using server = await serveLoopback(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const kept = Object.entries(incoming.headers).filter(([name]) => !OWN.has(name));
      arrived.push({
        url: incoming.url,
        method: incoming.method,
        headers: Object.fromEntries(kept),
        body: Buffer.concat(chunks).toString(),
      });
      response.end();
    });
    const url = new URL(`${server.url}/things/%20?a=%2F`);
    await outcome(byNode, { ...request, url });
    await outcome(byFetch, { ...request, url });
    expect(arrived[0]).toEqual(arrived[1]);
  });

  test('a header that the caller sets takes the place of one of ours', async () => {
    let arrived: string | undefined;
    await using server = await serveLoopback(async (incoming, response) => {
      arrived = incoming.headersDistinct['accept-encoding']?.join();
      response.end();
    });
    await outcome(byNode, { url: new URL(server.url), method: 'GET', headers: { 'ACCEPT-encoding': 'identity' } });
    expect(arrived).toBe('identity');
  });
});

describe('a call that is given up', () => {
  test.each([
    ['before it is sent', () => AbortSignal.abort('enough')],
    ['while it waits', () => AbortSignal.timeout(20)],
  ])('%s rejects with the reason, and its connection is closed', async (_, signalOf) => {
    await using server = await serveLoopback(async () => {});
    const signal = signalOf();
    const giveUp = giveUpAfter(60_000, signal);
    const sent = byNode({ url: new URL(server.url), method: 'GET', headers: {}, giveUp });
    await expect(sent).rejects.toBe(await reasonOf(signal));
    giveUp.done();
  });

  test('in the middle of an answer fails', async () => {
    const { promise: isClosed, resolve } = Promise.withResolvers<void>();
    await using server = await serveLoopback(async (_, response) => {
      response.on('close', resolve).writeHead(200).write('half');
    });
    const controller = new AbortController();
    const giveUp = giveUpAfter(60_000, controller.signal);
    const received = await byNode({ url: new URL(server.url), method: 'GET', headers: {}, giveUp });
    const reading = received.read(LIMIT);
    controller.abort();
    await expect(reading).rejects.toThrow();
    await isClosed;
    giveUp.done();
  });
});

test('calls one after the other use one connection, and a new one where the server closed it', async () => {
  const ports = new Set<number | undefined>();
  let closes = false;
  await using server = await serveLoopback(async (request, response) => {
    ports.add(request.socket.remotePort);
    if (closes) response.setHeader('connection', 'close');
    response.end('x');
  });
  const call = () => outcome(byNode, { url: new URL(server.url), method: 'GET', headers: {} });
  for (let n = 0; n < 5; n++) await call();
  expect(ports.size).toBe(1);
  closes = true;
  for (let n = 0; n < 3; n++) await call();
  expect(ports.size).toBe(3);
});

describe('a kept connection that the server closed unnoticed', () => {
  test.each([
    ['is no failure of what may arrive twice', true, 'x'],
    ['is one of what may not', false, 'ECONNRESET'],
  ])('%s', async (_, mayRepeat, want) => {
    const arrived: number[] = [];
    const seen = new WeakSet<object>();
    await using server = await serveLoopback(async (request, response) => {
      arrived.push(request.socket.remotePort ?? 0);
      if (seen.has(request.socket)) request.socket.resetAndDestroy();
      else response.end('x');
      seen.add(request.socket);
    });
    const call = () => outcome(byNode, { url: new URL(server.url), method: 'GET', headers: {}, mayRepeat });
    await call();
    const second = await call().then(
      (answer) => Object(answer).text,
      (error) => error.code,
    );
    expect(second).toBe(want);
    expect(arrived).toHaveLength(mayRepeat ? 3 : 2);
    expect(new Set(arrived).size).toBe(mayRepeat ? 2 : 1);
  });

  test('fails where a new one is closed as well', async () => {
    let arrived = 0;
    await using server = await serveLoopback(async (request, response) => {
      arrived += 1;
      if (arrived > 1) request.socket.resetAndDestroy();
      else response.end('x');
    });
    const call = () => outcome(byNode, { url: new URL(server.url), method: 'GET', headers: {}, mayRepeat: true });
    await call();
    await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(arrived).toBe(3);
  });
});

test.each([
  ['an environment whose proxy is used', { NODE_USE_ENV_PROXY: '1' }],
  ['options that say so', { NODE_OPTIONS: '--use-env-proxy' }],
])('goes by fetch with %s', async (_, environment) => {
  let agent: string | undefined;
  await using server = await serveLoopback(async (request, response) => {
    agent = request.headers['user-agent'];
    response.end();
  });
  await outcome(nodeSend(environment), { url: new URL(server.url), method: 'GET', headers: {} });
  // Which it adds where none is set.
  expect(agent).toBe('node');
});

function encoded(encoding: string, bytes: Buffer): (request: IncomingMessage, response: ServerResponse) => void {
  return (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
}

async function reasonOf(signal: AbortSignal): Promise<unknown> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return signal.reason;
}
