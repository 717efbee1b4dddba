import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { findAccount } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { byAdmin } from '../../http/admin-of.ts';
import { isOver } from '../../secrets/is-over.ts';
import { newToken } from '../../secrets/tokens.ts';
import { createServer, serverUrl } from '../../servers/create-server.ts';
import { readServerConfig, serverConfig } from '../../servers/server-config.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { callsOfLastDay } from './calls-of-last-day.ts';
import { checkAccounts, requireReach } from './check-accounts.ts';
import { changeConfig, checkConfig } from './check-config.ts';
import { alive, checkIds, findServer, noServer, type ServerIds } from './find-server.ts';
import { changeServer, createServerRoute, getServer, listServers, removeServer, rotateServer } from './routes.ts';
import { serverView } from './schemas.ts';

/** Adds the routes of MCP servers. */
export function addServerRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  app.openapi(createServerRoute, async (c) => {
    const { id: accountId } = await findAccount(context, c.req.valid('param').id);
    const { name, config, accounts, expires_at = null, owner, idle_timeout_seconds: idle } = c.req.valid('json');
    const further = await checkAccounts(context, c, { home: accountId, ids: accounts });
    const settings = {
      ...{ accountId, further, name, owner, idleMs: idleMsOf(idle) },
      config: checkConfig(config ?? serverConfig.parse({})),
      expiresAt: readExpiry(expires_at, now()),
    };
    const { row, token, url } = await createServer(context, settings, byAdmin(c)).catch(async (error: unknown) => {
      // An account may have been deleted meanwhile, which the store refuses in words of its own.
      await findAccount(context, accountId);
      await checkAccounts(context, c, { home: accountId, ids: accounts });
      throw error;
    });
    return c.json({ ...serverView(context, row, { further, calls: 0 }), token, url }, 201);
  });

  app.openapi(listServers, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    const { rows, next } = await store.servers.list(id, c.req.valid('query'));
    const alive = rows.filter((row) => !isOver(row, now()));
    const further = await store.servers.furtherAccounts(alive.map((row) => row.id));
    const idsOf = ({ id: server }: McpServerRow) =>
      further.filter(({ server_id }) => server_id === server).map(({ account_id }) => account_id);
    const callsOf = await callsOfLastDay(
      { store, now },
      c,
      alive.map((row) => row.id),
    );
    const view = (row: McpServerRow) => serverView(context, row, { further: idsOf(row), calls: callsOf(row.id) });
    return c.json({ result: alive.map(view), next_cursor: next }, 200);
  });

  app.openapi(getServer, async (c) => {
    const row = await findServer(context, c.req.valid('param'));
    return c.json(await viewOf(store, c, row), 200);
  });

  app.openapi(changeServer, async (c) => {
    const ids = await checkIds(context, c.req.valid('param'));
    const { name, config, accounts, expires_at, owner, idle_timeout_seconds: idle } = c.req.valid('json');
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
          config: JSON.stringify(checkConfig(changeConfig(readServerConfig(row.config), config))),
        }),
        ...(expiresAt !== undefined && { expires_at: expiresAt }),
        ...(owner !== undefined && { owner }),
        // It counts from now on: a server that was not used for long does not end by the change.
        ...(idleMs !== undefined && { idle_ms: idleMs, idle_at: idleMs === null ? null : time + idleMs }),
        updated_at: time,
      };
      await servers.update(home, mcp_id, changes);
      if (further !== undefined) await servers.setFurtherAccounts(mcp_id, further);
      return viewOf(within, c, { ...row, ...changes });
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
      return { row: locked, view: await viewOf(within, c, locked) };
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

  async function viewOf(within: Repositories, c: Context, row: McpServerRow): Promise<ReturnType<typeof serverView>> {
    const further = (await within.servers.furtherAccounts([row.id])).map(({ account_id }) => account_id);
    const callsOf = await callsOfLastDay({ store: within, now }, c, [row.id]);
    return serverView(context, row, { further, calls: callsOf(row.id) });
  }

  /** The account that a server belongs to, which may be another one than it was found by; throws where it views what is beyond the caller's key. */
  async function reachedHome(c: Context, { id, mcp_id }: ServerIds): Promise<string> {
    const row = alive(await store.servers.get(id, mcp_id), now());
    await requireReach(context, c, row);
    return row.account_id;
  }
}

function idleMsOf(seconds: number | null | undefined): number | null | undefined {
  return seconds == null ? seconds : 1000 * seconds;
}

/** Reads a server for a change. It is written first, which locks it: two changes at once do not undo one another. */
async function lock(servers: Repositories['servers'], { id, mcp_id }: ServerIds, now: number): Promise<McpServerRow> {
  await servers.update(id, mcp_id, { updated_at: now });
  return alive(await servers.get(id, mcp_id), now);
}
