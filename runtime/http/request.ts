import { percentEncode } from '../tool/encoded.ts';
import type { ResponseKind, Tool, ToolRequest } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { packageVersion } from '../value/package-version.ts';
import { type Carried, carryInHeaders, carryInQuery } from './carry-credentials.ts';
import { encodeBody } from './encode-body.ts';
import { encodePairs } from './encode-query.ts';
import { createHeaders, type RequestHeaders } from './request-headers.ts';
import type { Outgoing } from './send.ts';

/** Where a request goes and what it carries: credentials, and the version of the API by the header's name, where there is one. */
export interface Origin {
  readonly baseUrl: URL;
  readonly credentials: readonly Carried[];
  readonly version: { readonly header: string; readonly value: string } | null;
}

/** The URL of a tool's request: lists become repeated keys, objects brackets, missing values are left out. A path that is not canonical is a bug. */
export function requestUrl(
  { baseUrl, credentials }: Pick<Origin, 'baseUrl' | 'credentials'>,
  { path, query = {}, querystring = '' }: ToolRequest,
): URL {
  const prefix = baseUrl.pathname === '/' ? '' : baseUrl.pathname;
  const pairs = [percentEncode(querystring), encodePairs(query, '&')].filter(Boolean).join('&');
  // Not as a relative reference: `//things` would be another host.
  const url = new URL(`${baseUrl.origin}${prefix}${path}${pairs === '' ? '' : `?${pairs}`}`);
  if (!path.startsWith('/') || url.host !== baseUrl.host || url.pathname !== prefix + path) {
    throw new Error(`The request path ${path} is not percent-encoded: build it with the path template.`);
  }
  carryInQuery(url, credentials);
  return url;
}

/** What of a tool its requests need beside what it makes of the arguments. */
export type Sending = Pick<Tool, 'method' | 'response' | 'accept'>;

/** Method, headers and body of a tool's request; any method may have a body. */
export function requestInit(
  { credentials, version }: Pick<Origin, 'credentials' | 'version'>,
  { method, response, accept = ACCEPT[response] }: Sending,
  request: Partial<ToolRequest> = {},
): Pick<Outgoing, 'method' | 'headers' | 'body'> {
  const encoded = encodeBody(request);
  const headers = createHeaders();
  headers.set('Accept', accept);
  // The length of what is not sent would be that of its compressed form.
  if (response === 'headers') headers.set('Accept-Encoding', 'identity');
  if (encoded?.type !== undefined) headers.set('Content-Type', encoded.type);
  for (const [name, value] of Object.entries(request.headers ?? {})) setHeader(headers, name, value);
  setHeader(headers, 'Cookie', encodePairs(request.cookies ?? {}, '; ') || undefined);
  carryInHeaders(headers, credentials);
  headers.set('User-Agent', `intercom-mcp-toolkit/${packageVersion}`);
  if (version !== null) headers.set(version.header, version.value);
  return { method, headers: headers.all(), ...(encoded && { body: encoded.body }) };
}

function setHeader(headers: RequestHeaders, name: string, value: unknown): void {
  if (value === null || value === undefined) return;
  try {
    headers.set(name, String(value));
  } catch {
    throw new InputError([{ argument: name, message: 'holds a character that a header cannot carry' }]);
  }
}

const ACCEPT = {
  json: 'application/json',
  text: 'text/plain',
  binary: 'application/octet-stream',
  none: 'application/json',
  redirect: 'application/json',
  headers: '*/*',
} satisfies Record<ResponseKind, string>;
