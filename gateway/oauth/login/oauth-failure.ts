import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import type { LoginApi } from './login.ts';
import { LoginFailure, NEW_LINK } from './login-failure.ts';

/** Codes of RFC 6749, sections 4.1.2.1 and 5.2: another text may be anything, and is not repeated. */
const CODES = new Set([
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
]);

function codeOf(code: string): string {
  return CODES.has(code) ? code : 'an unknown error';
}

/** Why the way back from an API brought no code. */
export function answerFailure({ name, noun }: Pick<LoginApi, 'name' | 'noun'>, error?: unknown): LoginFailure {
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
    return new LoginFailure(
      { status: 403, reason: 'access_denied' },
      `Access to the ${noun} was not granted at ${name}, so nothing was stored.`,
      'If that was a mistake, ask for a new link and choose to authorize access.',
    );
  if (error instanceof AuthorizationResponseError) {
    const detail = codeOf(error.error);
    return new LoginFailure({ status: 400, reason: 'authorization_failed', detail }, `${name} reported ${detail}.`);
  }
  if (error !== undefined && !isLibraryError(error)) throw error;
  return new LoginFailure(
    { status: 400, reason: 'authorization_answer_invalid', detail: isLibraryError(error) ? error.code : undefined },
    `The browser came back from ${name} without a valid authorization code.`,
  );
}

/** Why an API gave out no token for a code; rethrows what is a bug. */
export function tokenFailure(error: unknown, api: LoginApi): LoginFailure {
  const { name } = api;
  if (error instanceof LoginFailure) return error;
  if (error instanceof ResponseBodyError) return refusal(codeOf(error.error), api);
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new LoginFailure({ status: 502, reason: 'token_timeout' }, `${name} did not answer in time.`);
  if (isLibraryError(error)) {
    const status = error.cause instanceof Response ? error.cause.status : undefined;
    return new LoginFailure(
      { status: 502, reason: 'token_answer_invalid', detail: status === undefined ? error.code : `HTTP ${status}` },
      status === undefined
        ? `${name} answered with something that is no access token.`
        : `${name} gave out no access token, but answered with HTTP status ${status}.`,
    );
  }
  // This is how fetch tells that nothing answered.
  if (error instanceof TypeError && error.cause instanceof Error && !('code' in error))
    return new LoginFailure(
      { status: 502, reason: 'token_unreachable', detail: systemCode(error.cause) },
      `${name} could not be reached, or the connection broke.`,
    );
  throw error;
}

function refusal(detail: string, { name, loginSettings = 'its id and secret at the API' }: LoginApi): LoginFailure {
  const isOurs = detail === 'invalid_client' || detail === 'unauthorized_client';
  return new LoginFailure(
    { status: 502, reason: 'token_refused', detail },
    `${name} gave out no access token: it reported ${detail}.`,
    isOurs ? `Whoever runs this gateway has to check ${loginSettings}.` : NEW_LINK,
  );
}

type LibraryError = OperationProcessingError | UnsupportedOperationError | WWWAuthenticateChallengeError;

function isLibraryError(error: unknown): error is LibraryError {
  return (
    error instanceof OperationProcessingError ||
    error instanceof UnsupportedOperationError ||
    error instanceof WWWAuthenticateChallengeError
  );
}

/** Such as `ECONNREFUSED`. */
function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
