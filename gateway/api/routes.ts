import { OpenAPIHono } from '@hono/zod-openapi';
import type { GatewayContext } from '../context/gateway-context.ts';
import { refuseInput } from '../http/refuse-input.ts';
import { requireAdmin } from '../http/require-admin.ts';
import { takeBody } from '../http/take-body.ts';
import { addLogins } from '../oauth/login/routes.ts';
import { addAboutRoute } from './about.ts';
import { addAccountRoutes } from './accounts/handlers.ts';
import { addAdminKeyRoutes } from './admin-keys/handlers.ts';
import { addApiTokenRoutes } from './api-tokens/handlers.ts';
import { addAuditRoutes } from './audit/handlers.ts';
import { addDocument } from './document.ts';
import { addHealthRoutes } from './health.ts';
import { addServerRoutes } from './servers/handlers.ts';
import { addSessionRoutes } from './sessions/handlers.ts';
import { addToolRoutes } from './tools/handlers.ts';
import { addTryRoutes } from './try/handlers.ts';
import { addUsageRoutes } from './usage/handlers.ts';

/** What only the operator may ask; the other parts of the gateway have guards of their own. */
const GUARDED = [
  ...['/integrated-account/*', '/api-token/*', '/admin-key/*', '/audit/*', '/usage/*'],
  ...['/tool/*', '/mcp-server/*'],
  ...['/oauth/:api/link', '/metrics', '/about'],
];

/** The management API, and the OpenAPI document that describes it. */
export function apiRoutes(context: GatewayContext): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseInput });
  const admin = requireAdmin(context);
  // Once more behind the body: who sends one for a minute may do it with a key that ended meanwhile.
  for (const path of GUARDED) app.use(path, admin, takeBody(), admin);
  addAccountRoutes(app, context);
  addServerRoutes(app, context);
  addApiTokenRoutes(app, context);
  addAdminKeyRoutes(app, context);
  addAuditRoutes(app, context);
  addSessionRoutes(app, context, admin);
  addToolRoutes(app, context);
  addUsageRoutes(app, context);
  addTryRoutes(app, context);
  addAboutRoute(app, context);
  addLogins(app, context);
  addHealthRoutes(app, context);
  addDocument(app, context);
  return app;
}
