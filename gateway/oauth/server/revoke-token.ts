import type { GatewayContext } from '../../context/gateway-context.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { ClientRequest } from './client-request.ts';
import { revokeFamily } from './grants.ts';
import { OAuthError } from './oauth-error.ts';
import { needed } from './parameters.ts';

/** Revokes a token and all that came from the same consent (RFC 7009); throws an {@link OAuthError} for another client's. */
export async function revokeToken(
  context: GatewayContext,
  { client, parameters, server, address }: ClientRequest,
): Promise<void> {
  const token = needed(parameters, 'token');
  const isOurs = isToken('access', token) || isToken('refresh', token);
  const grant = isOurs ? await context.store.oauth.findGrant(context.digest(token)) : undefined;
  // What is unknown here is invalid already, which is what the client wants.
  if (grant?.server_id !== server.id) return;
  if (grant.client_id !== client.id)
    throw new OAuthError('unauthorized_client', 'The token was issued to another client.');
  await revokeFamily(context, grant.family);
  await context.audit.record({
    account_id: server.account_id,
    server_id: server.id,
    actor: `oauth_client:${client.id}`,
    address,
    action: 'oauth.revoke',
    status: 'ok',
  });
}
