/** Intercom refuses a request: its HTTP status, and what its error list says. Thrown by whatever answers an operation. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly status: number;
  /** One of Intercom's error codes; without one, the operation's own for this status, else the usual one. */
  readonly code: string | undefined;
  /** The parameter that is at fault. */
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Answered instead of Intercom's error list, where an operation has an envelope of its own. */
  readonly body: unknown;

  constructor(
    status: number,
    message: string,
    more: { code?: string; field?: string; headers?: Readonly<Record<string, string>>; body?: unknown } = {},
  ) {
    super(message);
    this.status = status;
    this.code = more.code;
    this.field = more.field;
    this.headers = more.headers ?? {};
    this.body = more.body;
  }
}

/** A fault with status 400, for a value that the contract allows and Intercom does not take. */
export function invalid(message: string, field?: string): Fault {
  return new Fault(400, message, { code: 'parameter_invalid', ...(field !== undefined && { field }) });
}

/** A fault with status 404, for a thing that is not there; throws it where `found` is undefined. */
export function existing<Found>(found: Found | undefined, what: string, code?: string): Found {
  if (found === undefined) throw new Fault(404, `${what} not found`, code === undefined ? {} : { code });
  return found;
}
