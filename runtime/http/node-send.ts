import type { IncomingMessage, RequestOptions } from 'node:http';
import { decodeBody } from './decode-body.ts';
import { type Outgoing, type Received, type Send, sendByFetch } from './send.ts';

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
  const dispatcher: unknown = Reflect.get(globalThis, DISPATCHER);
  // Node's own is there once something was fetched.
  const isOwn = typeof dispatcher !== 'object' || dispatcher === null || dispatcher.constructor.name === 'Agent';
  return NODE_USE_ENV_PROXY === '1' || hasFlag || !isOwn;
}

/** Where undici keeps what a program says that `fetch` has to go by. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

const sendByNode: Send = (request) => sendBy(request, clientFor(request.url.protocol).agent);

/** Sends by a connection that is kept, or by one of its own where `agent` is false. */
const sendBy = (outgoing: Outgoing, agent: RequestOptions['agent']): Promise<Received> =>
  new Promise((resolve, reject) => {
    const { url, method, headers, body, giveUp, mayRepeat } = outgoing;
    const { request: open } = clientFor(url.protocol);
    const options: RequestOptions = {
      ...{ agent, method, path: url.pathname + url.search, port: url.port },
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      headers: headerLines({ url, method, headers, body }),
    };
    let isAnswered = false;
    let isAgain = false;
    let isGivenUp = false;
    const request = open(options, (response) => {
      isAnswered = true;
      resolve(receivedFrom(response, url));
    });
    giveUp.onGiveUp((reason) => {
      isGivenUp = true;
      reject(reason);
      request.destroy();
    });
    request.once('close', () => {
      if (!isAnswered && !isAgain) reject(new Error('the connection was closed before an answer came'));
    });
    request.on('error', (error) => {
      // The other end closed the connection while nobody used it, and this end had no time to notice.
      const isStale = request.reusedSocket && 'code' in error && CLOSED.has(error.code);
      if (isStale && mayRepeat && !isAnswered && !isGivenUp) {
        isAgain = true;
        sendBy(outgoing, false).then(resolve, reject);
      } else reject(error);
    });
    request.end(body);
  });

/** What a system says of a connection that the other end closed: at the next read, or at the next write. */
const CLOSED: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE']);

/** Names and values in turns, which Node writes as they are. */
function headerLines({ url, method, headers, body }: Omit<Outgoing, 'giveUp'>): string[] {
  const lines = Object.entries(headers).flat();
  const add = (name: string, value: string): void => {
    if (!Object.keys(headers).some((other) => other.toLowerCase() === name.toLowerCase())) lines.push(name, value);
  };
  add('Host', url.host);
  add('Accept-Encoding', 'gzip, br');
  // As `fetch` sends a text of which nothing more is said.
  if (body !== undefined) add('Content-Type', 'text/plain;charset=UTF-8');
  // Node would send a body of unknown length.
  if (body !== undefined || !BODILESS.has(method))
    lines.push('Content-Length', `${Buffer.byteLength(`${body ?? ''}`)}`);
  return lines;
}

/** Methods whose requests have no body unless there is one. */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

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
    response.once('close', () => {
      if (!response.readableEnded) fail();
    });
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
