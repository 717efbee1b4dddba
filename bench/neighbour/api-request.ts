/** What a program of codemode asks the API for; its `RequestOptions`. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly rawBody?: boolean;
}

/**
 * Asks the sample workspace at `baseUrl` as a careful operator of codemode would: with token and version, JSON in and out, and
 * a refusal thrown with its status and whole body.
 */
export async function requestApi(
  baseUrl: string,
  request: ApiRequest,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<unknown> {
  const { method, path, query = {}, body, contentType = 'application/json', rawBody = false } = request;
  // A path is added and not resolved: no program reaches another host.
  if (!path.startsWith('/')) throw new Error(`path has to begin with "/": ${path}`);
  const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.append(name, String(value));
  const headers = { authorization: 'Bearer sandbox', 'intercom-version': '2.16', accept: 'application/json' };
  const response = await fetch(url, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': contentType },
    ...(body !== undefined && { body: rawBody ? String(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${text}`);
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}
