import type { GatewayContext } from '../../context/gateway-context.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';

/** What an access token allows. */
interface Access {
  readonly clientId: string;
  /** The API token with which the operator agreed. */
  readonly apiTokenId: string;
  /** From then on it allows nothing; milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Whether an API token opens a server: one of an account those of that account alone, one of all every server. */
export function opensServer(
  { account_id }: Pick<ApiToken, 'account_id'>,
  accountId: string,
  accounts: number,
): boolean {
  return account_id === null || (account_id === accountId && accounts === 1);
}

/** What an access token allows at one server now; undefined where that is nothing. */
export async function findAccess(
  { store, digest, now }: Pick<GatewayContext, 'store' | 'digest' | 'now'>,
  { bearer, serverId }: { readonly bearer: string; readonly serverId: string },
): Promise<Access | undefined> {
  const grant = isToken('access', bearer) ? await store.oauth.findGrant(digest(bearer)) : undefined;
  if (grant?.server_id !== serverId || isOver(grant, now())) return undefined;
  const apiToken = await store.apiTokens.get(grant.api_token_id);
  if (apiToken === undefined || isOver(apiToken, now())) return undefined;
  // Accounts may have been added to the server since the operator agreed.
  const isOfOne = apiToken.account_id !== null;
  if (isOfOne && (await store.servers.furtherAccounts([serverId])).length > 0) return undefined;
  return {
    clientId: grant.client_id,
    apiTokenId: apiToken.id,
    expiresAt: Math.min(grant.expires_at, apiToken.expires_at ?? Infinity),
  };
}

/**
 * Where a server's protected resource metadata is, for `WWW-Authenticate`: of a URL with the id at the place that the URL
 * itself leads to (RFC 9728, section 3.1), of one with a token at an address that holds no secret.
 */
export function resourceMetadataUrl(
  { publicUrl }: Pick<GatewayContext, 'publicUrl'>,
  { serverId, isById }: { serverId: string; isById: boolean },
): string {
  return `${publicUrl}/.well-known/oauth-protected-resource/${isById ? '' : 'oauth/'}mcp/${serverId}`;
}
