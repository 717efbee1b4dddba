import { validateOriginHeader } from '@modelcontextprotocol/server';
import { CATALOG_HEADER } from './expected-catalog.ts';

/** Judges the `Origin` that a browser sends with a page's request. */
export type OriginCheck = (origin: string) => boolean;

/** Allows the pages of these host names, of these origins (`https://app.example.com`), or for `*` of any. */
export function allowOrigins(allowed: readonly string[]): OriginCheck {
  const origins = new Set(allowed.map((name) => name.toLowerCase()));
  const names = allowed.filter((name) => name !== ANY && !name.includes('://'));
  return (origin) => origins.has(ANY) || origins.has(origin.toLowerCase()) || validateOriginHeader(origin, names).ok;
}

const ANY = '*';

/** Whether a browser asks by a request what a page may send, before it sends anything. */
export function isPreflight(method: string | undefined, header: (name: string) => unknown): boolean {
  return method === 'OPTIONS' && Boolean(header('origin')) && Boolean(header('access-control-request-method'));
}

/** Answers what a page of an allowed origin may send. Never with credentials: what a browser keeps for this server proves nothing. */
export function answerPreflight({ headers }: Pick<Request, 'headers'>): Response {
  const asked = headers.get('access-control-request-headers');
  const allowed = asked !== null && /^[\w\-, ]*$/.test(asked) ? { 'access-control-allow-headers': asked } : {};
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-max-age': '7200',
      ...allowed,
      vary: 'Access-Control-Request-Headers',
    },
  });
}

/** What lets a browser hand an answer to a page of an allowed origin, and which of its headers. */
export function pageHeaders(origin: string): Readonly<Record<string, string>> {
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'Origin' };
}

const EXPOSED = [
  'Mcp-Session-Id',
  'MCP-Protocol-Version',
  'WWW-Authenticate',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  CATALOG_HEADER,
].join(', ');

/** Puts {@link pageHeaders} on an answer, beside what it varies by already. */
export function answerPage(response: Response, origin: string): Response {
  for (const [name, value] of Object.entries(pageHeaders(origin))) {
    if (name === 'vary') response.headers.append(name, value);
    else response.headers.set(name, value);
  }
  return response;
}
