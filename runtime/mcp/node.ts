import { createServer, type IncomingMessage, type Server as NodeServer, type ServerResponse } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import { hostHeaderValidation, type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import { localhostAllowedHostnames } from '@modelcontextprotocol/server';
import { requireBearer } from './bearer.ts';
import { bind } from './bind.ts';
import {
  allowedHosts,
  allowedOrigins,
  createHttpHandler,
  type HttpHandler,
  type HttpOptions,
  wrongOrigin,
} from './http.ts';
import { allowOrigins, isPreflight, pageHeaders } from './page-origins.ts';
import type { ServeOptions } from './server.ts';

/** Where a server listens. */
export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Address or name; 127.0.0.1 unless said otherwise. */
  readonly host?: string;
  /** The one path that is answered; `/mcp` unless said otherwise. */
  readonly path?: string;
}

/** A server that listens. */
export interface HttpServer extends AsyncDisposable {
  readonly url: string;
  /** Takes no more requests, lets those that go on finish for `grace` milliseconds (2,000), and cancels the rest. */
  readonly close: (grace?: number) => Promise<void>;
}

/** Serves tools over HTTP with Node's own server; throws {@link ConfigError} where it cannot listen. */
export function serveHttp(options: ServeOptions & HttpOptions & ListenOptions): Promise<HttpServer> {
  const hosts = options.allowedHosts ?? ownNames(options.host);
  return listen(createHttpHandler({ ...options, allowedHosts: hosts }), { ...options, allowedHosts: hosts });
}

/** As {@link serveHttp}, for a handler of any making. */
export async function listen(
  handler: HttpHandler,
  { port = 0, host = LOOPBACK, path = '/mcp', ...options }: HttpOptions & ListenOptions = {},
): Promise<HttpServer> {
  const hosts = allowedHosts(options);
  // Here as well as in the handler: a stranger's body is not even read.
  const isHost = hosts === undefined ? () => true : hostHeaderValidation(hosts);
  const isAllowed = allowOrigins(allowedOrigins(options));
  const bearer = options.token === undefined ? undefined : requireBearer(options.token);
  const answer = toNodeHandler(
    {
      fetch: async (request) => (isAt(new URL(request.url).pathname, path) ? handler(request) : notFound(path)),
    },
    {
      ...(options.maxBodyBytes !== undefined && { maxRequestBodySize: options.maxBodyBytes }),
      ...(options.onTransportError !== undefined && { onerror: options.onTransportError }),
    },
  );
  const refuse = async (request: IncomingMessage): Promise<Response | undefined> => {
    const { origin, authorization } = request.headers;
    if (origin !== undefined && !isAllowed(origin)) return refusal(403, -32000, wrongOrigin(origin));
    if (isPreflight(request.method, (name) => request.headers[name])) return undefined;
    // Another path is not found, with or without a token: clients look there for how to log in.
    return isAt(request.url?.split('?')[0], path) ? bearer?.(authorization) : undefined;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isHost(request, response)) return;
    const { origin } = request.headers;
    if (origin !== undefined && isAllowed(origin))
      for (const [name, value] of Object.entries(pageHeaders(origin))) response.setHeader(name, value);
    const refused = await refuse(request);
    if (refused !== undefined) {
      response.writeHead(refused.status, Object.fromEntries(refused.headers)).end(await refused.text());
      return;
    }
    // The adapter's type leaves out the undefined that Node's declares.
    await answer(request as NodeIncomingMessageLike, response);
  };
  const timeouts = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: KEEP_ALIVE };
  const server = createServer(timeouts, (request, response) => {
    void serve(request, response);
  });
  const origin = await bind(server, { port, host });
  const close = (grace = 2000): Promise<void> => stop(server, handler, grace);
  return { url: origin + path, close, [Symbol.asyncDispose]: () => close(0) };
}

const LOOPBACK = '127.0.0.1';

/**
 * Milliseconds for which a connection is kept without a request: longer than balancers (60 s) and clients do. Whoever closes it
 * first loses no request, and Node's five seconds pass while many clients wait for their turns.
 */
const KEEP_ALIVE = 65_000;

/** Milliseconds between two looks for connections that became idle while a server ends. */
const LOOK = 100;

/** With or without a slash at the end: people copy addresses both ways. */
function isAt(pathname: string | undefined, path: string): boolean {
  return pathname === path || pathname === `${path}/`;
}

function notFound(path: string): Response {
  return refusal(404, -32601, `Not found: the MCP endpoint is ${path}.`);
}

function refusal(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status });
}

async function stop(server: NodeServer, handler: HttpHandler, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const looking = setInterval(() => server.closeIdleConnections(), LOOK);
  const late = setTimeout(async () => {
    await handler.close();
    server.closeAllConnections();
  }, grace);
  await closed;
  clearInterval(looking);
  clearTimeout(late);
}

/**
 * The names under which a server bound to `host` is reached: none that somebody else's DNS could answer for, so that a
 * web page cannot rebind its own name to it.
 */
export function ownNames(host = LOOPBACK): string[] {
  const wildcard = host === '0.0.0.0' || host === '::';
  const addresses = wildcard ? Object.values(networkInterfaces()).flatMap((found) => found ?? []) : [];
  const numbers = addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  const raw = host.includes(':') ? `[${host}]` : host;
  return [...new Set([...localhostAllowedHostnames(), raw, ...(wildcard ? [hostname(), ...numbers] : [])])];
}
