/** Intercom refuses a search: the HTTP status and what its error list says. */
export class SearchFault extends Error {
  override readonly name = 'SearchFault';
  readonly status: number;
  /** One of Intercom's error codes, such as `invalid_field`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * A 400 for what Intercom's description says is refused without showing the answer: inferred from the code that its other
 * operations have for parameters of a wrong form.
 */
export function invalid(message: string): SearchFault {
  return new SearchFault(400, 'parameter_invalid', message);
}
