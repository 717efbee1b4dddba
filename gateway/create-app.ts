import { Hono } from 'hono';
import { apiRoutes } from './api/routes.ts';
import type { GatewayContext } from './context/gateway-context.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { callerAddress } from './http/caller-address.ts';
import { answerPages, guardHost, type Reach } from './http/guard-host.ts';
import { limitAddress } from './http/limit-address.ts';
import { observe, securityHeaders } from './http/observe.ts';
import { onError } from './http/on-error.ts';
import { takeBody } from './http/take-body.ts';
import { wantsPage } from './http/wants-page.ts';
import type { McpEndpoint } from './mcp/endpoint.ts';
import { visitorPage } from './mcp/visitor-page.ts';
import { authorizationServerRoutes } from './oauth/server/routes.ts';
import { Problem, problemBody } from './problem/problem.ts';

/** Everything that a gateway answers: MCP, logins, its API, its dashboard. */
export function createApp(context: GatewayContext, mcp: McpEndpoint, reach: Reach): Hono {
  const { dashboard } = context;
  const app = new Hono();
  app.use(observe(context), securityHeaders(), answerPages(reach), limitAddress(context), guardHost(reach));
  app.onError(onError(context));
  app.notFound((c) => c.json(problemBody(noAddress(dashboard !== undefined)), 404));
  for (const path of ['/mcp', '/mcp/', '/mcp/:token', '/mcp/:token/'])
    app.get(path, (c, next) => (wantsPage(c) ? visitorPage(c) : next()));
  for (const path of ['/mcp/:token', '/mcp/:token/'] as const)
    app.all(path, (c) => mcp.fetch(c.req.raw, { inUrl: c.req.param('token'), address: callerAddress(c) }));
  for (const path of ['/mcp', '/mcp/']) app.all(path, (c) => mcp.fetch(c.req.raw, { address: callerAddress(c) }));
  app.use('/oauth/mcp/*', takeBody());
  app.route('/', authorizationServerRoutes(context));
  app.route('/', apiRoutes(context));
  if (dashboard !== undefined) app.route('/', dashboardRoutes(dashboard));
  return app;
}

function noAddress(hasDashboard: boolean): Problem {
  return new Problem(
    { status: 404, code: 'not_found' },
    'There is nothing at this address.',
    `GET /openapi.json lists the addresses${hasDashboard ? '; the dashboard, for browsers, is at /dashboard/' : ''}.`,
  );
}
