import { fail } from '../diagnostics/fail.ts';

/** How a description is fetched. */
export interface FetchOptions {
  /** Until the last byte, in milliseconds. */
  readonly timeout?: number;
  /** The largest accepted body, in bytes. */
  readonly cap?: number;
}

/** An address without user, password and query, which can hold a token. */
export function publicPart({ origin, protocol, host, pathname }: URL): string {
  return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/** The bytes at an address; https only, or http on this machine, also after redirects. */
export async function fetchDescription(
  address: string,
  { timeout = 60_000, cap = 64 * 1024 * 1024 }: FetchOptions = {},
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeout);
  let url = allowed(address);
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await request(url, signal);
    const target = redirects.has(response.status) ? response.headers.get('location') : null;
    if (target === null) return body(response, url, cap);
    await response.body?.cancel();
    url = allowed(target, url);
  }
  throw fail('SOURCE_UNREACHABLE', `${publicPart(url)} redirects more than ${mostRedirects} times`);
}

function allowed(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (url && (url.username || url.password))
    throw fail('SOURCE_ADDRESS_REFUSED', `${publicPart(url)} is given with a user or password`);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))) return url;
  throw fail('SOURCE_ADDRESS_REFUSED', `${url ? publicPart(url) : address} is not an https address`);
}

async function request(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, redirect: 'manual' });
  } catch (error) {
    throw fail('SOURCE_UNREACHABLE', `${publicPart(url)} could not be fetched: ${reason(error)}`);
  }
}

async function body(response: Response, url: URL, cap: number): Promise<Uint8Array> {
  if (response.status === 200) return collect(response, publicPart(url), cap);
  await response.body?.cancel();
  throw fail('SOURCE_HTTP_STATUS', `${publicPart(url)} answered with status ${response.status}`);
}

/** The bytes; `fetch` itself refuses a body that is shorter than its Content-Length. */
async function collect(response: Response, address: string, cap: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      if (size > cap) break;
      chunks.push(part.value);
    }
    if (size > cap) await reader?.cancel();
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    throw fail(timedOut ? 'SOURCE_UNREACHABLE' : 'SOURCE_TRUNCATED', `${address} broke off: ${reason(error)}`);
  }
  if (size > cap) throw fail('SOURCE_TOO_LARGE', `${address} is larger than ${cap} bytes`);
  return Buffer.concat(chunks);
}

/** The innermost cause, since `fetch failed` alone says nothing. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reason(error.cause);
}
