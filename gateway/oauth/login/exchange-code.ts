import * as oauth from 'oauth4webapi';
import { readBytes } from '../../../runtime/http/read-bytes.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isLocalHttp } from './is-local-http.ts';
import { callbackUrl, type LoginApi } from './login.ts';
import { LoginFailure } from './login-failure.ts';
import { answerFailure, tokenFailure } from './oauth-failure.ts';

/** Milliseconds in which an API has to give out a token. */
const TOKEN_TIMEOUT = 10_000;

/** Bytes that its answer may have; a token needs a few hundred. */
const MOST = 64 * 1024;

/**
 * Exchanges the code of an authorization answer whose state was checked for an access token; throws a {@link LoginFailure}
 * where the answer is none, or the API gives out no token.
 */
export async function exchangeCode(
  context: Pick<GatewayContext, 'fetch' | 'publicUrl'>,
  api: LoginApi,
  { answer, state }: { answer: URLSearchParams; state: string },
): Promise<string> {
  const { login: app, name } = api;
  const server = { issuer: new URL(app.authorizeUrl).origin, token_endpoint: app.tokenUrl };
  const client = { client_id: app.clientId };
  const parameters = read(api, { server, client, answer, state });
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(app.clientSecret),
      parameters,
      callbackUrl(context, api),
      // Not every API knows PKCE; the secret of the app stands in for it.
      oauth.nopkce,
      {
        [oauth.customFetch]: async (url, init) => capped(await context.fetch(url, init), name),
        [oauth.allowInsecureRequests]: isLocalHttp(app.tokenUrl),
        signal: AbortSignal.timeout(TOKEN_TIMEOUT),
      },
    );
    return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
  } catch (error) {
    throw tokenFailure(error, api);
  }
}

function read(
  { name, noun }: LoginApi,
  {
    server,
    client,
    answer,
    state,
  }: { server: oauth.AuthorizationServer; client: oauth.Client; answer: URLSearchParams; state: string },
): URLSearchParams {
  try {
    const parameters = oauth.validateAuthResponse(server, client, answer, state);
    if (parameters.getAll('code').filter(Boolean).length === 1) return parameters;
  } catch (error) {
    throw answerFailure({ name, noun }, error);
  }
  throw answerFailure({ name, noun });
}

async function capped(response: Response, name: string): Promise<Response> {
  const bytes = await readBytes(response, MOST);
  if (bytes === undefined)
    throw new LoginFailure(
      { status: 502, reason: 'token_answer_invalid', detail: `more than ${MOST} bytes` },
      `${name} answered with something that is no access token.`,
    );
  const { status, headers } = response;
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
}
