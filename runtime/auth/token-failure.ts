import { OperationProcessingError } from 'oauth4webapi';
import { NetworkError, ResponseError } from '../http/errors.ts';
import { processEnvironment, proxyHint } from '../http/proxy-hint.ts';
import type { ClientCredentialsScheme } from '../profile/security.ts';
import { ConfigError, ToolkitError } from '../value/errors.ts';
import { isBodyError, statusOf } from './fetch-token.ts';

/** Whose token it is, and who did not give it out. */
export interface TokenFailure {
  readonly host: string;
  readonly name: string;
  readonly scheme: ClientCredentialsScheme;
}

/**
 * Why there is no access token: a {@link ConfigError} where id, secret or scopes are refused, a {@link NetworkError} where it may
 * work in a little while, else a {@link ResponseError}. None of them holds what was sent, nor the endpoint's own sentences.
 */
export function tokenFailure(error: unknown, { host, name, scheme }: TokenFailure): ToolkitError {
  if (error instanceof ToolkitError) return error;
  if (isBodyError(error)) return refusal(error.error, error.status, { host, name, scheme });
  const status = statusOf(error);
  if (status !== undefined && status >= 400) return refusal(undefined, status, { host, name, scheme });
  if (error instanceof OperationProcessingError)
    return new ResponseError(
      { status: status ?? 200 },
      `${host} answered with something that is no access token of ${name}.`,
      `Check the address of the token endpoint${settingOf(scheme.environment?.tokenUrl)}.`,
    );
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return new NetworkError(
    host,
    `${host}, which gives out the access tokens of ${name}, cannot be reached (${code ?? 'the connection failed'}).`,
    `Check the network and the address of the token endpoint.${proxyHint(processEnvironment())}`,
  );
}

function refusal(code: string | undefined, status: number, { host, name, scheme }: TokenFailure): ToolkitError {
  const { clientId, clientSecret, scopes } = scheme.environment ?? {};
  // Codes are words of RFC 6749 or alike; whatever is none is not repeated.
  const reason = code !== undefined && /^[a-z][a-z0-9_]{0,40}$/.test(code) ? code : `HTTP status ${status}`;
  const message = `${host} gave out no access token of ${name}: ${reason}.`;
  if (status === 429 || status >= 500) return new NetworkError(host, message, 'Call again in a little while.');
  const pair =
    clientId === undefined || clientSecret === undefined
      ? 'clientId and clientSecret'
      : `${clientId} and ${clientSecret}`;
  if (code === 'invalid_scope')
    return new ConfigError(message, `Ask for scopes that the client may have${settingOf(scopes)}, or for none.`);
  return new ConfigError(message, `Check ${pair}, and that the client may fetch tokens by itself.`);
}

function settingOf(variable: string | undefined): string {
  return variable === undefined ? '' : ` (${variable})`;
}
