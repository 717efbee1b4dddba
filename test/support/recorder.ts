import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ClientOptions, createClient } from '../../intercom/client.ts';
import type { Client } from '../../runtime/client.ts';
import { serveLoopback } from './serve-loopback.ts';

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly pathname: string;
  /** The query as it was written, with its question mark. */
  readonly search: string;
  readonly query: URLSearchParams;
  /** By their names in lower case; one that came more than once has all its values. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the recorder answers: an object becomes JSON, text and bytes are sent as they are; what is empty has no type. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Answers a request; `undefined` is no answer at all. */
export type Answer = (request: Recorded) => Reply | undefined | Promise<Reply | undefined>;

/** A server on this machine that keeps what was sent to it. */
export interface Recorder extends AsyncDisposable {
  readonly url: string;
  readonly requests: Recorded[];
  readonly client: Client;
  /** A client of the recorder with other settings. */
  readonly connect: (options?: Partial<ClientOptions>) => Client;
}

/** The access token of the recorder's clients. */
export const TOKEN = 'dG9rOmNhbmFyeV8xMjM0NTY3ODkw';

/** Starts an HTTP server on a free loopback port that keeps every request and answers as told. */
export async function record(answer: Answer): Promise<Recorder> {
  const requests: Recorded[] = [];
  const { url, [Symbol.asyncDispose]: dispose } = await serveLoopback(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const reply = await answer(request);
    if (reply !== undefined) send(response, reply);
  });
  const connect = (options: Partial<ClientOptions> = {}) => createClient({ token: TOKEN, baseUrl: url, ...options });
  return { url, requests, client: connect(), connect, [Symbol.asyncDispose]: dispose };
}

/** Answers by `METHOD /path` with JSON, and everything else with 404 as Intercom does. */
export function byRoute(answers: Readonly<Record<string, unknown>>): Answer {
  return ({ method, pathname }) => {
    const route = `${method} ${pathname}`;
    if (Object.hasOwn(answers, route)) return { body: answers[route] };
    return { status: 404, body: { type: 'error.list', errors: [{ code: 'not_found', message: route }] } };
  };
}

async function readRequest(incoming: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { pathname, search, searchParams: query } = new URL(incoming.url ?? '/', 'http://recorder');
  const headers = Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]);
  const body = Buffer.concat(chunks).toString();
  return { method: incoming.method ?? '', pathname, search, query, headers: Object.fromEntries(headers), body };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  if (body === undefined || body === '') {
    response.writeHead(status, headers).end();
    return;
  }
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { 'content-type': raw ? 'text/plain' : 'application/json', ...headers });
  response.end(raw ? body : JSON.stringify(body));
}
