import {
  createMcpHandler,
  isJsonContentType,
  localhostAllowedHostnames,
  type McpServerFactory,
  validateHostHeader,
} from '@modelcontextprotocol/server';
import type { CatalogIdentity } from '../catalog/catalog-identity.ts';
import { acceptedTypes, NOT_ACCEPTABLE } from './accepted-types.ts';
import { requireBearer } from './bearer.ts';
import { createCompressor } from './compress-answer.ts';
import { CATALOG_HEADER, EXPECT_HEADER, unexpectedCatalog } from './expected-catalog.ts';
import { allowOrigins, answerPage, answerPreflight, isPreflight } from './page-origins.ts';
import { headOf, isSubscription, MAX_BODY_BYTES, readPost } from './read-post.ts';
import { type Announced, type ServeOptions, serverFactory } from './server.ts';
import { settleAnswer } from './settle-answer.ts';

/** What a request over HTTP has to be like, whatever it asks for. */
export interface HttpOptions {
  /**
   * Names in `Host` that are answered, without ports; those of this machine unless said otherwise, so that no web page
   * reaches a local server under a name of its own. `any` is for servers behind a proxy that checks it.
   */
  readonly allowedHosts?: readonly string[] | 'any';
  /**
   * Pages of a browser that are answered, and may read the answer: host names, or whole origins such as
   * `https://app.example.com`; this machine's and `allowedHosts` unless said otherwise. `*` allows any page to do what it
   * likes, so ask for a `token` with it.
   */
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

/** As {@link createHttpHandler}, for servers of any making: each request gets one of its own. Where they say what their tools are known by, answers do, too. */
export function httpHandler(
  servers: McpServerFactory & Partial<Announced>,
  { token, maxBodyBytes = MAX_BODY_BYTES, onTransportError, ...checks }: HttpOptions = {},
): HttpHandler {
  const bearer = token === undefined ? undefined : requireBearer(token);
  const hosts = allowedHosts(checks);
  const isAllowed = allowOrigins(allowedOrigins(checks));
  const compress = createCompressor();
  const { catalog } = servers;
  const handler = createMcpHandler(servers, {
    legacy: 'stateless',
    maxRequestBodySize: maxBodyBytes,
    ...(onTransportError !== undefined && { onerror: onTransportError }),
  });

  async function answerPost(request: Request): Promise<Response> {
    const accepted = acceptedTypes(request);
    if (accepted === undefined) return refuse(406, NOT_ACCEPTABLE);
    const posted = await readPost(request, maxBodyBytes);
    if ('refusal' in posted) return posted.refusal;
    const { message } = posted;
    if (!accepted.stream && isSubscription(message)) return refuse(406, STREAM_ONLY);
    const response = await handler.fetch(headOf(request), { parsedBody: message });
    return compress(request, message, await settleAnswer(response, accepted));
  }

  async function answer(request: Request): Promise<Response> {
    if (isPreflight(request.method, (name) => request.headers.get(name))) return answerPreflight(request);
    const refusal = await bearer?.(request.headers.get('authorization'));
    if (refusal !== undefined) return refusal;
    return catalog === undefined ? answerMcp(request) : answerPinned(request, catalog);
  }

  function answerMcp(request: Request): Promise<Response> {
    const isMessage = request.method === 'POST' && isJsonContentType(request.headers.get('content-type'));
    return isMessage ? answerPost(request) : handler.fetch(request);
  }

  async function answerPinned(request: Request, identity: () => CatalogIdentity): Promise<Response> {
    const unexpected = unexpectedCatalog(request.headers.get(EXPECT_HEADER), identity);
    const response =
      unexpected === undefined
        ? await answerMcp(request)
        : refuse(unexpected.status, `${unexpected.error.message} ${unexpected.error.help}`);
    response.headers.set(CATALOG_HEADER, identity().digest);
    return response;
  }

  async function answerAllowed(request: Request): Promise<Response> {
    const origin = request.headers.get('origin');
    const refusal = hosts && refuseHost(request, hosts);
    if (refusal !== undefined) return refusal;
    if (origin === null) return answer(request);
    return isAllowed(origin) ? answerPage(await answer(request), origin) : refuse(403, wrongOrigin(origin));
  }

  return Object.assign(answerAllowed, { close: handler.close });
}

const STREAM_ONLY = 'Not acceptable: a subscription is answered as text/event-stream alone. Name it in Accept.';

/** Why a page is refused. */
export function wrongOrigin(origin: string): string {
  return `Pages of ${origin} are not answered. Name it in allowedOrigins (--allow-origin) if it is meant.`;
}

/** A request that a program made up has no `Host`: its address stands for it. */
function refuseHost(request: Request, hosts: string[]): Response | undefined {
  const verdict = validateHostHeader(request.headers.get('host') ?? new URL(request.url).host, hosts);
  return verdict.ok ? undefined : refuse(403, `${verdict.message} Name it in allowedHosts if it is meant.`);
}

function refuse(status: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', error: { code: -32000, message }, id: null }, { status });
}

/** The names in `Host` that are answered; undefined for any. */
export function allowedHosts({ allowedHosts: hosts }: Pick<HttpOptions, 'allowedHosts'>): string[] | undefined {
  return hosts === 'any' ? undefined : [...(hosts ?? localhostAllowedHostnames())];
}

/** The host names in `Origin` that are answered, and whole origins. */
export function allowedOrigins(options: Pick<HttpOptions, 'allowedHosts' | 'allowedOrigins'>): string[] {
  return [...(options.allowedOrigins ?? [...localhostAllowedHostnames(), ...(allowedHosts(options) ?? [])])];
}
