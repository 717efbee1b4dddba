import type { RateLimit } from '../http/rate-limit.ts';

/** A fault that a caller can act on: `code` is stable, `help` says what to do next. Anything else that is thrown is a bug. */
export class ToolkitError extends Error {
  override readonly name: string = 'ToolkitError';
  readonly code: string;
  readonly help: string;

  constructor(code: string, message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.help = help;
  }
}

/** One thing that is wrong with an input: `argument` is its dotted place, empty for the input as a whole. */
export interface InputProblem {
  readonly argument: string;
  readonly message: string;
}

/** The caller's input is refused before anything is sent; the message has a line for each of the first problems. Code `invalid_input`. */
export class InputError extends ToolkitError {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[], help = 'Correct the arguments and call again.') {
    const lines = problems.map(({ argument, message }) => (argument === '' ? message : `${argument}: ${message}`));
    const more = lines.length > SHOWN ? [`and ${lines.length - SHOWN} more problems`] : [];
    super('invalid_input', [...lines.slice(0, SHOWN), ...more].join('\n'), help);
    this.problems = problems;
  }
}

/** More lines than these help nobody. */
const SHOWN = 12;

/** A setting of the client is missing or wrong. Code `invalid_config`. */
export class ConfigError extends ToolkitError {
  override readonly name = 'ConfigError';

  constructor(message: string, help: string, options?: ErrorOptions) {
    super('invalid_config', message, help, options);
  }
}

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

/** One entry of an error answer, in Intercom's own words. */
export interface IntercomFault {
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
}

/** What an {@link IntercomError} is made of: the HTTP status, all faults of the answer, waits in seconds. */
export interface IntercomErrorDetails {
  readonly status: number;
  readonly errors: readonly IntercomFault[];
  readonly message: string;
  readonly help: string;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfter?: number | undefined;
}

/** The API answered with an error; `code` and `field` are those of its first fault, `http_<status>` where it has no code. */
export class IntercomError extends ToolkitError {
  override readonly name = 'IntercomError';
  readonly status: number;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly IntercomFault[];
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfter: number | undefined;

  constructor({ status, errors, message, help, requestId, rateLimit, retryAfter }: IntercomErrorDetails) {
    super(errors[0]?.code ?? `http_${status}`, message, help);
    this.status = status;
    this.errors = errors;
    this.field = errors[0]?.field;
    this.requestId = requestId;
    this.rateLimit = rateLimit;
    this.retryAfter = retryAfter;
  }
}
