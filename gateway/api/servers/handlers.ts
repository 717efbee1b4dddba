import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { findAccount } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { adminOf, byAdmin } from '../../http/admin-of.ts';
import { createExposures } from '../../mcp/exposure.ts';
import { newToken } from '../../secrets/tokens.ts';
import { servedAccounts } from '../../servers/accounts-of-tools.ts';
import { createServer, serverUrl } from '../../servers/create-server.ts';
import { openServedApi } from '../../servers/open-served-api.ts';
import type { ServedApi } from '../../servers/served-api.ts';
import { readServerConfig, type ServerConfig, serverConfig } from '../../servers/server-config.ts';
import type { McpServerRow, ServerSort } from '../../store/contract/servers.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { callsOfLastDay } from './calls-of-last-day.ts';
import { checkAccounts, requireReach } from './check-accounts.ts';
import { changeConfig, checkConfig, checkExpected } from './check-config.ts';
import { alive, checkIds, findServer, noServer, type ServerIds } from './find-server.ts';
import { previewView } from './preview.ts';
import {
  changeServer,
  createServerRoute,
  getServer,
  listAllServers,
  listServers,
  previewServer,
  removeServer,
  rotateServer,
} from './routes.ts';
import type { serverPage, serverQuery } from './schemas.ts';
import {
  accountsByIds,
  accountsOf,
  oneServerView,
  type Shown,
  serverView,
  serverViews,
  viewedAccounts,
} from './server-views.ts';

/** Adds the routes of MCP servers. */
export function addServerRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now, publicUrl, apis } = context;
  const exposureOf = createExposures();
  const shownTo = (c: Context): Shown => ({
    ...{ publicUrl, apis, exposureOf },
    callsOf: (within, ids) => callsOfLastDay({ store: within, now }, c, ids),
  });

  app.openapi(createServerRoute, async (c) => {
    const account = await findAccount(context, c.req.valid('param').id);
    const { id: accountId } = account;
    const { name, config, accounts, expires_at = null, owner, idle_timeout_seconds: idle } = c.req.valid('json');
    const further = await checkAccounts(context, c, { home: accountId, ids: accounts });
    const viewed = [account, ...(await accountsByIds(store.accounts, further))];
    const api = await openServedApi(apis, viewed);
    const settings = {
      ...{ accountId, further, name, owner, idleMs: idleMsOf(idle) },
      config: checked(config ?? serverConfig.parse({}), api),
      expiresAt: readExpiry(expires_at, now()),
    };
    const { row, token, url } = await createServer(context, settings, byAdmin(c)).catch(async (error: unknown) => {
      // An account may have been deleted meanwhile, which the store refuses in words of its own.
      await findAccount(context, accountId);
      await checkAccounts(context, c, { home: accountId, ids: accounts });
      throw error;
    });
    return c.json({ ...serverView(shownTo(c), row, { viewed, api, calls: 0 }), token, url }, 201);
  });

  app.openapi(previewServer, async (c) => {
    const account = await findAccount(context, c.req.valid('param').id);
    const { config, accounts: ids } = c.req.valid('json');
    const further = await checkAccounts(context, c, { home: account.id, ids });
    const viewed = [account, ...(await accountsByIds(store.accounts, further.toSorted()))];
    const api = await openServedApi(apis, viewed);
    const previewed = checkConfig(config ?? serverConfig.parse({}), api);
    return c.json(previewView(exposureOf(previewed, accountsOf(viewed, api), api), previewed), 200);
  });

  app.openapi(listServers, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    return c.json(await listed(c, c.req.valid('query'), [id]), 200);
  });

  app.openapi(listAllServers, async (c) => c.json(await listed(c, c.req.valid('query'), adminOf(c).accounts), 200));

  app.openapi(getServer, async (c) => {
    const row = await findServer(context, c.req.valid('param'));
    return c.json(await oneServerView(shownTo(c), store, row), 200);
  });

  app.openapi(changeServer, async (c) => {
    const ids = await checkIds(context, c.req.valid('param'));
    const { name, config, accounts, enabled, expires_at, owner, idle_timeout_seconds: idle } = c.req.valid('json');
    const time = now();
    const home = await reachedHome(c, ids);
    const further = accounts && (await checkAccounts(context, c, { home, ids: accounts }));
    const expiresAt = expires_at === undefined ? undefined : readExpiry(expires_at, time);
    const idleMs = idleMsOf(idle);
    const { mcp_id } = ids;
    const change = { ...byAdmin(c), action: 'server.update', account_id: home, server_id: mcp_id } as const;
    const changed = await makeChange(context, change, async (within) => {
      const { servers } = within;
      const row = await lock(servers, { id: home, mcp_id }, time);
      const changes = {
        ...(name !== undefined && { name }),
        ...(config !== undefined && {
          config: JSON.stringify(
            checked(
              changeConfig(readServerConfig(row.config), config),
              await openServedApi(apis, await viewedAccounts(within, row, further)),
            ),
          ),
        }),
        ...(enabled !== undefined && { enabled: enabled ? (1 as const) : (0 as const) }),
        ...(expiresAt !== undefined && { expires_at: expiresAt }),
        ...(owner !== undefined && { owner }),
        // It counts from now on: a server that was not used for long does not end by the change.
        ...(idleMs !== undefined && { idle_ms: idleMs, idle_at: idleMs === null ? null : time + idleMs }),
        updated_at: time,
      };
      await servers.update(home, mcp_id, changes);
      if (further !== undefined) await servers.setFurtherAccounts(mcp_id, further);
      return oneServerView(shownTo(c), within, { ...row, ...changes });
    });
    return c.json(changed, 200);
  });

  app.openapi(rotateServer, async (c) => {
    const ids = await checkIds(context, c.req.valid('param'));
    const { mcp_id } = ids;
    const token = newToken('server');
    const time = now();
    const home = await reachedHome(c, ids);
    const change = { ...byAdmin(c), action: 'server.rotate', account_id: home, server_id: mcp_id } as const;
    const { row, view } = await makeChange(context, change, async (within) => {
      const { servers } = within;
      const locked = await lock(servers, { id: home, mcp_id }, time);
      await servers.rotate(home, mcp_id, {
        digest: context.digest(token),
        now: time,
        until: time + TOMBSTONE_LIFETIME,
      });
      return { row: locked, view: await oneServerView(shownTo(c), within, locked) };
    });
    return c.json({ ...view, token, url: serverUrl(context, row, token) }, 200);
  });

  app.openapi(removeServer, async (c) => {
    const ids = await checkIds(context, c.req.valid('param'));
    const { mcp_id } = ids;
    const time = now();
    const home = await reachedHome(c, ids);
    const change = { ...byAdmin(c), action: 'server.delete', account_id: home, server_id: mcp_id } as const;
    await makeChange(context, change, async ({ servers }) => {
      alive(await servers.get(home, mcp_id), time);
      if (!(await servers.remove(home, mcp_id, time + TOMBSTONE_LIFETIME))) throw noServer();
    });
    return c.body(null, 204);
  });

  async function listed(
    c: Context,
    { state, sort, order = USUAL_ORDER[sort], ...query }: z.output<typeof serverQuery>,
    accountIds: readonly string[] | undefined,
  ): Promise<z.output<typeof serverPage>> {
    const enabled = state && state === 'active';
    const { rows, next, total } = await store.servers.list({
      ...{ ...query, accountIds, sort, order, now: now() },
      ...(enabled !== undefined && { enabled }),
    });
    return { result: await serverViews(shownTo(c), store, rows), next_cursor: next, total };
  }

  /** A configuration that can be stored: it is of tools that there are, and that it expects. */
  function checked(config: ServerConfig, api: ServedApi): ServerConfig {
    checkExpected(checkConfig(config, api), exposureOf(config, servedAccounts([], [], api), api).catalog);
    return config;
  }

  /** The account that a server belongs to, which may be another one than it was found by; throws where it views what is beyond the caller's key. */
  async function reachedHome(c: Context, { id, mcp_id }: ServerIds): Promise<string> {
    const row = alive(await store.servers.get(id, mcp_id), now());
    await requireReach(context, c, row);
    return row.account_id;
  }
}

/** What an order is usually wanted in: the nearest end and the latest use first. */
const USUAL_ORDER = {
  name: 'asc',
  expires_at: 'asc',
  created_at: 'desc',
  last_used_at: 'desc',
} as const satisfies Record<ServerSort, 'asc' | 'desc'>;

function idleMsOf(seconds: number | null | undefined): number | null | undefined {
  return seconds == null ? seconds : 1000 * seconds;
}

/** Reads a server for a change. It is written first, which locks it: two changes at once do not undo one another. */
async function lock(servers: Repositories['servers'], { id, mcp_id }: ServerIds, now: number): Promise<McpServerRow> {
  await servers.update(id, mcp_id, { updated_at: now });
  return alive(await servers.get(id, mcp_id), now);
}
