import { readFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { apiVersion } from '../../generated/intercom/facts.ts';
import { createClient } from '../../intercom/client.ts';
import { NetworkError, TimeoutError } from '../../runtime/http/errors.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';
import { record, TOKEN } from '../support/recorder.ts';
import { detachTag, getThing, replyToThing } from '../support/sample-tools.ts';
import { answering } from './support/answering.ts';
import { fault } from './support/fault.ts';

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
    await server.connect({ baseUrl: `${server.url}/proxy/v2/` }).call(getThing, { thing_id: '50%|a' });
    expect(server.requests[0]?.pathname).toBe('/proxy/v2/things/50%25%7Ca');
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
    for (const path of ['/a/../b', '/a?b=c', '@evil.example/', '.evil.example/', ':80/', '/a b', '/\\evil.example/x']) {
      const tool = { ...answering('json'), request: () => ({ path }) };
      await expect(server.client.call(tool, {})).rejects.toThrow(/percent-encoded|Invalid URL/);
    }
    expect(server.requests).toEqual([]);
    // Two slashes at its beginning are an empty segment, and no other host.
    await server.client.call({ ...answering('json'), request: () => ({ path: '//evil.example/x' }) }, {});
    expect(server.requests).toHaveLength(1);
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

  test.each<[string, Tool, string]>([
    ['read', getThing, 'Call again in a little while.'],
    ['write', replyToThing, 'Check whether the change was made before calling again.'],
  ])('by taking too long says for a %s what to do', async (_, tool, help) => {
    await using server = await record(() => undefined);
    const error = await fault(
      server.connect({ timeout: 50 }).exchange(tool, { thing_id: 1, ...(tool === replyToThing && { admin_id: 1 }) }),
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

function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
