import { createServer, type IncomingMessage } from 'node:http';

/** A request that went through the recorder, and the answer that it got. */
export interface Passed {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: string };
}

/** An HTTP server on a free loopback port that keeps what passes through it. */
export interface Recorder extends AsyncDisposable {
  readonly url: string;
  /** What passed since it was last asked for. */
  readonly take: () => Passed[];
}

/** Headers that belong to one connection and not to the message (RFC 9110, section 7.6.1), and those that fetch sets. */
const hops = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length', 'content-encoding']);

/**
 * Starts a recorder that passes every request on to a server on this machine, with headers `added` on the way,
 * or answers `{}` itself.
 */
export async function startRecorder(
  upstream?: string,
  added: Readonly<Record<string, string>> = {},
): Promise<Recorder> {
  let passed: Passed[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { pathname, search, searchParams: query } = new URL(incoming.url ?? '/', 'http://recorder');
    const { method = '' } = incoming;
    const headers = endToEnd(headersOf(incoming));
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const init = {
      method,
      headers: { ...Object.fromEntries(headers), ...added },
      redirect: 'manual',
      ...(body !== '' && { body }),
    } as const;
    const response =
      upstream === undefined
        ? Response.json({})
        : await fetch(`${upstream}${pathname}${search}`, init).catch(unreachable);
    const answer = { status: response.status, headers: endToEnd(response.headers), body: await response.text() };
    passed.push({ method, pathname, query, headers, body, answer });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    take: () => {
      const taken = passed;
      passed = [];
      return taken;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function endToEnd(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => !hops.has(name)));
}

function unreachable(error: unknown): Response {
  return new Response(String(error), { status: 502 });
}
