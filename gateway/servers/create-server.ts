import { randomUUID } from 'node:crypto';
import type { GatewayContext } from '../context/gateway-context.ts';
import { makeChange } from '../context/make-change.ts';
import { newToken } from '../secrets/tokens.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import type { McpServerRow } from '../store/contract/servers.ts';
import { readServerConfig, type ServerConfig } from './server-config.ts';

/** A server and the token that it is reached with, which is known this one time only. */
export interface CreatedServer {
  readonly row: McpServerRow;
  readonly token: string;
  readonly url: string;
}

/** True for a text that can be a server's id: nothing else is looked up, since not every database takes every character. */
export function isServerId(text: string): boolean {
  return /^[\da-f-]{36}$/.test(text);
}

/** The URL of a server whose second factor decides, by its id, which is no secret; undefined where the URL itself is the secret. */
export function openUrl(
  { publicUrl }: Pick<GatewayContext, 'publicUrl'>,
  { id, config }: Pick<McpServerRow, 'id' | 'config'>,
): string | undefined {
  return readServerConfig(config).require_api_token_auth ? `${publicUrl}/mcp/${id}` : undefined;
}

/** The URL of a server that has this token. */
export function serverUrl(
  context: Pick<GatewayContext, 'publicUrl'>,
  row: Pick<McpServerRow, 'id' | 'config'>,
  token: string,
): string {
  return openUrl(context, row) ?? `${context.publicUrl}/mcp/${token}`;
}

/** A server to create. */
interface NewServer {
  readonly accountId: string;
  /** Accounts that it views beside that one. */
  readonly further?: readonly string[] | undefined;
  readonly name: string;
  readonly config: ServerConfig;
  /** Milliseconds. */
  readonly expiresAt: number | null;
  readonly owner?: string | null | undefined;
  /** Milliseconds without a request after which it ends. */
  readonly idleMs?: number | null | undefined;
}

/** Creates a server of an account that exists, from a configuration that was checked. */
export async function createServer(
  context: GatewayContext,
  { accountId, further = [], name, config, expiresAt, owner = null, idleMs = null }: NewServer,
  by: AuditBy,
): Promise<CreatedServer> {
  const token = newToken('server');
  const now = context.now();
  const row: McpServerRow = {
    id: randomUUID(),
    account_id: accountId,
    name,
    config: JSON.stringify(config),
    digest: context.digest(token),
    enabled: 1,
    expires_at: expiresAt,
    owner,
    idle_ms: idleMs,
    idle_at: idleMs === null ? null : now + idleMs,
    last_used_at: null,
    created_at: now,
    updated_at: now,
  };
  const change = { ...by, account_id: accountId, server_id: row.id, action: 'server.create' } as const;
  await makeChange(context, change, async ({ servers }) => {
    await servers.insert(row);
    await servers.setFurtherAccounts(row.id, further);
  });
  return { row, token, url: serverUrl(context, row, token) };
}
