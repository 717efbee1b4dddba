import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '@modelcontextprotocol/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Client } from '../../../runtime/client.ts';
import type { Confirm } from '../../../runtime/mcp/confirm-call.ts';
import { serveStdio } from '../../../runtime/mcp/stdio.ts';
import { StdioTransport } from '../../../runtime/mcp/stdio-transport.ts';
import { detachTag, getThing } from '../../support/sample-tools.ts';
import { serving } from './support/session.ts';

const { name } = getThing;

/** What a call that is only described would send. */
const REQUEST = { method: 'DELETE', url: 'https://api.example/things/7', headers: {} };

const WAIT = { timeout: 20_000, interval: 10 };

/** The calls of a client that was let in, of which some wait until they are given up. */
function startedServer({ bySdk = false, confirm = 'never' as Confirm } = {}) {
  const given: { calls: number; gaveUp: unknown[] } = { calls: 0, gaveUp: [] };
  const exchange = (async (_tool, args, { signal } = {}) => {
    given.calls += 1;
    const { thing_id: id } = args as { thing_id?: unknown };
    if (id === 'fail') throw new Error('a bug');
    if (id === 'wait')
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => {
          given.gaveUp.push(signal.reason);
          reject(signal.reason);
        }),
      );
    if (id === 'later') await sleep(20);
    return { output: { args, ...REQUEST }, status: 200 };
  }) as Client['exchange'];
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const transport = new StdioTransport({ stdin, stdout });
  const options = { ...serving([getThing, detachTag]), client: { exchange }, confirm };
  const handle = serveStdio(options, { transport: bySdk ? unknownTransport(transport) : transport });
  let lines = 0;
  stdout.on('data', (chunk: Buffer) => {
    lines += chunk.filter((byte) => byte === 10).length;
  });
  const said = text(stdout);
  return {
    given,
    /** How many lines were written. */
    lines: () => lines,
    say: (...messages: unknown[]) => {
      for (const message of messages)
        stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);
    },
    /** What was answered, by ids, once so many messages came and a moment later no more. */
    end: async (count: number) => {
      await vi.waitFor(() => expect(lines).toBeGreaterThanOrEqual(count), WAIT);
      await sleep(50);
      await handle.close();
      stdout.end();
      const answers = (await said).split('\n').filter(Boolean);
      return answers.map((line): { id?: unknown; method?: unknown } => JSON.parse(line)).sort(byId);
    },
  };
}

/** The same transport as one of somebody else's, whose messages all go to the SDK. */
function unknownTransport(inner: StdioTransport): Transport {
  const outer: Transport = {
    start: () => {
      inner.onmessage = (message) => outer.onmessage?.(message);
      inner.onclose = () => outer.onclose?.();
      inner.onerror = (error) => outer.onerror?.(error);
      return inner.start();
    },
    send: (message) => inner.send(message),
    close: () => inner.close(),
  };
  return outer;
}

function byId(one: { id?: unknown }, other: { id?: unknown }): number {
  return String(one.id).localeCompare(String(other.id));
}

function initialize(capabilities: object = {}, protocolVersion: unknown = '2025-06-18') {
  const params = { protocolVersion, capabilities, clientInfo: { name: 'test', version: '1' } };
  return { jsonrpc: '2.0', id: 'start', method: 'initialize', params };
}
const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' };

function call(id: unknown, params: object, more: object = {}) {
  return { jsonrpc: '2.0', id, method: 'tools/call', params, ...more };
}
const plain = (id: unknown, thing: unknown = '7') => call(id, { name, arguments: { thing_id: thing } });
const cancel = (requestId: unknown) => ({
  jsonrpc: '2.0',
  method: 'notifications/cancelled',
  params: { requestId, reason: 'enough' },
});

// Modules that a call needs are loaded by the first.
beforeAll(async () => {
  for (const bySdk of [false, true]) {
    const server = startedServer({ bySdk });
    server.say(initialize(), initialized, plain(1));
    await server.end(2);
  }
});

describe('calls over stdio are answered as the SDK answers them', () => {
  test.each<[string, number, unknown[]]>([
    ['before the client was let in', 2, [plain(1), plain(2)]],
    ['in the same turn in which it is let in', 3, [initialize(), plain(1), initialized, plain(2)]],
    ['of a client that was refused', 2, [initialize({}, 7), plain(1)]],
    ['of a client of an unknown revision', 2, [initialize({}, '1999-01-01'), initialized, plain(1)]],
    ['of a client that opens twice', 4, [initialize(), initialized, plain(1), initialize(), plain(2)]],
    [
      'in every form',
      16,
      [
        initialize(),
        initialized,
        plain('a text'),
        call(2, { name }),
        call(3, { name, arguments: { thing_id: {} } }),
        call(4, { name: 'nothing' }),
        call(5, { name, arguments: { thing_id: 'fail' } }),
        call(6, { name, arguments: 'none' }),
        call(7, {}),
        call(8, { name, arguments: { thing_id: '7' }, _meta: { 'own/id': [1] } }),
        call(9, { name, arguments: { thing_id: '7' }, more: 1 }),
        '{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{"name":"get_thing","arguments":{"__proto__":{}}}}',
        call(1.5, { name }),
        call(null, { name }),
        call(11, { name, task: { ttl: 1 } }),
        { jsonrpc: '2.0', id: 12, method: 'ping' },
        '{"jsonrpc":"2.0","id":13,',
      ],
    ],
    ['that are given up', 2, [initialize(), initialized, plain(1, 'wait'), plain(2), cancel(1), cancel(3), cancel({})]],
    [
      'that are given up when they have their answer',
      2,
      [initialize(), initialized, plain(1), plain(2, 'later'), cancel(1)],
    ],
  ])('%s', async (_name, count, messages) => {
    const [own, sdk] = [startedServer(), startedServer({ bySdk: true })];
    own.say(...messages);
    sdk.say(...messages);
    const [answers, want] = [await own.end(count), await sdk.end(count)];
    expect(answers).toEqual(want);
    expect(own.given.calls).toBe(sdk.given.calls);
  });

  test('a call that is given up learns why, and nothing is said of it', async () => {
    const server = startedServer();
    server.say(initialize(), initialized, plain(1, 'wait'), plain(2));
    await vi.waitFor(() => expect([server.given.calls, server.lines()]).toEqual([2, 2]), WAIT);
    server.say(cancel(1));
    await vi.waitFor(() => expect(server.given.gaveUp).toHaveLength(1), WAIT);
    expect((await server.end(2)).map(({ id }) => id)).toEqual([2, 'start']);
    expect(server.given.gaveUp).toEqual(['enough']);
  });

  test('a connection that ends gives all its calls up', async () => {
    const server = startedServer();
    server.say(initialize(), initialized, plain(1, 'wait'), plain(2, 'wait'));
    await vi.waitFor(() => expect(server.given.calls).toBe(2), WAIT);
    expect((await server.end(1)).map(({ id }) => id)).toEqual(['start']);
    expect(server.given.gaveUp).toHaveLength(2);
  });

  test('a client that shows forms is asked by the SDK, where calls are to be confirmed', async () => {
    const servers = [startedServer({ confirm: 'write' }), startedServer({ confirm: 'write', bySdk: true })];
    const detach = call(1, { name: detachTag.name, arguments: { thing_id: '7', tag_id: '8' } });
    for (const server of servers) server.say(initialize({ elicitation: {} }), initialized, detach);
    for (const answers of await Promise.all(servers.map((server) => server.end(2))))
      expect(answers).toContainEqual(expect.objectContaining({ method: 'elicitation/create' }));
  });
});
