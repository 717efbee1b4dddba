import type { GatewayContext } from '../../context/gateway-context.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import { OAuthError } from './oauth-error.ts';
import { needed, single } from './parameters.ts';

/** The client that a request names; throws an {@link OAuthError} for one that is unknown, and for secrets: no client has one. */
export async function identifyClient(
  { store }: Pick<GatewayContext, 'store'>,
  request: Request,
  parameters: URLSearchParams,
): Promise<OAuthClient> {
  if (request.headers.has('authorization') || single(parameters, 'client_secret') !== undefined)
    throw new OAuthError('invalid_client', 'Clients have no secret here: send client_id alone.', 401);
  const id = needed(parameters, 'client_id');
  const client = isToken('client', id) ? await store.oauth.getClient(id) : undefined;
  if (client === undefined) throw new OAuthError('invalid_client', 'This client is not registered here.', 401);
  return client;
}
