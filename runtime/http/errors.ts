import { ToolkitError } from '../value/errors.ts';
import type { RateLimit } from './rate-limit.ts';

/** The upstream host could not be reached, or the connection broke. Code `network`, or `timeout` for {@link TimeoutError}. */
export class NetworkError extends ToolkitError {
  override readonly name: string = 'NetworkError';
  readonly host: string;

  constructor(host: string, message: string, help: string, options?: ErrorOptions & { code?: string }) {
    super(options?.code ?? 'network', message, help, options);
    this.host = host;
  }
}

/** The upstream host did not answer within `milliseconds`; a write may have happened all the same. Code `timeout`. */
export class TimeoutError extends NetworkError {
  override readonly name = 'TimeoutError';
  readonly milliseconds: number;

  constructor(host: string, milliseconds: number, help: string) {
    super(host, `${host} did not answer within ${milliseconds / 1000} seconds.`, help, { code: 'timeout' });
    this.milliseconds = milliseconds;
  }
}

/** The request was accepted but its answer cannot be used: no JSON, too large, an unexpected redirect. Code `invalid_response`. */
export class ResponseError extends ToolkitError {
  override readonly name = 'ResponseError';
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(
    { status, requestId }: { status: number; requestId?: string | undefined },
    message: string,
    help: string,
  ) {
    super('invalid_response', `${message}${requestId === undefined ? '' : ` (request id ${requestId})`}`, help);
    this.status = status;
    this.requestId = requestId;
  }
}

/** One entry of an error answer, in the API's own words. */
export interface ApiErrorEntry {
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
}

/** What an {@link ApiError} is made of: the HTTP status, all entries of the answer, waits in seconds. */
export interface ApiErrorDetails {
  readonly status: number;
  readonly errors: readonly ApiErrorEntry[];
  readonly message: string;
  readonly help: string;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfter?: number | undefined;
}

/** The API answered with an error; `code` and `field` are those of its first entry, `http_<status>` where it has no code. */
export class ApiError extends ToolkitError {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly ApiErrorEntry[];
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfter: number | undefined;

  constructor({ status, errors, message, help, requestId, rateLimit, retryAfter }: ApiErrorDetails) {
    super(errors[0]?.code ?? `http_${status}`, message, help);
    this.status = status;
    this.errors = errors;
    this.field = errors[0]?.field;
    this.requestId = requestId;
    this.rateLimit = rateLimit;
    this.retryAfter = retryAfter;
  }
}
