import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { createAttemptLimit } from '../../http/attempt-limit.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { Problem } from '../../problem/problem.ts';
import { isServerId } from '../../servers/create-server.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import { decide, showConsent } from './authorize.ts';
import { answerClient, type ClientRequest } from './client-request.ts';
import { showingStoreAway } from './consent-page.ts';
import { exchangeGrant } from './exchange-grant.ts';
import { parentResource, resourceUrl } from './issuer.ts';
import { authorizationServerMetadata, protectedResourceMetadata } from './metadata.ts';
import { answeringErrors, tooMany } from './oauth-error.ts';
import { findProtected, findProtectedByToken } from './protected-server.ts';
import { registerClient } from './register-client.ts';
import { revokeToken } from './revoke-token.ts';

/** What one network may do in a minute: wrong API tokens at a server, registrations, failures of each client's requests. */
const WRONG_TOKENS = 5;
const REGISTRATIONS = 60;
const FAILURES = 60;

/** Bytes of a request's body. */
const LARGEST_BODY = 32 * 1024;

/**
 * The gateway's own authorization server: it lets clients that can send no header of their own use MCP servers that
 * require an API token. Each such server has an issuer of its own.
 */
export function authorizationServerRoutes(context: GatewayContext): Hono {
  const app = new Hono();
  const perMinute = (attempts: number) => createAttemptLimit({ attempts, span: 60_000, now: context.uptime });
  const wrongTokens = perMinute(WRONG_TOKENS);
  const registrations = perMinute(REGISTRATIONS);
  const failures = perMinute(FAILURES);

  const underIssuer = '/oauth/mcp/:server_id';
  for (const document of ['oauth-authorization-server', 'openid-configuration'])
    for (const path of [`/.well-known/${document}${underIssuer}`, `${underIssuer}/.well-known/${document}`] as const)
      app.get(path, async (c) => {
        const { row } = await findProtected(context, c.req.param('server_id'));
        return c.json(authorizationServerMetadata(context, row.id));
      });
  app.get('/.well-known/oauth-protected-resource/oauth/mcp/:server_id', async (c) => {
    const { row } = await findProtected(context, c.req.param('server_id'));
    return c.json(protectedResourceMetadata(context, { serverId: row.id, resource: parentResource(context) }));
  });
  app.get('/.well-known/oauth-protected-resource/mcp/:key', async (c) => {
    const key = c.req.param('key');
    const isById = isServerId(key);
    const { row } = await (isById ? findProtected : findProtectedByToken)(context, key);
    const resource = isById ? resourceUrl(context, row.id) : parentResource(context);
    return c.json(protectedResourceMetadata(context, { serverId: row.id, resource }));
  });

  const serverOf = (c: Context) => findProtected(context, c.req.param('server_id') ?? '');
  const authorize = '/oauth/mcp/:server_id/authorize';
  const show = showingStoreAway(async (c) => showConsent(context, c, await serverOf(c)));
  const take = showingStoreAway(async (c) => decide(context, c, { server: await serverOf(c), wrongTokens }));
  app.get(authorize, show);
  app.post(authorize, limited, take);

  type Handle = (request: Request, server: McpServerRow, address: string) => Promise<Response>;
  const post = (name: string, handle: Handle): void => {
    app.post(
      `/oauth/mcp/:server_id/${name}`,
      limited,
      answeringErrors(async (c) => {
        const { row } = await serverOf(c);
        return handle(c.req.raw, row, callerAddress(c));
      }),
    );
  };
  post('register', async (request, _, address) => {
    const wait = registrations.take({ address });
    if (wait > 0) throw tooMany('Too many clients register.', wait);
    return Response.json(await registerClient(context, await request.text()), { status: 201 });
  });
  const postByClient = (name: string, handle: (asked: ClientRequest) => Promise<Response>): void =>
    post(name, (request, server, address) => answerClient(context, { request, server, address, failures }, handle));
  postByClient('token', async (asked) => Response.json(await exchangeGrant(context, asked)));
  postByClient('revoke', async (asked) => {
    await revokeToken(context, asked);
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
