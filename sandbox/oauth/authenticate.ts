import { auth } from 'hono/utils/basic-auth';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { single } from './parameters.ts';

/**
 * The id of the client that sends a token request, which names itself in HTTP Basic or in the body; throws an OAuthError where
 * it does so in neither way or in both, or is not the expected one. Where none is expected, any id and secret will do.
 */
export function authenticate(request: Request, parameters: URLSearchParams, expected: OAuthClient | undefined): string {
  const usesBasic = /^Basic\b/i.test(request.headers.get('authorization') ?? '');
  const refusal = (message: string): OAuthError =>
    new OAuthError('invalid_client', message, {
      status: 401,
      headers: usesBasic ? { 'WWW-Authenticate': 'Basic realm="Intercom sandbox"' } : {},
    });
  const client = usesBasic ? inHeader(request, parameters) : inBody(parameters);
  if (!client?.id || !client.secret) throw refusal('client_id or client_secret is missing, or no valid HTTP Basic');
  if (expected !== undefined && (client.id !== expected.id || client.secret !== expected.secret))
    throw refusal('client_id or client_secret is wrong');
  return client.id;
}

function inBody(parameters: URLSearchParams): OAuthClient {
  return {
    id: single(parameters, 'client_id') ?? '',
    secret: single(parameters, 'client_secret') ?? '',
  };
}

function inHeader(request: Request, parameters: URLSearchParams): OAuthClient | undefined {
  if (parameters.has('client_secret'))
    throw new OAuthError('invalid_request', 'client_secret is in the body and in the Authorization header');
  const basic = auth(request);
  const client = basic && decoded({ id: basic.username, secret: basic.password });
  if (client !== undefined && (single(parameters, 'client_id') ?? client.id) !== client.id)
    throw new OAuthError('invalid_request', 'client_id in the body is not the one in the Authorization header');
  return client;
}

/** RFC 6749, section 2.3.1, writes both as in a form before they become Basic. */
function decoded({ id, secret }: OAuthClient): OAuthClient | undefined {
  const [plainId, plainSecret] = [id, secret].map((text) => text.replaceAll('+', ' '));
  try {
    return { id: decodeURIComponent(plainId ?? ''), secret: decodeURIComponent(plainSecret ?? '') };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
