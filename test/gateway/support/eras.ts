import { type Answer, modernRequest, readAnswer } from '../../support/mcp-post.ts';
import type { TestGateway } from './gateway.ts';

/** How a client of one protocol revision asks. */
export interface Era {
  readonly revision: string;
  readonly request: (url: string, method: string, params?: object, given?: Extras) => Request;
}

/** What a request has beside its message. */
export interface Extras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A request to an MCP server whose body is this text, as clients before 2026 send it. */
export function legacyPost(url: string, body: string, { headers = {}, signal }: Extras = {}): Request {
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-11-25',
      ...headers,
    },
    body,
    ...(signal && { signal }),
  });
}

export const legacy: Era = {
  revision: '2025-11-25',
  request: (url, method, params = {}, given = {}) =>
    legacyPost(url, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), given),
};

export const modern: Era = {
  revision: '2026-07-28',
  request: (url, method, params = {}, { headers = {}, signal } = {}) => {
    const request = modernRequest(method, params, { url, headers });
    return signal === undefined ? request : new Request(request, { signal });
  },
};

/** Both protocol eras, for `describe.each`. */
export const eras: readonly Era[] = [modern, legacy];

/** Sends requests of an era to a gateway, and reads their answers. */
export function asker({ gateway }: TestGateway, { request }: Era) {
  return async (url: string, method: string, params: object = {}, given: Extras = {}): Promise<Answer> =>
    readAnswer(await gateway.fetch(request(url, method, params, given)));
}

/** Calls tools in an era. */
export function caller(made: TestGateway, era: Era) {
  const ask = asker(made, era);
  return (url: string, name: string, args: object = {}, given: Extras = {}): Promise<Answer> =>
    ask(url, 'tools/call', { name, arguments: args }, given);
}

/** The texts of a tool's answer, and whether it says that something went wrong. */
export function toolResult({ message }: Answer): { readonly text: string; readonly isError: boolean } {
  const { content, isError } = Object(message.result);
  if (!Array.isArray(content)) throw new Error(`no tool's answer: ${JSON.stringify(message)}`);
  return { text: content.map(({ text }) => text).join('\n'), isError: isError === true };
}

/** A `fetch` that never answers but for `/me`, and is told to give up by the signal alone; `asked` tells of each request. */
export function hanging(answersMe: typeof fetch, asked: (signal: AbortSignal) => void): typeof fetch {
  return (input, init) => {
    if (new Request(input, init).url.endsWith('/me')) return answersMe(input, init);
    const signal = init?.signal;
    if (signal === undefined || signal === null) throw new Error('a request that cannot be given up');
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      asked(signal);
    });
  };
}
