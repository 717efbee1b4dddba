import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { Problem } from '../../problem/problem.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import { decide, showConsent } from './authorize.ts';
import { showingStoreAway } from './consent-page.ts';
import { exchangeGrant } from './exchange-grant.ts';
import { authorizationServerMetadata, protectedResourceMetadata } from './metadata.ts';
import { answeringErrors, OAuthError } from './oauth-error.ts';
import { findProtected, findProtectedByToken } from './protected-server.ts';
import { registerClient } from './register-client.ts';
import { revokeToken } from './revoke-token.ts';
import { createTryLimit } from './try-limit.ts';

/** Wrong API tokens, and registrations, that a server takes in a minute. */
const WRONG_TOKENS = 5;
const REGISTRATIONS = 60;

/** Bytes of a request's body. */
const LARGEST_BODY = 32 * 1024;

/**
 * The gateway's own authorization server: it lets clients that can send no header of their own use MCP servers that
 * require an API token. Each such server has an issuer of its own.
 */
export function authorizationServerRoutes(context: GatewayContext): Hono {
  const app = new Hono();
  const { now } = context;
  const wrongTokens = createTryLimit({ tries: WRONG_TOKENS, span: 60_000, now });
  const registrations = createTryLimit({ tries: REGISTRATIONS, span: 60_000, now });

  const underIssuer = '/oauth/mcp/:server_id';
  for (const document of ['oauth-authorization-server', 'openid-configuration'])
    for (const path of [`/.well-known/${document}${underIssuer}`, `${underIssuer}/.well-known/${document}`] as const)
      app.get(path, async (c) => {
        const { row } = await findProtected(context, c.req.param('server_id'));
        return c.json(authorizationServerMetadata(context, row.id));
      });
  app.get('/.well-known/oauth-protected-resource/oauth/mcp/:server_id', async (c) => {
    const { row } = await findProtected(context, c.req.param('server_id'));
    return c.json(protectedResourceMetadata(context, row.id));
  });
  app.get('/.well-known/oauth-protected-resource/mcp/:token', async (c) => {
    const { row } = await findProtectedByToken(context, c.req.param('token'));
    return c.json(protectedResourceMetadata(context, row.id));
  });

  const serverOf = (c: Context) => findProtected(context, c.req.param('server_id') ?? '');
  const authorize = '/oauth/mcp/:server_id/authorize';
  const show = showingStoreAway(async (c) => showConsent(context, c, await serverOf(c)));
  const take = showingStoreAway(async (c) => decide(context, c, { server: await serverOf(c), tries: wrongTokens }));
  app.get(authorize, show);
  app.post(authorize, limited, take);

  const post = (name: string, handle: (request: Request, server: McpServerRow) => Promise<Response>): void => {
    app.post(
      `/oauth/mcp/:server_id/${name}`,
      limited,
      answeringErrors(async (c) => {
        const { row } = await serverOf(c);
        return handle(c.req.raw, row);
      }),
    );
  };
  post('register', async (request, { id }) => {
    if (registrations.take(id) > 0)
      throw new OAuthError('temporarily_unavailable', 'Too many clients register. Try again in a minute.', 429);
    return Response.json(await registerClient(context, await request.text()), { status: 201 });
  });
  post('token', async (request, row) => Response.json(await exchangeGrant(context, request, row)));
  post('revoke', async (request, row) => {
    await revokeToken(context, request, row);
    return new Response(null, { status: 200 });
  });
  return app;
}

const limited = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new Problem({ status: 413, code: 'too_large' }, 'The body is too large.', 'Send at most 32 KiB.');
  },
});
