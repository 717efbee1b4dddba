import * as z from 'zod';
import type { GatewayContext } from '../../context/gateway-context.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import { findClient } from './identify-client.ts';
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
  parameters: URLSearchParams,
): Promise<ReturnAddress> {
  const client = await findClient(store, needed(parameters, 'client_id'));
  if (client === undefined)
    throw new OAuthError(
      'invalid_client',
      'This client is not registered here. Remove it from its app and add it again.',
    );
  const redirectUri = needed(parameters, 'redirect_uri');
  const target = redirectTarget(redirectUri);
  if (target === undefined || !isRegistered(redirectUri, uris.parse(JSON.parse(client.redirect_uris))))
    throw new OAuthError('invalid_request', 'The client did not register the address that the answer should go to.');
  return { client, redirectUri, target, state: parameters.get('state') ?? undefined };
}

/** Reads what a request is for and answers the code challenge; throws an {@link OAuthError} for the client. */
export function readCodeChallenge(
  context: Pick<GatewayContext, 'publicUrl' | 'digest'>,
  server: McpServerRow,
  parameters: URLSearchParams,
): string {
  single(parameters, 'state');
  if (needed(parameters, 'response_type') !== 'code')
    throw new OAuthError('unsupported_response_type', 'response_type has to be code.');
  if ((single(parameters, 'response_mode') ?? 'query') !== 'query')
    throw new OAuthError('invalid_request', 'response_mode has to be query.');
  const challenge = needed(parameters, 'code_challenge');
  if (single(parameters, 'code_challenge_method') !== 'S256')
    throw new OAuthError('invalid_request', 'code_challenge_method has to be S256.');
  if (!/^[\w-]{43}$/.test(challenge))
    throw new OAuthError('invalid_request', 'code_challenge has to be a SHA-256 hash in base64url.');
  checkResource(context, server, parameters);
  return challenge;
}

/** Throws an {@link OAuthError} where a token is to be for something else than this MCP server (RFC 8707). */
export function checkResource(
  context: Pick<GatewayContext, 'publicUrl' | 'digest'>,
  server: McpServerRow,
  parameters: URLSearchParams,
): void {
  if (!parameters.getAll('resource').every((resource) => isResource(context, server, resource)))
    throw new OAuthError('invalid_target', 'resource has to be the one of the protected resource metadata.');
}
