import * as oauth from 'oauth4webapi';
import { readBytes } from '../http/read-bytes.ts';
import type { ClientCredential, ClientCredentialsScheme } from '../profile/security.ts';
import { packageVersion } from '../value/package-version.ts';
import { isRecord } from '../value/value.ts';

/** A token, and the seconds that it is good for, where its endpoint says so. */
export interface Granted {
  readonly token: string;
  readonly seconds: number | undefined;
}

/** One request of a token endpoint. */
export interface TokenRequest {
  readonly url: URL;
  readonly credential: ClientCredential;
  readonly scheme: ClientCredentialsScheme;
  readonly sentIn: 'header' | 'body';
  readonly send: typeof fetch;
  readonly signal: AbortSignal;
}

/** Asks a token endpoint once (RFC 6749, 4.4.2); throws what {@link tokenFailure} reads. */
export async function fetchToken({ url, credential, scheme, sentIn, send, signal }: TokenRequest): Promise<Granted> {
  const server = { issuer: url.origin, token_endpoint: url.href };
  const client = { client_id: credential.clientId };
  const authentication = { header: oauth.ClientSecretBasic, body: oauth.ClientSecretPost }[sentIn](
    credential.clientSecret,
  );
  const parameters = new URLSearchParams(credential.parameters);
  const scopes = credential.scopes ?? scheme.scopes ?? [];
  if (scopes.length > 0) parameters.set('scope', scopes.join(' '));
  const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, {
    [oauth.customFetch]: async (address, init) => tidied(await send(address, { ...init, redirect: 'manual' })),
    // Which addresses are safe was decided before.
    [oauth.allowInsecureRequests]: true,
    headers: { 'User-Agent': `intercom-mcp-toolkit/${packageVersion}` },
    signal,
  });
  const answer = await oauth.processClientCredentialsResponse(server, client, response);
  return { token: answer.access_token, seconds: answer.expires_in };
}

/** Whether an endpoint may have refused the way in which id and secret were sent. */
export function isRefusedHeader(error: unknown): boolean {
  return isBodyError(error) ? SENT_WRONGLY.has(error.error) : statusOf(error) === 401;
}

const SENT_WRONGLY: ReadonlySet<string> = new Set(['invalid_client', 'invalid_request']);

/** Whether an error is the answer of an endpoint that says why it gives out no token. */
export function isBodyError(error: unknown): error is oauth.ResponseBodyError {
  return error instanceof oauth.ResponseBodyError;
}

/** The HTTP status of an answer that is no token, where an error tells of one. */
export function statusOf(error: unknown): number | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Response ? cause.status : undefined;
}

/** Bytes that an answer may have; a token needs a few hundred, one that is signed a few thousand. */
const MOST = 256 * 1024;

/** What endpoints say otherwise than RFC 6749 has it and mean all the same: other types of tokens, other successes, no media type. */
async function tidied(response: Response): Promise<Response> {
  const bytes = await readBytes(response, MOST);
  const { ok, status } = response;
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {}
  if (!isRecord(answer)) return new Response(null, { status });
  const { access_token, expires_in, error, error_description } = answer;
  const seconds = Number(expires_in);
  const said = ok
    ? { access_token, token_type: 'bearer', ...(seconds > 0 && Number.isFinite(seconds) && { expires_in: seconds }) }
    : { error, error_description };
  return Response.json(said, { status: ok ? 200 : status });
}
