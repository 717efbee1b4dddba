import {
  createMcpHandler,
  localhostAllowedHostnames,
  type McpServerFactory,
  originValidationResponse,
  validateHostHeader,
} from '@modelcontextprotocol/server';
import { requireBearer } from './bearer.ts';
import { type ServeOptions, serverFactory } from './server.ts';

/** What a request over HTTP has to be like, whatever it asks for. */
export interface HttpOptions {
  /**
   * Names in `Host` that are answered, without ports; those of this machine unless said otherwise, so that no web page
   * reaches a local server under a name of its own. `any` is for servers behind a proxy that checks it.
   */
  readonly allowedHosts?: readonly string[] | 'any';
  /** Host names in `Origin` that are answered, where a browser sends one; this machine's and `allowedHosts` unless said otherwise. */
  readonly allowedOrigins?: readonly string[];
  /** Every request has to bring this in `Authorization: Bearer`; none is asked for unless it is set. */
  readonly token?: string | undefined;
  /** Bytes that a request may have; 4 MiB unless said otherwise. */
  readonly maxBodyBytes?: number;
  /** Told of what went wrong outside of a tool. */
  readonly onTransportError?: (error: Error) => void;
}

/** Answers requests of the Fetch API: Node, Hono, Workers and others speak it. */
export interface HttpHandler {
  (request: Request): Promise<Response>;
  /** Gives up the calls that are going on. */
  readonly close: () => Promise<void>;
}

/** Serves tools over Streamable HTTP without sessions, in both protocol eras; which path it answers is up to its caller. */
export function createHttpHandler(options: ServeOptions & HttpOptions): HttpHandler {
  return httpHandler(serverFactory(options), options);
}

/** As {@link createHttpHandler}, for servers of any making: each request gets one of its own. */
export function httpHandler(
  servers: McpServerFactory,
  { token, maxBodyBytes, onTransportError, ...checks }: HttpOptions = {},
): HttpHandler {
  const bearer = token === undefined ? undefined : requireBearer(token);
  const hosts = allowedHosts(checks);
  const origins = allowedOrigins(checks);
  const handler = createMcpHandler(servers, {
    legacy: 'stateless',
    ...(maxBodyBytes !== undefined && { maxRequestBodySize: maxBodyBytes }),
    ...(onTransportError !== undefined && { onerror: onTransportError }),
  });
  const answer = async (request: Request): Promise<Response> =>
    (hosts && refuseHost(request, hosts)) ??
    originValidationResponse(request, origins) ??
    (await bearer?.(request.headers.get('authorization'))) ??
    handler.fetch(request);
  return Object.assign(answer, { close: handler.close });
}

/** A request that a program made up has no `Host`: its address stands for it. */
function refuseHost(request: Request, hosts: string[]): Response | undefined {
  const verdict = validateHostHeader(request.headers.get('host') ?? new URL(request.url).host, hosts);
  if (verdict.ok) return undefined;
  const error = { code: -32000, message: `${verdict.message} Name it in allowedHosts if it is meant.` };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 403 });
}

/** The names in `Host` that are answered; undefined for any. */
export function allowedHosts({ allowedHosts: hosts }: Pick<HttpOptions, 'allowedHosts'>): string[] | undefined {
  return hosts === 'any' ? undefined : [...(hosts ?? localhostAllowedHostnames())];
}

/** The host names in `Origin` that are answered. */
export function allowedOrigins(options: Pick<HttpOptions, 'allowedHosts' | 'allowedOrigins'>): string[] {
  return [...(options.allowedOrigins ?? [...localhostAllowedHostnames(), ...(allowedHosts(options) ?? [])])];
}
