import type { CodeBinding } from './grants.ts';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { single } from './parameters.ts';
import { redirectTarget } from './redirect-uri.ts';

/** An app asks for access to the workspace; everything in it was checked. */
export interface AuthorizationRequest extends CodeBinding {
  /** The redirect URI, parsed. */
  readonly target: URL;
  readonly state: string | undefined;
}

/**
 * Reads the query or form of an authorization request; throws an OAuthError for one that must not send anybody anywhere.
 * A response type other than `code` is among those: to report it to an address that nobody confirmed would be an open redirect.
 */
export function readAuthorizationRequest(
  parameters: URLSearchParams,
  client: OAuthClient | undefined,
): AuthorizationRequest {
  const clientId = single(parameters, 'client_id');
  if (clientId === undefined || clientId === '')
    throw new OAuthError('invalid_request', 'client_id is missing: send the one of your app.');
  if (client !== undefined && client.id !== clientId)
    throw new OAuthError('invalid_request', `client_id is ${clientId}, which is not the app that this sandbox knows.`);
  const redirectUri = single(parameters, 'redirect_uri');
  if (redirectUri === undefined || redirectUri === '')
    throw new OAuthError(
      'invalid_request',
      'redirect_uri is missing: the sandbox knows of none that your app registered.',
    );
  const target = redirectTarget(redirectUri);
  if (target === undefined)
    throw new OAuthError(
      'invalid_request',
      `redirect_uri is ${redirectUri}, but has to be an absolute https address, or http on localhost, without a user and a fragment.`,
    );
  const responseType = single(parameters, 'response_type') ?? 'code';
  if (responseType !== 'code')
    throw new OAuthError('invalid_request', `response_type is ${responseType}, but has to be code.`);
  return { clientId, redirectUri, target, state: single(parameters, 'state') };
}
