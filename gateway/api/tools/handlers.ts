import type { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { openApi } from '../../../intercom/open-api.ts';
import { pageOfTool, toolIndex } from '../../../intercom/reference.ts';
import { createAliases } from '../../../runtime/catalog/aliases.ts';
import type { Api } from '../../../runtime/catalog/api.ts';
import { didYouMean } from '../../../runtime/value/nearest.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { keepFor } from '../../http/observe.ts';
import { Problem } from '../../problem/problem.ts';
import { openServedApi } from '../../servers/served-api.ts';
import { getToolRoute, listToolsRoute } from './routes.ts';
import { toolListView, toolView } from './schemas.ts';

/** A browser keeps it, and asks each time whether it is still so. */
const REVALIDATED = 'private, no-cache';

/** Adds the routes of the catalogue, which is the same as long as the process runs; `now` tells which names of before still work. */
export function addToolRoutes(app: OpenAPIHono, { now }: Pick<GatewayContext, 'now'>): void {
  const lists = new Map<string, ReturnType<typeof toolListView>>();
  app.use('/tool/*', etag(), async (c, next) => {
    await next();
    if (c.res.ok) keepFor(c, REVALIDATED);
  });

  app.openapi(listToolsRoute, async (c) => {
    const { api_version: wanted = [] } = c.req.valid('query');
    const api = await openServedApi([wanted].flat().map((version) => ({ api_version: version })));
    const list = lists.get(api.versions) ?? toolListView(api.versions, toolIndex(api));
    lists.set(api.versions, list);
    return c.json(list, 200);
  });

  app.openapi(getToolRoute, async (c) => {
    const { name } = c.req.valid('param');
    const api = await openApi(c.req.valid('query').api_version);
    const former = createAliases(api.catalog, now).find(name);
    const page = former?.isOver ? undefined : await pageOfTool(former?.entry.name ?? name, api);
    if (page === undefined) throw unknownTool(name, api, former?.note);
    return c.json(toolView(page), 200);
  });
}

function unknownTool(name: string, { catalog, apiVersion }: Api, note: string | undefined): Problem {
  const names = catalog.map((entry) => entry.name);
  const hint = note === undefined ? didYouMean(name, names) : ` ${note}`;
  return new Problem(
    { status: 404, code: 'not_found' },
    `There is no tool ${JSON.stringify(name.slice(0, 128))} of version ${apiVersion} of Intercom's API.${hint}`,
    'GET /tool lists them.',
  );
}
