import { createHttpHandler, type HttpHandler } from '../../runtime/mcp/http.ts';
import type { ServeOptions } from '../../runtime/mcp/server.ts';
import { modernRequest } from '../../test/support/mcp-post.ts';

/** A server of MCP in this process. */
export interface InProcess {
  /** The text of an answer; throws where it is no success. */
  readonly ask: (method: string, params?: object) => Promise<string>;
  readonly handler: HttpHandler;
}

/** Serves tools in this process, where requests go by no socket. */
export function serveInProcess(options: ServeOptions): InProcess {
  const handler = createHttpHandler({ ...options, allowedHosts: 'any' });
  return {
    handler,
    ask: async (method, params = {}) => {
      const response = await handler(modernRequest(method, params));
      const text = await response.text();
      if (response.status !== 200 || text.includes('"error":{')) throw new Error(text.slice(0, 300));
      return text;
    },
  };
}

/** A `fetch` that answers every request with one text of JSON. */
export function answering(text: string): typeof fetch {
  return async () => new Response(text, { headers: { 'content-type': 'application/json' } });
}
