import { authenticate } from './authenticate.ts';
import type { Grants } from './grants.ts';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { readParameters, single } from './parameters.ts';

/** Exchanges a code for an access token, in both keys that clients of Intercom read; throws an OAuthError to refuse. */
export async function exchangeCode(
  request: Request,
  grants: Grants,
  client: OAuthClient | undefined,
): Promise<Response> {
  const parameters = await readParameters(request);
  const clientId = authenticate(request, parameters, client);
  if ((single(parameters, 'grant_type') ?? 'authorization_code') !== 'authorization_code')
    throw new OAuthError('unsupported_grant_type', 'grant_type has to be authorization_code');
  const code = single(parameters, 'code');
  if (!code) throw new OAuthError('invalid_request', 'code is missing');
  const token = grants.redeem({ code, clientId, redirectUri: single(parameters, 'redirect_uri') });
  return Response.json({ token_type: 'Bearer', access_token: token, token }, { headers: NO_STORE });
}

/** A refusal as RFC 6749, section 5.2, words it. */
export function tokenRefusal({ code, message, status, headers }: OAuthError): Response {
  return Response.json({ error: code, error_description: message }, { status, headers: { ...headers, ...NO_STORE } });
}

const NO_STORE = { 'Cache-Control': 'no-store' };
