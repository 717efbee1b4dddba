import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { apiVersion, catalogDigest } from '../../intercom/connection.ts';
import { catalogIdentity as identityOf } from '../../runtime/catalog/catalog-identity.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';
import { API_VERSIONS } from '../accounts/api-versions.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { ADMIN_ONLY, json, refusals } from './openapi/answers.ts';
import { catalogIdentity } from './openapi/fields.ts';

const about = z
  .object({
    version: z.string().openapi({ description: 'Of this package.' }),
    catalog: catalogIdentity.openapi({ description: 'By what all tools of this package are known.' }),
    public_url: z.string().openapi({ description: 'Under which MCP clients reach the gateway.' }),
    regions: z.array(z.string()).openapi({ description: 'Where the workspace of an account may live.' }),
    api_versions: z.array(z.string()).openapi({ description: "Versions of Intercom's API, the newest first." }),
    intercom_login: z.boolean().openapi({ description: "Whether a workspace can be connected by Intercom's login." }),
  })
  .openapi('About');

const read = createRoute({
  tags: ['Operation'],
  security: ADMIN_ONLY,
  method: 'get',
  path: '/about',
  summary: 'Read what this gateway can do',
  description: 'What a form needs to offer the right choices.',
  responses: { 200: json(about, 'What it can do.'), ...refusals(401) },
});

/** Adds the route that says what the gateway can do. */
export function addAboutRoute(app: OpenAPIHono, { publicUrl, upstreams, intercomApp }: GatewayContext): void {
  const answer: z.output<typeof about> = {
    version: packageVersion,
    catalog: identityOf(catalogDigest, apiVersion),
    public_url: publicUrl,
    regions: Object.keys(upstreams),
    api_versions: API_VERSIONS.toReversed(),
    intercom_login: intercomApp !== undefined,
  };
  app.openapi(read, (c) => c.json(answer, 200));
}
