import type { Context } from 'hono';
import { retryAfter } from '../../http/attempt-limit.ts';
import { StoreUnavailable } from '../../store/contract/store-unavailable.ts';

/** A request that OAuth refuses; the message is the `error_description`, in ASCII without quotation marks. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly status: OAuthErrorStatus;
  /** Milliseconds after which the same may be answered, where that is known. */
  readonly wait: number | undefined;

  constructor(code: OAuthErrorCode, message: string, status: OAuthErrorStatus = 400, wait?: number) {
    super(message);
    this.code = code;
    this.status = status;
    this.wait = wait;
  }
}

/** What is refused because too much of it came, for so many milliseconds. */
export function tooMany(message: string, wait: number): OAuthError {
  return new OAuthError('temporarily_unavailable', `${message} Try again in ${retryAfter(wait)} seconds.`, 429, wait);
}

type OAuthErrorStatus = 400 | 401 | 403 | 429 | 503;

/** Codes of RFC 6749, RFC 7591, RFC 8707 and RFC 7009. */
type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_client_metadata'
  | 'invalid_grant'
  | 'invalid_redirect_uri'
  | 'invalid_request'
  | 'invalid_target'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** What a request is refused with while the store is away. */
function storeAway({ message, help }: StoreUnavailable): OAuthError {
  return new OAuthError('temporarily_unavailable', `${message} ${help}`, 503);
}

/** Lets a handler's {@link OAuthError} be answered as JSON (RFC 6749, section 5.2), and a store that is away. */
export function answeringErrors(handle: (c: Context) => Promise<Response>): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      return await handle(c);
    } catch (error) {
      if (error instanceof StoreUnavailable) c.header('Retry-After', String(error.retryAfter));
      const refusal = error instanceof StoreUnavailable ? storeAway(error) : error;
      if (!(refusal instanceof OAuthError)) throw error;
      if (refusal.wait !== undefined) c.header('Retry-After', retryAfter(refusal.wait));
      return c.json({ error: refusal.code, error_description: refusal.message }, refusal.status);
    }
  };
}
