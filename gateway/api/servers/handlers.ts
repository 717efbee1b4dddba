import type { OpenAPIHono } from '@hono/zod-openapi';
import { findAccount, isId } from '../../accounts/find-account.ts';
import { type GatewayContext, TOMBSTONE_LIFETIME } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { byAdmin } from '../../http/admin-of.ts';
import { notFound, type Problem } from '../../problem/problem.ts';
import { isOver } from '../../secrets/is-over.ts';
import { newToken } from '../../secrets/tokens.ts';
import { createServer, serverUrl } from '../../servers/create-server.ts';
import { readServerConfig, serverConfig } from '../../servers/server-config.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import type { Repositories } from '../../store/contract/store.ts';
import { readExpiry } from '../openapi/expiry.ts';
import { changeConfig, checkConfig } from './check-config.ts';
import { changeServer, createServerRoute, getServer, listServers, removeServer, rotateServer } from './routes.ts';
import { serverView } from './schemas.ts';

/** Adds the routes of MCP servers. */
export function addServerRoutes(app: OpenAPIHono, context: GatewayContext): void {
  const { store, now } = context;

  app.openapi(createServerRoute, async (c) => {
    const { id: accountId } = await findAccount(context, c.req.valid('param').id);
    const { name, config, expires_at = null, owner, idle_timeout_seconds: idle } = c.req.valid('json');
    const settings = {
      ...{ accountId, name, owner, idleMs: idleMsOf(idle) },
      config: checkConfig(config ?? serverConfig.parse({})),
      expiresAt: readExpiry(expires_at, now()),
    };
    const { row, token, url } = await createServer(context, settings, byAdmin(c)).catch(async (error: unknown) => {
      // The account may have been deleted meanwhile, which the store refuses in words of its own.
      await findAccount(context, accountId);
      throw error;
    });
    return c.json({ ...serverView(context, row), token, url }, 201);
  });

  app.openapi(listServers, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    const { rows, next } = await store.servers.list(id, c.req.valid('query'));
    const alive = rows.filter((row) => !isOver(row, now()));
    return c.json({ result: alive.map((row) => serverView(context, row)), next_cursor: next }, 200);
  });

  app.openapi(getServer, async (c) => {
    const { id, mcp_id } = await checkIds(context, c.req.valid('param'));
    return c.json(serverView(context, alive(await store.servers.get(id, mcp_id), now())), 200);
  });

  app.openapi(changeServer, async (c) => {
    const { id, mcp_id } = await checkIds(context, c.req.valid('param'));
    const { name, config, expires_at, owner, idle_timeout_seconds: idle } = c.req.valid('json');
    const time = now();
    const expiresAt = expires_at === undefined ? undefined : readExpiry(expires_at, time);
    const idleMs = idleMsOf(idle);
    const change = { ...byAdmin(c), action: 'server.update', account_id: id, server_id: mcp_id } as const;
    const changed = await makeChange(context, change, async ({ servers }) => {
      const row = await lock(servers, { id, mcp_id }, time);
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
      await servers.update(id, mcp_id, changes);
      return { ...row, ...changes };
    });
    return c.json(serverView(context, changed), 200);
  });

  app.openapi(rotateServer, async (c) => {
    const { id, mcp_id } = await checkIds(context, c.req.valid('param'));
    const token = newToken('server');
    const time = now();
    const change = { ...byAdmin(c), action: 'server.rotate', account_id: id, server_id: mcp_id } as const;
    const row = await makeChange(context, change, async ({ servers }) => {
      const locked = await lock(servers, { id, mcp_id }, time);
      await servers.rotate(id, mcp_id, { digest: context.digest(token), now: time, until: time + TOMBSTONE_LIFETIME });
      return locked;
    });
    return c.json({ ...serverView(context, row), token, url: serverUrl(context, row, token) }, 200);
  });

  app.openapi(removeServer, async (c) => {
    const { id, mcp_id } = await checkIds(context, c.req.valid('param'));
    const time = now();
    const change = { ...byAdmin(c), action: 'server.delete', account_id: id, server_id: mcp_id } as const;
    await makeChange(context, change, async ({ servers }) => {
      alive(await servers.get(id, mcp_id), time);
      if (!(await servers.remove(id, mcp_id, time + TOMBSTONE_LIFETIME))) throw noServer();
    });
    return c.body(null, 204);
  });
}

function idleMsOf(seconds: number | null | undefined): number | null | undefined {
  return seconds == null ? seconds : 1000 * seconds;
}

function noServer(): Problem {
  return notFound('MCP server of this account');
}

interface ServerIds {
  readonly id: string;
  readonly mcp_id: string;
}

async function checkIds(context: GatewayContext, ids: ServerIds): Promise<ServerIds> {
  await findAccount(context, ids.id);
  if (!isId(ids.mcp_id)) throw noServer();
  return ids;
}

/** A server whose time is over is gone for the operator too, even before it is deleted. */
function alive(row: McpServerRow | undefined, now: number): McpServerRow {
  if (row === undefined || isOver(row, now)) throw noServer();
  return row;
}

/** Reads a server for a change. It is written first, which locks it: two changes at once do not undo one another. */
async function lock(servers: Repositories['servers'], { id, mcp_id }: ServerIds, now: number): Promise<McpServerRow> {
  await servers.update(id, mcp_id, { updated_at: now });
  return alive(await servers.get(id, mcp_id), now);
}
