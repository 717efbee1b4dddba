import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { catalogDigest } from '../../runtime/catalog/catalog-digest.ts';
import { catalogIdentity as identityOf } from '../../runtime/catalog/catalog-identity.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { packageVersion } from '../../runtime/value/package-version.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { ADMIN_ONLY, json, refusals } from './openapi/answers.ts';
import { catalogIdentity } from './openapi/fields.ts';

const names = z.array(z.string());

const credentialWay = z
  .object({
    id: z.string(),
    label: z.string(),
    fields: z.array(
      z.object({
        name: z
          .string()
          .openapi({ description: 'Its key in `credential`; `access_token` may stand beside it as well.' }),
        label: z.string(),
        help: z.string().optional(),
        secret: z.boolean(),
      }),
    ),
  })
  .openapi('CredentialWay');

const hostedApi = z
  .object({
    id: z.string().openapi({ description: 'As accounts name it.', example: 'intercom' }),
    name: z.string(),
    noun: z.string().openapi({ description: 'What one of its accounts is, such as a workspace.' }),
    catalog: catalogIdentity.openapi({
      description: 'By what its tools are known, in the version that is used unless one is chosen.',
    }),
    regions: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'Where an account may live.' }),
    variables: z
      .array(
        z.object({
          name: z.string(),
          description: z.string().optional(),
          default: z.string().optional(),
          values: names.optional(),
        }),
      )
      .openapi({ description: 'Parts of its address that each account has of its own.' }),
    api_versions: names.openapi({ description: 'Versions that an account may ask for, the newest first.' }),
    credentials: z
      .array(credentialWay)
      .openapi({ description: 'Ways to give a credential, each enough by itself; none where none is asked for.' }),
    identifies: z.boolean().openapi({
      description: 'Whether it says whose account a credential is of. A label is needed where it does not.',
    }),
    login: z.boolean().openapi({ description: 'Whether an account can be connected by a login at the API.' }),
  })
  .openapi('HostedApi');

const about = z
  .object({
    version: z.string().openapi({ description: 'Of this package.' }),
    public_url: z.string().openapi({ description: 'Under which MCP clients reach the gateway.' }),
    apis: z
      .array(hostedApi)
      .openapi({ description: 'Whose accounts it connects; the first is used where none is named.' }),
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
export function addAboutRoute(app: OpenAPIHono, { publicUrl, apis }: GatewayContext): void {
  app.openapi(read, async (c) => {
    const shown = await Promise.all(apis.all.map(apiView));
    return c.json({ version: packageVersion, public_url: publicUrl, apis: shown }, 200);
  });
}

async function apiView(api: HostedApi): Promise<z.output<typeof hostedApi>> {
  const { id, name, noun, addresses, regionNames = {}, variables = [], credentials, login } = api;
  const { catalog, apiVersion, profile, loadTool } = await api.open(api.defaultVersion);
  const { account } = profile;
  return {
    ...{ id, name, noun, catalog: identityOf(catalogDigest(catalog), apiVersion) },
    regions: Object.keys(addresses).map((region) => ({ id: region, name: regionNames[region] ?? region })),
    variables: variables.map(({ values, ...variable }) => ({ ...variable, ...(values && { values: [...values] }) })),
    api_versions: api.apiVersions.toReversed(),
    credentials: credentials.map(({ fields, ...way }) => ({ ...way, fields: [...fields] })),
    identifies: account !== undefined && (await loadTool(account.tool)) !== undefined,
    login: login !== undefined,
  };
}
