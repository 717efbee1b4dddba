import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { packageVersion } from '../../runtime/value/package-version.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { CSRF_HEADER } from '../http/require-session.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import { failures, json, OPEN } from './openapi/answers.ts';

const read = createRoute({
  tags: ['Operation'],
  security: OPEN,
  method: 'get',
  path: '/openapi.json',
  summary: 'Read this description',
  description: 'OpenAPI 3.1.',
  responses: { 200: json(z.record(z.string(), z.unknown()), 'The OpenAPI document.'), ...failures() },
});

/** Adds the OpenAPI document of all routes that the app has at the first request for it. */
export function addDocument(app: OpenAPIHono, place: Pick<GatewayContext, 'publicUrl'>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'AdminKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An admin key of the gateway. It counts where a cookie is sent as well.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'Session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName(place),
    description: `The cookie of POST /session. With it, whatever is no GET has to repeat csrf_token in ${CSRF_HEADER}, and pages of other origins are refused.`,
  });
  app.openAPIRegistry.registerPath(read);
  let made: ReturnType<OpenAPIHono['getOpenAPI31Document']> | undefined;
  app.get(read.path, (c) => {
    made ??= app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers: [{ url: place.publicUrl }] });
    return c.json(made);
  });
}

const INFO = {
  title: 'MCP gateway',
  version: packageVersion,
  description:
    'Connects accounts of APIs and gives MCP clients filtered, expiring views of them. Errors say what was wrong (`message`), where (`field`) and what to do (`help`).',
};
