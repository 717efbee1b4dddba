import * as oauth from 'oauth4webapi';
import { readBytes } from '../../../runtime/http/read-bytes.ts';
import type { GatewayContext, IntercomApp } from '../../context/gateway-context.ts';
import { isLocalHttp } from './is-local-http.ts';
import { callbackUrl } from './login.ts';
import { LoginFailure } from './login-failure.ts';
import { answerFailure, tokenFailure } from './oauth-failure.ts';

/** Milliseconds in which Intercom has to give out a token. */
const TOKEN_TIMEOUT = 10_000;

/** Bytes that its answer may have; a token needs a few hundred. */
const MOST = 64 * 1024;

/**
 * Exchanges the code of an authorization answer whose state was checked for an access token; throws a {@link LoginFailure}
 * where the answer is none, or Intercom gives out no token.
 */
export async function exchangeCode(
  context: Pick<GatewayContext, 'fetch' | 'publicUrl'>,
  app: IntercomApp,
  { answer, state }: { answer: URLSearchParams; state: string },
): Promise<string> {
  const server = { issuer: new URL(app.authorizeUrl).origin, token_endpoint: app.tokenUrl };
  const client = { client_id: app.clientId };
  const parameters = read(server, client, { answer, state });
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(app.clientSecret),
      parameters,
      callbackUrl(context),
      // Intercom knows no PKCE; the secret of the app stands in for it.
      oauth.nopkce,
      {
        [oauth.customFetch]: async (url, init) => capped(await context.fetch(url, init)),
        [oauth.allowInsecureRequests]: isLocalHttp(app.tokenUrl),
        signal: AbortSignal.timeout(TOKEN_TIMEOUT),
      },
    );
    return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
  } catch (error) {
    throw tokenFailure(error);
  }
}

function read(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  { answer, state }: { answer: URLSearchParams; state: string },
): URLSearchParams {
  try {
    const parameters = oauth.validateAuthResponse(server, client, answer, state);
    if (parameters.getAll('code').filter(Boolean).length === 1) return parameters;
  } catch (error) {
    throw answerFailure(error);
  }
  throw answerFailure();
}

async function capped(response: Response): Promise<Response> {
  const bytes = await readBytes(response, MOST);
  if (bytes === undefined)
    throw new LoginFailure(
      { status: 502, reason: 'token_answer_invalid', detail: `more than ${MOST} bytes` },
      'Intercom answered with something that is no access token.',
    );
  const { status, headers } = response;
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
}
