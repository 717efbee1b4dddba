import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { guardSockets } from '../../../gateway/http/guard-sockets.ts';

function* pieces(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= PIECE) yield Buffer.alloc(Math.min(left, PIECE));
}

const PIECE = 64 * 1024;

/** A guarded server that answers `size` bytes to each request once its body is there, and clients of it. */
async function guarded(limits: Parameters<typeof guardSockets>[1], size = 2) {
  let answered = 0;
  const server = createServer((request, response) => {
    // Clients here break off, and hang up.
    request.on('error', () => {});
    request.resume().on('end', () => {
      answered += 1;
      Readable.from(pieces(size)).pipe(response);
    });
  });
  guardSockets(server, limits);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // It listens on a port, not on a path.
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  return {
    answered: () => answered,
    connections: () => promisify(server.getConnections.bind(server))(),
    /** A client that sends this much, and no more. */
    send: async (text: string): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      sockets.push(socket);
      await once(socket, 'connect');
      if (text !== '') socket.write(text);
      return socket;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

const HEAD = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n';

describe('connections that keep a server waiting', () => {
  test.each([
    ['a connection without a head', ''],
    ['a part of a head', 'POST / HT'],
    ['a head and one byte', `${HEAD}a`],
  ])('%s: of too many the oldest is ended, and whoever comes is answered', async (_, part) => {
    await using server = await guarded({ network: 5 });
    const slow: Socket[] = [];
    for (let count = 0; count < 5; count += 1) slow.push(await server.send(part));
    const closed = slow.map((socket) => once(socket.resume(), 'close'));
    for (let count = 0; count < 3; count += 1) {
      const quick = await server.send(`${HEAD}ab`);
      const [answer] = await once(quick, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
      quick.destroy();
    }
    // The first of the quick ones took the place of the oldest; those after it took that of the quick one before.
    await closed[0];
    expect(slow.at(-1)?.destroyed).toBe(false);
  });

  test('of all networks together as well', async () => {
    await using server = await guarded({ network: 100, overall: 3 });
    const first = await server.send('');
    const ended = once(first.resume(), 'close');
    for (let count = 0; count < 3; count += 1) await server.send('');
    await ended;
  });

  test('a request that is there is not one that is waited for, however long its answer takes', async () => {
    const open: (() => void)[] = [];
    const server = createServer((_request, response) => {
      open.push(() => response.end('ok'));
    });
    guardSockets(server, { network: 3 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const answers = Array.from({ length: 12 }, () =>
      fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'ab' }),
    );
    await vi.waitFor(() => expect(open).toHaveLength(12));
    for (const end of open) end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
});

describe('answers that nobody reads', () => {
  const LARGE = 32 * 1024 * 1024;

  test('end with their connection, and not those of a client that reads', async () => {
    await using server = await guarded({ unreadTime: 1000, interval: 50 }, LARGE);
    const silent = (await server.send(`${HEAD}ab`)).pause();
    await vi.waitFor(() => expect(server.answered()).toBe(1));
    await vi.waitFor(async () => expect(await server.connections()).toBe(0), { timeout: 5000 });
    const reader = await server.send(`${HEAD}ab`);
    let read = 0;
    for await (const chunk of reader) {
      read += chunk.length;
      if (read >= LARGE) break;
    }
    expect(read).toBeGreaterThanOrEqual(LARGE);
    // What is in its buffers is there still, and then comes the end.
    let rest = 0;
    silent.on('data', (chunk: Buffer) => {
      rest += chunk.length;
    });
    await once(silent.resume(), 'close');
    expect(rest).toBeLessThan(LARGE);
  });

  test('are so many bytes of all clients together at most', async () => {
    await using server = await guarded({ unreadBytes: 100, interval: 20, unreadTime: 600_000 }, LARGE);
    const silent = (await server.send(`${HEAD}ab`)).pause();
    await vi.waitFor(() => expect(server.answered()).toBe(1));
    await vi.waitFor(async () => expect(await server.connections()).toBe(0), { timeout: 5000 });
    let rest = 0;
    silent.on('data', (chunk: Buffer) => {
      rest += chunk.length;
    });
    await once(silent.resume(), 'close');
    expect(rest).toBeLessThan(LARGE);
  });
});
