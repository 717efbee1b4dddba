import type { GatewayContext } from '../../context/gateway-context.ts';
import { Problem } from '../../problem/problem.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import { isServerId } from '../../servers/create-server.ts';
import { readServerConfig, type ServerConfig } from '../../servers/server-config.ts';
import type { Account } from '../../store/contract/accounts.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';

/** A server that asks for a second factor, and may be used now. */
export interface ProtectedServer {
  readonly row: McpServerRow;
  /** All accounts that it views, the one that it belongs to first. */
  readonly accounts: readonly Account[];
  readonly config: ServerConfig;
}

type Needed = Pick<GatewayContext, 'store' | 'digest' | 'now'>;

/** The server of this id; throws a {@link Problem} where none is or it needs no authorization server. */
export async function findProtected(context: Needed, serverId: string): Promise<ProtectedServer> {
  // PostgreSQL refuses texts with a zero byte.
  const row = isServerId(serverId) ? await context.store.servers.getById(serverId) : undefined;
  const account = row && (await context.store.accounts.get(row.account_id));
  return checked(context, row && account && { server: row, account });
}

/** The server that this token leads to; throws as {@link findProtected} does. */
export async function findProtectedByToken(context: Needed, token: string): Promise<ProtectedServer> {
  const found = isToken('server', token) ? await context.store.servers.find(context.digest(token)) : undefined;
  return checked(context, found && 'server' in found ? found : undefined);
}

async function checked(
  { now, store }: Needed,
  found: { readonly server: McpServerRow; readonly account: Account } | undefined,
): Promise<ProtectedServer> {
  if (found === undefined || isOver(found.server, now())) throw nothingHere();
  const config = readServerConfig(found.server.config);
  if (!config.require_api_token_auth) throw nothingHere();
  const further = await store.servers.furtherAccounts([found.server.id]);
  const others = await Promise.all(further.map(({ account_id }) => store.accounts.get(account_id)));
  return { row: found.server, accounts: [found.account, ...others.filter((other) => other !== undefined)], config };
}

/** One answer for all reasons: it tells nobody which servers exist. */
function nothingHere(): Problem {
  return new Problem(
    { status: 404, code: 'not_found' },
    'There is no authorization server at this address.',
    'Use the URL of an MCP server that requires an API token and has not expired.',
  );
}
