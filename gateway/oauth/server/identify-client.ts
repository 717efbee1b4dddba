import type { GatewayContext } from '../../context/gateway-context.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import type { Store } from '../../store/contract/store.ts';
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
  const client = await findClient(store, needed(parameters, 'client_id'));
  if (client === undefined) throw new OAuthError('invalid_client', 'This client is not registered here.', 401);
  return client;
}

/**
 * The client of this id; throws an {@link OAuthError} for the URL of a metadata document. None is fetched: anybody could make the
 * gateway send requests to addresses of their choice, within its network too, and a client that names a URL can register as well.
 */
export async function findClient({ oauth }: Pick<Store, 'oauth'>, id: string): Promise<OAuthClient | undefined> {
  if (/^https?:/i.test(id))
    throw new OAuthError(
      'invalid_client',
      'This client names itself by the URL of a metadata document, and no such document is fetched here. It has to register at the registration_endpoint of the metadata (RFC 7591).',
    );
  return isToken('client', id) ? oauth.getClient(id) : undefined;
}
