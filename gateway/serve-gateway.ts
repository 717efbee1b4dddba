import type { Socket } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { bind } from '../runtime/mcp/bind.ts';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
import { guardSockets } from './http/guard-sockets.ts';

/** Settings of {@link serveGateway}. */
export interface ServeGatewayOptions extends Omit<GatewayOptions, 'publicUrl'> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 unless said otherwise. */
  readonly host?: string;
  /** Under which clients reach the gateway; the address that it listens on unless said otherwise. */
  readonly publicUrl?: string | undefined;
  /** Milliseconds within which the head of a request has to be there; 10,000 unless said otherwise. Its body has six times as long, and a client that takes nothing of its answer twelve times. */
  readonly headersTimeout?: number;
}

/** A gateway that listens. */
export interface ListeningGateway extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly gateway: Gateway;
  /** Takes no more requests, lets those that go on finish for `grace` milliseconds (30,000), and gives up the rest. */
  readonly close: (grace?: number) => Promise<void>;
}

/** Serves a gateway with Node's own HTTP server; throws {@link ConfigError} where it cannot listen. */
export async function serveGateway({
  port = 0,
  host = '127.0.0.1',
  publicUrl,
  headersTimeout = 10_000,
  ...options
}: ServeGatewayOptions): Promise<ListeningGateway> {
  // The address is a part of what the gateway answers, and known only once the server listens.
  const { promise: ready, resolve: open } = Promise.withResolvers<Gateway>();
  let isClosing = false;
  const answer = async (request: Request, peer: string | undefined): Promise<Response> => {
    const response = await (await ready).fetch(request, peer);
    // By a connection that it keeps, a client would go on sending requests.
    if (isClosing) response.headers.set('Connection', 'close');
    return response;
  };
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => answer(request, incoming.socket.remoteAddress),
    hostname: host,
    serverOptions: {
      headersTimeout,
      requestTimeout: 6 * headersTimeout,
      // Node looks every 30 seconds otherwise.
      connectionsCheckingInterval: headersTimeout / 2,
      // Longer than balancers keep a connection, so that it is they who end it.
      keepAliveTimeout: 65_000,
    },
  });
  const { unused } = guardSockets(server, { unreadTime: 12 * headersTimeout, interval: headersTimeout / 2 });
  const url = await bind(server, { port, host });
  let gateway: Gateway;
  try {
    gateway = await createGateway({ ...options, publicUrl: publicUrl ?? url });
  } catch (error) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    throw error;
  }
  open(gateway);
  const close = (grace = 30_000): Promise<void> => {
    isClosing = true;
    return stop({ server, gateway, unused }, grace);
  };
  return { url, gateway, close, [Symbol.asyncDispose]: () => close(0) };
}

/** Milliseconds between two looks for connections that are not needed any more. */
const LOOK = 100;

interface Serving {
  readonly server: ServerType;
  readonly gateway: Gateway;
  readonly unused: ReadonlySet<Socket>;
}

async function stop({ server, gateway, unused }: Serving, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  gateway.endStreams();
  // Node ends those that are idle now, and waits for those that become so until they time out.
  const looking = setInterval(() => {
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  }, LOOK);
  const late = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, grace);
  await closed;
  clearInterval(looking);
  clearTimeout(late);
  await gateway.close();
}
