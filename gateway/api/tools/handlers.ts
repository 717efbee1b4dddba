import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { createAliases } from '../../../runtime/catalog/aliases.ts';
import type { Api } from '../../../runtime/catalog/api.ts';
import { exportLoader } from '../../../runtime/catalog/tool-loader.ts';
import type { HostedApi } from '../../../runtime/hosting/hosted-api.ts';
import { catalogIndex } from '../../../runtime/reference/catalog-index.ts';
import { type ToolPage, toolPage } from '../../../runtime/reference/tool-page.ts';
import { didYouMean } from '../../../runtime/value/nearest.ts';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isReached } from '../../http/admin-of.ts';
import { keepFor } from '../../http/observe.ts';
import { Problem } from '../../problem/problem.ts';
import { openServedApi } from '../../servers/open-served-api.ts';
import type { ServedApi } from '../../servers/served-api.ts';
import type { Account } from '../../store/contract/accounts.ts';
import { accountsByIds } from '../servers/server-views.ts';
import { getToolRoute, listToolsRoute } from './routes.ts';
import { toolListView, toolView } from './schemas.ts';

/** A browser keeps it, and asks each time whether it is still so. */
const REVALIDATED = 'private, no-cache';

/** Adds the routes of the catalogue, of which that of each version is the same as long as the process runs; `now` tells which names of before still work. */
export function addToolRoutes(app: OpenAPIHono, { apis, store, now }: GatewayContext): void {
  const lists = new Map<string, ReturnType<typeof toolListView>>();
  app.use('/tool/*', etag(), async (c, next) => {
    await next();
    if (c.res.ok) keepFor(c, REVALIDATED);
  });

  app.openapi(listToolsRoute, async (c) => {
    const { api: id, api_version: versions = [], account } = c.req.valid('query');
    const { id: api, toolVersions, name } = apis.named(id);
    for (const version of [versions].flat()) requireVersion(version, { name, toolVersions });
    const chosen = [versions].flat().map((version) => ({ api, api_version: version }));
    const viewed = account === undefined ? [] : await reachedOf(c, [account].flat());
    const served = await openServedApi(apis, viewed.length > 0 ? viewed : chosen.length > 0 ? chosen : [{ api }]);
    const list = lists.get(served.key) ?? listOf(served);
    lists.set(served.key, list);
    return c.json(list, 200);
  });

  app.openapi(getToolRoute, async (c) => {
    const { name } = c.req.valid('param');
    const { api: id, api_version: version } = c.req.valid('query');
    const hosted = apis.named(id);
    if (version !== undefined) requireVersion(version, hosted);
    const api = await hosted.open(version ?? hosted.toolVersions.at(-1) ?? hosted.defaultVersion);
    const former = createAliases(api.catalog, now).find(name);
    const page = former?.isOver ? undefined : await pageOfTool(former?.entry.name ?? name, api, hosted);
    if (page === undefined) throw unknownTool(name, { api, hosted, note: former?.note });
    return c.json(toolView(page, hosted.id), 200);
  });

  async function reachedOf(c: Context, ids: readonly string[]): Promise<Account[]> {
    return accountsByIds(
      store.accounts,
      ids.filter((id) => isId(id) && isReached(c, id)),
    );
  }
}

function listOf({ versions, parts, partOf, catalog, groups }: ServedApi): ReturnType<typeof toolListView> {
  const apis = parts.map(({ hosted }) => hosted);
  const apiOf = (tool: string): string => partOf(tool)?.hosted.id ?? '';
  return toolListView({ version: versions, apis, apiOf }, catalogIndex(catalog, groups));
}

/** Throws a {@link Problem} for a version that there are no tools of. */
function requireVersion(version: string, { name, toolVersions }: Pick<HostedApi, 'name' | 'toolVersions'>): void {
  if (toolVersions.includes(version)) return;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'api_version' },
    `api_version: there are no tools of version ${JSON.stringify(version.slice(0, 64))} of ${name}'s API.${didYouMean(version, toolVersions)}`,
    `Use one of ${toolVersions.toReversed().join(', ')}.`,
  );
}

/** All that a reader sees of a tool; undefined for a name that no tool has. */
async function pageOfTool(
  name: string,
  { catalog, modules, groups, apiVersion }: Api,
  { id, moduleOf = (module: string) => `./${id}/tools/${module}` }: HostedApi,
): Promise<ToolPage | undefined> {
  const entry = catalog.find((candidate) => candidate.name === name);
  const loaded = await exportLoader(catalog, modules)(name);
  return entry && loaded && toolPage(entry, loaded, { groups, moduleOf: (module) => moduleOf(module, apiVersion) });
}

interface Missing {
  readonly api: Api;
  readonly hosted: HostedApi;
  readonly note: string | undefined;
}

function unknownTool(name: string, { api: { catalog, apiVersion }, hosted, note }: Missing): Problem {
  const names = catalog.map((entry) => entry.name);
  const hint = note === undefined ? didYouMean(name, names) : ` ${note}`;
  return new Problem(
    { status: 404, code: 'not_found' },
    `There is no tool ${JSON.stringify(name.slice(0, 128))} of version ${apiVersion} of ${hosted.name}'s API.${hint}`,
    'GET /tool lists them.',
  );
}
