import type { IncomingMessage, RequestOptions } from 'node:http';
import { decodeBody } from './decode-body.ts';
import { type Received, type Send, sendByFetch } from './send.ts';

/** Milliseconds for which a connection that nobody uses is kept: as long as Node's own `fetch` keeps one. */
const IDLE = 4000;

/**
 * A {@link Send} by Node's HTTP client: half the work of `fetch`, whose streams, headers and signals nobody here looks at. Where a
 * proxy or a dispatcher is set for `fetch`, or a body is a file, `fetch` it is. All of a process share their connections.
 */
export function nodeSend(environment: Readonly<Record<string, string | undefined>> = process.env): Send {
  const byFetch: Send = (request) => sendByFetch(fetch)(request);
  if (isRouted(environment)) return byFetch;
  return (request) => (typeof (request.body ?? '') === 'string' ? sendByNode(request) : byFetch(request));
}

/** Whether requests are meant to go by something that `fetch` alone goes by. */
function isRouted({ NODE_USE_ENV_PROXY, NODE_OPTIONS = '' }: Readonly<Record<string, string | undefined>>): boolean {
  const hasFlag = [...process.execArgv, NODE_OPTIONS].some((option) => option.includes('--use-env-proxy'));
  return NODE_USE_ENV_PROXY === '1' || hasFlag || DISPATCHER in globalThis;
}

/** Where undici keeps what a program says that `fetch` has to go by. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

const sendByNode: Send = ({ url, method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const { request: open, agent } = clientFor(url.protocol);
    const options: RequestOptions = {
      ...{ agent, method, path: url.pathname + url.search, port: url.port },
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      headers: { ...ENCODINGS, ...headers, ...(body !== undefined && bodyHeaders(headers, body)) },
    };
    const request = open(options, (response) => resolve(receivedFrom(response, url)));
    const giveUp = () => {
      reject(signal.reason);
      request.destroy();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    request.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new Error('the connection was closed before an answer came'));
    });
    request.on('error', reject);
    request.end(body);
  });

const ENCODINGS = { 'Accept-Encoding': 'gzip, br' };

function bodyHeaders(headers: Readonly<Record<string, string>>, body: string | Blob): Record<string, string | number> {
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const length = { 'Content-Length': typeof body === 'string' ? Buffer.byteLength(body) : body.size };
  // As `fetch` sends a text of which nothing more is said.
  return isTyped ? length : { 'Content-Type': 'text/plain;charset=UTF-8', ...length };
}

function receivedFrom(response: IncomingMessage, url: URL): Received {
  // Nothing may listen for it when a connection breaks while its answer waits to be read.
  response.on('error', () => {});
  return {
    status: response.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = response.headers[name.toLowerCase()];
        return (Array.isArray(value) ? value.join(', ') : value) ?? null;
      },
    },
    url: url.href,
    read: async (maxBytes) => {
      const bytes = await readBody(response, maxBytes);
      return bytes && (await decodeBody(bytes, response.headers['content-encoding'], maxBytes));
    },
    cancel: async () => void response.destroy(),
  };
}

/** The bytes as they came; undefined, and the rest left unread, for more than `maxBytes`. */
function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    let size = 0;
    const fail = () => reject(response.errored ?? new Error('the connection was closed before the answer ended'));
    if (response.destroyed) return fail();
    response.on('data', (chunk: Buffer<ArrayBuffer>) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= maxBytes) return;
      resolve(undefined);
      response.destroy();
    });
    response.once('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size)));
    response.once('close', fail);
  });
}

type Protocol = Pick<typeof import('node:http'), 'request'> & {
  readonly agent: import('node:http').Agent;
};

const clients = new Map<string, Protocol>();

/** The client of a protocol, loaded when the first request goes by it. */
function clientFor(protocol: string): Protocol {
  const module = protocol === 'https:' ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http');
  const known = clients.get(protocol) ?? {
    request: module.request,
    agent: new module.Agent({ keepAlive: true, timeout: IDLE }),
  };
  clients.set(protocol, known);
  return known;
}
