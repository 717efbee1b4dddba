import { findAccount, isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { notFound, type Problem } from '../../problem/problem.ts';
import { isOver } from '../../secrets/is-over.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';

/** What the path of a server names. */
export interface ServerIds {
  readonly id: string;
  readonly mcp_id: string;
}

/** A server by the ids in a path; throws a {@link Problem} where there is none. */
export async function findServer(context: GatewayContext, path: ServerIds): Promise<McpServerRow> {
  const { id, mcp_id } = await checkIds(context, path);
  return alive(await context.store.servers.get(id, mcp_id), context.now());
}

/** The answer for a server that is not there. */
export function noServer(): Problem {
  return notFound('MCP server of this account');
}

/** Throws a {@link Problem} for an account that is not there, and for what can be no server's id. */
export async function checkIds(context: GatewayContext, ids: ServerIds): Promise<ServerIds> {
  await findAccount(context, ids.id);
  if (!isId(ids.mcp_id)) throw noServer();
  return ids;
}

/** A server whose time is over is gone for the operator too, even before it is deleted. */
export function alive(row: McpServerRow | undefined, now: number): McpServerRow {
  if (row === undefined || isOver(row, now)) throw noServer();
  return row;
}
