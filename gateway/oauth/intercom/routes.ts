import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
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
  path: '/oauth/intercom/link',
  summary: 'Make a link that connects a workspace by a login at Intercom',
  description:
    'Open the link in a browser, or send it to an admin of the workspace. It works once within 10 minutes, and the login has to be finished within 10 more.',
  request: { body: jsonBody(linkBody) },
  responses: { 201: json(loginLink, 'The link, which is not shown again.'), ...refusals(...BODY_REFUSALS, 404) },
});

/** Adds the login at Intercom: an operator makes a link, with which an admin of the workspace goes there and comes back. */
export function addIntercomLogin(app: OpenAPIHono, context: GatewayContext): void {
  app.openapi(link, async (c) => {
    const body = c.req.valid('json');
    if (!isReached(c, body.integrated_account_id ?? null)) throw noAccount();
    return c.json(await createLink(context, body, byAdmin(c)), 201);
  });
  app.get('/oauth/intercom/start', (c) => showingFailures(context, c, () => startLogin(context, c)));
  app.get('/oauth/intercom/callback', (c) => showingFailures(context, c, () => finishLogin(context, c)));
}
