import { request as nodeRequest } from 'node:http';
import * as z from 'zod';

/** One JSON-RPC answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The result or error of the request, `{}` for none. */
  readonly message: {
    readonly result?: Record<string, unknown> | undefined;
    readonly error?: { readonly code: number; readonly message: string } | undefined;
  };
}

/** A request that is not quite as it should be. */
export interface Post {
  readonly headers?: Readonly<Record<string, string>>;
  readonly capabilities?: object;
  readonly body?: string;
  readonly url?: string;
  readonly method?: string;
}

/** A JSON-RPC request of the revision 2026-07-28 as it goes over the wire, written out by hand. */
export function modernRequest(method: string, params: object, given: Post = {}): Request {
  const { headers = {}, capabilities = {}, body, url = 'http://localhost/mcp' } = given;
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': capabilities,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  };
  const name = 'name' in params ? { 'mcp-name': String(params.name) } : {};
  return new Request(url, {
    method: given.method ?? 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...name,
      ...headers,
    },
    ...((given.method ?? 'POST') === 'POST' && {
      body: body ?? JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } }),
    }),
  });
}

/** A JSON-RPC request as older revisions and shells send it, with these headers alone. */
export function plainRequest(method: string, params: unknown, given: Post = {}): Request {
  const { headers = {}, url = 'http://localhost/mcp' } = given;
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
}

const message = z.object({
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});

/** Reads a response to its end; of a stream of events the last one. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const last =
    text
      .split('\n')
      .findLast((line) => line.startsWith('data: '))
      ?.slice(6) ?? text;
  const { status, headers } = response;
  return { status, headers, message: last === '' ? {} : message.parse(JSON.parse(last)) };
}

/** Sends a request as it is: unlike fetch, with any Host. */
export async function sendRaw({ url, method, headers, body }: Request): Promise<{ status: number; text: string }> {
  const text = body === null ? '' : await new Response(body).text();
  return new Promise((resolve, reject) => {
    const sent = nodeRequest(url, { method, headers: Object.fromEntries(headers) }, async (response) => {
      let answer = '';
      for await (const chunk of response) answer += chunk;
      resolve({ status: response.statusCode ?? 0, text: answer });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
