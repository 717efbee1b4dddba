import { createServer, type IncomingMessage, type Server as NodeServer, type ServerResponse } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import {
  hostHeaderValidation,
  type NodeIncomingMessageLike,
  originValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { localhostAllowedHostnames } from '@modelcontextprotocol/server';
import { hasWideObject, MOST_MEMBERS } from '../value/json-text.ts';
import { requireBearer } from './bearer.ts';
import { bind } from './bind.ts';
import { allowedHosts, allowedOrigins, createHttpHandler, type HttpHandler, type HttpOptions } from './http.ts';
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
  const isOrigin = originValidation(allowedOrigins(options));
  const bearer = options.token === undefined ? undefined : requireBearer(options.token);
  const answer = toNodeHandler(
    {
      fetch: async (request) =>
        new URL(request.url).pathname === path ? refuseWide(request, handler) : notFound(path),
    },
    {
      ...(options.maxBodyBytes !== undefined && { maxRequestBodySize: options.maxBodyBytes }),
      ...(options.onTransportError !== undefined && { onerror: options.onTransportError }),
    },
  );
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isHost(request, response) || !isOrigin(request, response)) return;
    // Another path is not found, with or without a token: clients look there for how to log in.
    const asksHere = request.url?.split('?')[0] === path;
    const refusal = asksHere ? await bearer?.(request.headers.authorization) : undefined;
    if (refusal !== undefined) {
      response.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(await refusal.text());
      return;
    }
    // The adapter's type leaves out the undefined that Node's declares.
    await answer(request as NodeIncomingMessageLike, response);
  };
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000 }, (request, response) => {
    void serve(request, response);
  });
  const origin = await bind(server, { port, host });
  const close = (grace = 2000): Promise<void> => stop(server, handler, grace);
  return { url: origin + path, close, [Symbol.asyncDispose]: () => close(0) };
}

const LOOPBACK = '127.0.0.1';

function notFound(path: string): Response {
  const error = { code: -32601, message: `Not found: the MCP endpoint is ${path}.` };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 404 });
}

/** Before the SDK reads it, which takes a second for what no tool takes. */
async function refuseWide(request: Request, handler: HttpHandler): Promise<Response> {
  // The adapter has read it within the limit.
  const text = request.method === 'POST' ? await request.text() : '';
  if (text === '') return handler(request);
  if (!hasWideObject(text)) return handler(new Request(request, { body: text }));
  const error = { code: -32600, message: `Invalid request: an object of it has more than ${MOST_MEMBERS} members.` };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 413 });
}

async function stop(server: NodeServer, handler: HttpHandler, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(async () => {
    await handler.close();
    server.closeAllConnections();
  }, grace);
  await closed;
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
