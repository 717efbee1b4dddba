import * as z from 'zod';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import { isResource } from './issuer.ts';
import { OAuthError } from './oauth-error.ts';
import { needed, single } from './parameters.ts';
import { isRegistered, redirectTarget } from './redirect-uri.ts';

/** Who asks, and where the answer goes. */
export interface ReturnAddress {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly target: URL;
  readonly state: string | undefined;
}

/** The parameters that a consent page hands on to its form; `resource` is not among them, since it may hold a secret. */
export const FORM_PARAMETERS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'code_challenge',
  'code_challenge_method',
  'state',
] as const;

const uris = z.array(z.string());

/** Reads who asks; throws an {@link OAuthError} that must be shown here and never be sent to the address of the request. */
export async function readReturnAddress(
  { store }: Pick<GatewayContext, 'store'>,
  given: URLSearchParams,
): Promise<ReturnAddress> {
  const clientId = needed(given, 'client_id');
  const client = isToken('client', clientId) ? await store.oauth.getClient(clientId) : undefined;
  if (client === undefined)
    throw new OAuthError(
      'invalid_client',
      'This client is not registered here. Remove it from its app and add it again.',
    );
  const redirectUri = needed(given, 'redirect_uri');
  const target = redirectTarget(redirectUri);
  if (target === undefined || !isRegistered(redirectUri, uris.parse(JSON.parse(client.redirect_uris))))
    throw new OAuthError('invalid_request', 'The client did not register the address that the answer should go to.');
  return { client, redirectUri, target, state: given.get('state') ?? undefined };
}

/** Reads what is asked for and answers the code challenge; throws an {@link OAuthError} for the client. */
export function readCodeChallenge(context: Pick<GatewayContext, 'publicUrl'>, given: URLSearchParams): string {
  single(given, 'state');
  if (needed(given, 'response_type') !== 'code')
    throw new OAuthError('unsupported_response_type', 'response_type has to be code.');
  if ((single(given, 'response_mode') ?? 'query') !== 'query')
    throw new OAuthError('invalid_request', 'response_mode has to be query.');
  const challenge = needed(given, 'code_challenge');
  if (single(given, 'code_challenge_method') !== 'S256')
    throw new OAuthError('invalid_request', 'code_challenge_method has to be S256.');
  if (!/^[\w-]{43}$/.test(challenge))
    throw new OAuthError('invalid_request', 'code_challenge has to be a SHA-256 hash in base64url.');
  checkResource(context, given);
  return challenge;
}

/** Throws an {@link OAuthError} where a token is asked for something else than MCP servers of this gateway (RFC 8707). */
export function checkResource(context: Pick<GatewayContext, 'publicUrl'>, given: URLSearchParams): void {
  if (!given.getAll('resource').every((resource) => isResource(context, resource)))
    throw new OAuthError('invalid_target', 'resource has to be the one of the protected resource metadata.');
}
