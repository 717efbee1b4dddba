import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createClient } from '../../../intercom/client.ts';
import { packageVersion } from '../../../runtime/value/package-version.ts';
import { type Reply, record, TOKEN } from '../../support/recorder.ts';
import { catalog } from './support/catalog.ts';
import { options, type Setup } from './support/options.ts';
import { connections, type Result } from './support/session.ts';

function textPart(text: string) {
  return { type: 'text', text };
}

const overStdio = Object.entries(connections).filter(([name]) => name.endsWith('stdio'));

describe.each(overStdio)('%s', (name, connect) => {
  const start = async (reply: Reply | undefined, setup?: Setup) => {
    const server = await record(() => reply);
    const session = await connect(options(server.client, setup));
    return {
      ...session,
      requests: server.requests,
      [Symbol.asyncDispose]: async () => {
        await session[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  };

  test('speaks its era and gets the catalog as it is, without loading a tool', async () => {
    const loaded: string[] = [];
    await using session = await start({}, { loaded });
    expect(session.era).toBe(name.startsWith('modern') ? 'modern' : 'legacy');
    expect(session.client.getServerVersion()?.version).toBe(packageVersion);
    const list = await session.client.listTools();
    expect(list).toMatchObject({
      tools: catalog.map(({ name, title, description, inputSchema, annotations }) => ({
        name,
        title,
        description,
        inputSchema,
        annotations,
      })),
    });
    expect(JSON.stringify(list)).not.toContain('"tokens"');
    expect(loaded).toEqual([]);
    expect(session.requests).toEqual([]);
  });

  test('calls a tool and gets compact JSON', async () => {
    const loaded: string[] = [];
    const headers = { 'x-ratelimit-limit': '167', 'x-ratelimit-remaining': '166', 'x-ratelimit-reset': '0' };
    await using session = await start({ headers, body: { id: '7', a: { b: [1, 2] } } }, { loaded });
    const result = await session.result('get_thing', { id: 7 });
    expect(result.isError).toBeFalsy();
    expect(result.content).toEqual([textPart('{"id":"7","a":{"b":[1,2]}}')]);
    expect(result._meta).toMatchObject({ 'ratelimit-limit': 167, 'ratelimit-remaining': 166, 'ratelimit-reset': 0 });
    expect(session.requests[0]?.pathname).toBe('/things/7');
    expect(loaded).toEqual(['get_thing']);
  });

  test('turns pages', async () => {
    await using session = await start({ body: { data: [1, 2, 3], total_count: 3 } });
    const first = JSON.parse(textOf(await session.result('list_things', { limit: 2 })));
    expect(first).toEqual({ result: [1, 2], next_cursor: expect.any(String), total_count: 3 });
    const second = textOf(await session.result('list_things', { limit: 2, next_cursor: first.next_cursor }));
    expect(second).toBe('{"result":[3],"next_cursor":null,"total_count":3}');
  });

  test('gets text as it is, and a word for an answer without a body', async () => {
    await using session = await start({ body: 'Agent: "Hi"\nUser: ok' });
    expect((await session.result('get_transcript', { id: 1 })).content).toEqual([textPart('Agent: "Hi"\nUser: ok')]);
    expect((await session.result('detach_tag', { thing_id: 1, tag_id: 2 })).content).toEqual([
      textPart('{"ok":true,"status":200}'),
    ]);
  });

  test('gets bytes as a resource', async () => {
    const headers = { 'content-type': 'application/gzip' };
    await using session = await start({ headers, body: new Uint8Array([1, 2, 255]) });
    expect((await session.result('download_thing', { id: 1 })).content).toEqual([
      textPart('{"content_type":"application/gzip","bytes":3}'),
      {
        type: 'resource',
        resource: { uri: 'intercom://answer/download_thing', mimeType: 'application/gzip', blob: 'AQL/' },
      },
    ]);
  });

  test('gets only a description of too many bytes', async () => {
    await using session = await start({ body: new Uint8Array(1024 * 1024 + 1) });
    const { content } = await session.result('download_thing', { id: 1 });
    expect(content).toEqual([
      textPart(
        expect.stringMatching(
          /^\{"content_type":"text\/plain","bytes":1048577,"note":"too large to embed\. Ask for less/,
        ),
      ),
    ]);
  });

  test.each(['get_thin', '__proto__', 'constructor'])('asking for %s gets a protocol error', async (tool) => {
    await using session = await start({});
    const error = await session.result(tool).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: -32602, message: expect.stringContaining(`Unknown tool "${tool}".`) });
    if (tool === 'get_thin')
      expect(error).toMatchObject({ message: expect.stringContaining('Did you mean "get_thing"') });
  });

  test('gets bad arguments back as something to repair', async () => {
    await using session = await start({});
    const result = await session.result('reply_to_thing', { thing_id: 1, admin: 2 });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(/^Correct the arguments and call again\.\n/);
    expect(textOf(result)).toContain('admin: unknown argument. Did you mean "admin_id"?');
    expect(session.requests).toEqual([]);
  });

  test('gets a rate limit as a wait, with its values', async () => {
    const body = {
      type: 'error.list',
      request_id: 'r1',
      errors: [{ code: 'rate_limit_exceeded', message: 'Exceeded' }],
    };
    await using session = await start({
      status: 429,
      headers: { 'retry-after': '7', 'x-ratelimit-remaining': '0' },
      body,
    });
    const result = await session.result('get_thing', { id: 1 });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toBe(
      'Wait 7 seconds, then call again: the rate limit is used up.\nHTTP 429: rate_limit_exceeded Exceeded (ratelimit-remaining 0) (request id r1)',
    );
    expect(result._meta).toMatchObject({ 'ratelimit-remaining': 0 });
  });

  test.each(['broken_thing', 'missing_thing'])('learns nothing of the inside from %s', async (tool) => {
    const errors: unknown[] = [];
    await using session = await start({}, { onError: (error) => errors.push(error) });
    const result = await session.result(tool, { id: 1 });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(/^Try another tool: this call failed inside the server \((Type)?Error\)\.$/);
    expect(errors).toHaveLength(1);
  });

  test('cancels the request when it gives up', async () => {
    const giveUp = new AbortController();
    const { promise: aborted, resolve } = Promise.withResolvers<void>();
    const hang: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => {
          resolve();
          reject(new Error('aborted'));
        });
        giveUp.abort();
      });
    await using session = await connect(options(createClient({ token: TOKEN, fetch: hang })));
    await expect(session.result('get_thing', { id: 1 }, { signal: giveUp.signal })).rejects.toThrow();
    await aborted;
  });
});

test('a list may be kept by its client alone, for as long as the server says', async () => {
  await using server = await record(() => ({}));
  const connect = connections['modern, stdio'] ?? missing();
  await using session = await connect(options(server.client, { ttlMs: 60_000 }));
  expect(await session.client.listTools()).toMatchObject({ ttlMs: 60_000, cacheScope: 'private' });
});

function textOf({ content }: Result): string {
  return z.object({ type: z.literal('text'), text: z.string() }).parse(content[0]).text;
}

function missing(): never {
  throw new Error('no such client');
}
