import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { networkOf } from './network-of.ts';

/** How many connections may keep a server waiting, and how long it waits for a client that does not read. */
interface SocketLimits {
  /** Connections of one network by which a request is not there yet. */
  readonly network?: number;
  /** The same of all together. */
  readonly overall?: number;
  /** Milliseconds for which a client may take nothing of its answer. */
  readonly unreadTime?: number;
  /** Bytes of answers that clients may leave unread, all together. */
  readonly unreadBytes?: number;
  /** Milliseconds between two looks at what is not read. */
  readonly interval?: number;
}

/** What is known of a server's connections. */
export interface SocketGuard {
  /** Those by which no request has come yet: Node does not count them among the idle ones. */
  readonly unused: ReadonlySet<Socket>;
}

/**
 * Ends connections of clients that are slow on purpose. Where too many keep the server waiting for a request, the one that
 * has done so the longest is ended, not the one that comes: a client that sends its request at once is never kept out.
 */
export function guardSockets(
  server: ServerType,
  {
    network: mostOfNetwork = 100,
    overall = 2000,
    unreadTime = 120_000,
    unreadBytes = 256 * 1024 * 1024,
    interval = 5000,
  }: SocketLimits = {},
): SocketGuard {
  const unused = new Set<Socket>();
  const open = new Map<Socket, Unread>();
  /** By network those that keep the server waiting, the longest first, with the request that they began. */
  const waiting = new Map<string, Map<Socket, IncomingMessage | undefined>>();
  let count = 0;

  function forget(socket: Socket, network: string): void {
    const own = waiting.get(network);
    if (own?.delete(socket)) count -= 1;
    if (own?.size === 0) waiting.delete(network);
  }

  /** Ends the one that has kept the server waiting the longest; forgets those whose request is there by now. */
  function endOldest(network: string, most: number): void {
    const own = waiting.get(network) ?? new Map<Socket, IncomingMessage | undefined>();
    for (const [socket, request] of [...own]) if (request?.complete) forget(socket, network);
    const [oldest] = own.keys();
    if (own.size <= most || oldest === undefined) return;
    forget(oldest, network);
    oldest.destroy();
  }

  function wait(socket: Socket, network: string, request?: IncomingMessage): void {
    forget(socket, network);
    const own = waiting.get(network) ?? new Map<Socket, IncomingMessage | undefined>();
    waiting.set(network, own.set(socket, request));
    count += 1;
    if (own.size > mostOfNetwork) endOldest(network, mostOfNetwork);
    if (count <= overall) return;
    let largest = { of: network, size: own.size };
    for (const [of, { size }] of waiting) if (size > largest.size) largest = { of, size };
    endOldest(largest.of, largest.size - 1);
  }

  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    unused.add(socket);
    open.set(socket, { taken: 0, since: performance.now() });
    wait(socket, network);
    socket.once('close', () => {
      unused.delete(socket);
      open.delete(socket);
      forget(socket, network);
    });
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const network = networkOf(socket.remoteAddress ?? '');
    unused.delete(socket);
    wait(socket, network, request);
    response.once('close', () => forget(socket, network));
  });
  const looking = setInterval(() => endUnread(open, { unreadTime, unreadBytes }), interval).unref();
  server.on('close', () => clearInterval(looking));
  return { unused };
}

/** How much of its answers a client had taken, and since when. */
interface Unread {
  readonly taken: number;
  readonly since: number;
}

function endUnread(
  open: Map<Socket, Unread>,
  { unreadTime, unreadBytes }: Required<Pick<SocketLimits, 'unreadTime' | 'unreadBytes'>>,
): void {
  const now = performance.now();
  let unread = 0;
  for (const [socket, before] of open) {
    const taken = socket.bytesWritten - socket.writableLength;
    if (socket.writableLength === 0 || taken !== before.taken) open.set(socket, { taken, since: now });
    else if (now - before.since >= unreadTime) socket.destroy();
    unread += socket.destroyed ? 0 : socket.writableLength;
  }
  const byUnread = [...open.keys()].toSorted((a, b) => b.writableLength - a.writableLength);
  for (const socket of byUnread) {
    if (unread <= unreadBytes) return;
    unread -= socket.writableLength;
    socket.destroy();
  }
}
