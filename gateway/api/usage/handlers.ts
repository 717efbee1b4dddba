import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { findAccount } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { reachedAccounts } from '../../http/admin-of.ts';
import { openServedApi } from '../../servers/open-served-api.ts';
import { readServerConfig, storedTools } from '../../servers/server-config.ts';
import { type CountRange, SPANS, startOf } from '../../store/contract/counters.ts';
import { isoTime } from '../openapi/fields.ts';
import { findServer } from '../servers/find-server.ts';
import { viewedAccounts } from '../servers/server-views.ts';
import { readPeriods } from './periods.ts';
import { readCounters } from './read-counters.ts';
import { readDays } from './read-days.ts';
import { listUnusedTools, readUsage, readUse } from './routes.ts';
import { summarize } from './summarize.ts';

/** Adds the routes of the counters. */
export function addUsageRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  app.openapi(readUsage, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    const days = readDays(c.req.valid('query'), now());
    const rows = await store.counters.usage(id, days);
    const result = rows.map(({ account_id, server_id, ...counted }) => ({ ...counted, mcp_id: server_id }));
    return c.json({ ...days, result }, 200);
  });

  app.openapi(readUse, async (c) => {
    const { integrated_account_id, mcp_id, tool, ...times } = c.req.valid('query');
    const periods = readPeriods(times, now());
    const whose = { ...scopeOf(c, { integrated_account_id, mcp_id }), tool };
    return c.json(summarize(periods, await readCounters(store.counters, whose, periods)), 200);
  });

  app.openapi(listUnusedTools, async (c) => {
    const row = await findServer(context, c.req.valid('param'));
    const { days } = c.req.valid('query');
    const from = startOf('day', now() - days * SPANS.day.length);
    const to = startOf('day', now());
    const counted = await store.counters.byTool({ scopes: [`server:${row.id}`], span: 'day', from, to });
    const called = new Set(counted.map(({ tool }) => tool));
    const { catalog } = await openServedApi(context.apis, await viewedAccounts(store, row));
    const tools = storedTools(readServerConfig(row.config), catalog);
    const result = tools.filter(({ name }) => !called.has(name)).map(unusedView);
    const tokens = result.reduce((sum, tool) => sum + tool.tokens, 0);
    return c.json(
      { since: isoTime(Math.max(row.created_at, Date.parse(from))), result, tokens, tools: tools.length },
      200,
    );
  });
}

/** A tool as it is known to be unused. */
function unusedView({ name, title, class: kind, tokens }: CatalogEntry) {
  return { name, title, class: kind, tokens };
}

/** What is counted for the caller's key: nothing that lies beyond it. */
function scopeOf(
  c: Context,
  { integrated_account_id, mcp_id }: { integrated_account_id?: string | undefined; mcp_id?: string | undefined },
): Pick<CountRange, 'scopes' | 'account_ids'> {
  const ids = reachedAccounts(c, integrated_account_id);
  if (mcp_id !== undefined) return { scopes: [`server:${mcp_id}`], account_ids: ids };
  return { scopes: ids === undefined ? ['gateway'] : ids.map((id) => `account:${id}` as const) };
}
