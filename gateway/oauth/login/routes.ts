import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { noAccount } from '../../accounts/find-account.ts';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../../api/openapi/answers.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { byAdmin, isReached } from '../../http/admin-of.ts';
import { finishLogin } from './finish-login.ts';
import { showingFailures } from './login-failure.ts';
import { createLink, linkBody, loginLink } from './login-link.ts';
import { startLogin } from './start-login.ts';

const link = createRoute({
  tags: ['Integrated accounts'],
  security: ADMIN_ONLY,
  method: 'post',
  path: '/oauth/{api}/link',
  summary: 'Make a link that connects an account by a login at its API',
  description:
    'Open the link in a browser, or send it to somebody who may agree for the account. It works once within 10 minutes, and the login has to be finished within 10 more.',
  request: {
    params: z.strictObject({
      api: z.string().openapi({ description: 'The id of an API of GET /about.', example: 'intercom' }),
    }),
    body: jsonBody(linkBody),
  },
  responses: { 201: json(loginLink, 'The link, which is not shown again.'), ...refusals(...BODY_REFUSALS, 404) },
});

/** Adds logins at APIs: an operator makes a link, with which somebody of the account goes there and comes back. */
export function addLogins(app: OpenAPIHono, context: GatewayContext): void {
  app.openapi(link, async (c) => {
    const body = c.req.valid('json');
    if (!isReached(c, body.integrated_account_id ?? null)) throw noAccount();
    return c.json(await createLink(context, { ...body, ...c.req.valid('param') }, byAdmin(c)), 201);
  });
  app.get('/oauth/:api/start', (c) => showingFailures(context, c, () => startLogin(context, c, c.req.param('api'))));
  app.get('/oauth/:api/callback', (c) =>
    showingFailures(context, c, () => finishLogin(context, c, c.req.param('api'))),
  );
}
