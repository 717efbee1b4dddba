import type { HttpMethod, QueryValue, ResponseKind, ToolRequest } from './tool.ts';
import { packageVersion } from './version.ts';

/** What every request of a client carries; `version` null sends no `Intercom-Version`. */
export interface Origin {
  readonly baseUrl: URL;
  readonly token: string;
  readonly version: string | null;
}

/** The URL of a tool's request: lists become repeated keys, missing values are left out. A path that is not canonical is a bug. */
export function requestUrl({ baseUrl }: Pick<Origin, 'baseUrl'>, { path, query = {} }: ToolRequest): URL {
  const prefix = baseUrl.pathname === '/' ? '' : baseUrl.pathname;
  const url = new URL(prefix + path, baseUrl.origin);
  if (!path.startsWith('/') || url.origin !== baseUrl.origin || url.pathname !== prefix + path) {
    throw new Error(`The request path ${path} is not percent-encoded: build it with the path template.`);
  }
  for (const [key, value] of Object.entries(query)) {
    for (const item of listOf(value)) url.searchParams.append(key, String(item));
  }
  return url;
}

/** Method, headers and JSON body of a tool's request; any method may have a body, and redirects are never followed. */
export function requestInit(
  { token, version }: Origin,
  { method, response, body }: { method: HttpMethod; response: ResponseKind; body: unknown },
): RequestInit {
  const headers = new Headers({
    Accept: ACCEPT[response],
    Authorization: `Bearer ${token}`,
    'User-Agent': `intercom-mcp-toolkit/${packageVersion}`,
  });
  if (version !== null) headers.set('Intercom-Version', version);
  if (body === undefined) return { method, headers, redirect: 'manual' };
  headers.set('Content-Type', 'application/json');
  return { method, headers, redirect: 'manual', body: JSON.stringify(body) };
}

const ACCEPT: Readonly<Record<ResponseKind, string>> = {
  json: 'application/json',
  text: 'text/plain',
  binary: 'application/octet-stream',
  none: 'application/json',
  redirect: 'application/json',
};

function listOf(value: QueryValue): readonly (string | number | boolean)[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}
