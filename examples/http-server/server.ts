import { Hono } from 'hono';
import { createClient } from 'intercom-mcp-toolkit';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { createHttpHandler } from 'intercom-mcp-toolkit/mcp';

/** What the application works with. */
export interface HttpServerOptions {
  /** Intercom's access token; its callers never see it. */
  readonly accessToken: string | undefined;
  /** Who may call, by the token that they send in `Authorization: Bearer`. */
  readonly callers: Readonly<Record<string, { readonly name: string; readonly mayWrite: boolean }>>;
  /** Another address than Intercom's own. */
  readonly baseUrl?: string | undefined;
  /** Told of each call. */
  readonly log: (line: string) => void;
}

/** An application in Hono that has an MCP endpoint beside its other routes: everybody reads, some callers also write. */
export function createApp({ accessToken, callers, baseUrl, log }: HttpServerOptions): Hono {
  const client = createClient({ token: accessToken, ...(baseUrl && { baseUrl }) });
  const options = { ...intercom, client, name: 'support', confirm: 'destructive' as const };
  const endpoints = {
    reading: createHttpHandler({ ...options, filter: { tags: ['support', 'knowledge_base'], methods: ['read'] } }),
    writing: createHttpHandler({ ...options, filter: { tags: ['support', 'knowledge_base'] } }),
  };

  const app = new Hono();
  app.get('/health', (c) => c.json({ ok: true }));
  app.all('/mcp', async (c) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const caller = Object.hasOwn(callers, token) ? callers[token] : undefined;
    if (caller === undefined) return c.json({ error: 'Send a token of this application.' }, 401);
    log(`${caller.name} ${c.req.method}`);
    return caller.mayWrite ? endpoints.writing(c.req.raw) : endpoints.reading(c.req.raw);
  });
  return app;
}
