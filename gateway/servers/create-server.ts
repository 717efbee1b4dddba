import { randomUUID } from 'node:crypto';
import type { GatewayContext } from '../context/gateway-context.ts';
import { newToken } from '../secrets/tokens.ts';
import type { AuditActor } from '../store/contract/audit.ts';
import type { McpServerRow } from '../store/contract/servers.ts';
import type { ServerConfig } from './server-config.ts';

/** A server and the token that it is reached with, which is known this one time only. */
export interface CreatedServer {
  readonly row: McpServerRow;
  readonly token: string;
  readonly url: string;
}

/** The URL of a server. */
export function serverUrl({ publicUrl }: Pick<GatewayContext, 'publicUrl'>, token: string): string {
  return `${publicUrl}/mcp/${token}`;
}

/** Creates a server of an account that exists, from a configuration that was checked; `expiresAt` in milliseconds. */
export async function createServer(
  context: GatewayContext,
  {
    accountId,
    name,
    config,
    expiresAt,
  }: { accountId: string; name: string; config: ServerConfig; expiresAt: number | null },
  actor: AuditActor,
): Promise<CreatedServer> {
  const token = newToken('server');
  const now = context.now();
  const row: McpServerRow = {
    id: randomUUID(),
    account_id: accountId,
    name,
    config: JSON.stringify(config),
    digest: context.digest(token),
    expires_at: expiresAt,
    created_at: now,
    updated_at: now,
  };
  await context.store.servers.insert(row);
  await context.audit.record({
    account_id: accountId,
    server_id: row.id,
    actor,
    action: 'server.create',
    status: 'ok',
  });
  return { row, token, url: serverUrl(context, token) };
}
