import { setTimeout as sleep } from 'node:timers/promises';
import { type Recorded, record } from './recorder.ts';

/** A request that went through the relay, and the answer that it got. */
export interface Passed extends Recorded {
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: string };
}

/** A recorder that stands before another server. */
export interface Relay extends AsyncDisposable {
  readonly url: string;
  /** What passed since it was last asked for. */
  readonly take: () => Passed[];
}

/** Settings of {@link startRelay}. */
export interface RelayOptions {
  /** Milliseconds for which a request is tried again while nobody answers; none unless said otherwise. */
  readonly patience?: number;
}

/** Headers that belong to one connection and not to the message (RFC 9110, section 7.6.1), and those that fetch sets. */
const hops = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length', 'content-encoding']);

/**
 * Starts a recorder that passes every request on to a server on this machine, with headers `added` on the way,
 * or answers `{}` itself.
 */
export async function startRelay(
  upstream?: string,
  added: Readonly<Record<string, string>> = {},
  { patience = 0 }: RelayOptions = {},
): Promise<Relay> {
  let passed: Passed[] = [];
  const { url, [Symbol.asyncDispose]: dispose } = await record(async (recorded) => {
    const request = { ...recorded, headers: endToEnd(Object.entries(recorded.headers)) };
    const response =
      upstream === undefined
        ? Response.json({})
        : await patiently(() => passOn(upstream, request, added), patience).catch(unreachable);
    const headers = endToEnd(response.headers);
    const answer = { status: response.status, headers, body: await response.text() };
    passed.push({ ...request, answer: { ...answer, headers: new Headers(headers) } });
    return answer;
  });
  return {
    url,
    take: () => {
      const taken = passed;
      passed = [];
      return taken;
    },
    [Symbol.asyncDispose]: dispose,
  };
}

async function patiently(attempt: () => Promise<Response>, patience: number): Promise<Response> {
  for (const start = Date.now(); Date.now() - start < patience; await sleep(200)) {
    const response = await attempt().catch(() => undefined);
    if (response !== undefined) return response;
  }
  return attempt();
}

function passOn(upstream: string, request: Recorded, added: Readonly<Record<string, string>>): Promise<Response> {
  const { method, pathname, search, headers, body } = request;
  return fetch(`${upstream}${pathname}${search}`, {
    method,
    headers: { ...headers, ...added },
    redirect: 'manual',
    ...(body !== '' && { body }),
  });
}

function endToEnd(headers: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => !hops.has(name)));
}

function unreachable(error: unknown): Response {
  return new Response(String(error), { status: 502 });
}
