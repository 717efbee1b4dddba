import { type InputError, ToolkitError } from '../../runtime/value/errors.ts';

/** A request that is answered with an error: an HTTP status, a stable code, and the field that is to blame where one is. */
export class Problem extends ToolkitError {
  override readonly name = 'Problem';
  readonly status: number;
  /** Dotted path in the body, or the name of a parameter. */
  readonly field: string | undefined;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(
    {
      status,
      code,
      field,
      retryAfter,
    }: { status: number; code: string; field?: string | undefined; retryAfter?: number | undefined },
    message: string,
    help: string,
  ) {
    super(code, message, help);
    this.status = status;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

/** What an error answer says. */
interface ProblemBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly help: string;
  };
}

/** The body of an error answer. */
export function problemBody({
  code,
  message,
  field,
  help,
}: Pick<Problem, 'code' | 'message' | 'field' | 'help'>): ProblemBody {
  return { error: { code, message, ...(field !== undefined && { field }), help } };
}

/** A fault of the caller's input as a {@link Problem}; `prefix` is where the input stood in the body. */
export function toProblem(error: InputError, prefix = ''): Problem {
  const [first] = error.problems;
  const field = [prefix, first?.argument ?? ''].filter(Boolean).join('.');
  return new Problem({ status: 400, code: 'invalid_input', ...(field !== '' && { field }) }, error.message, error.help);
}

/** The answer for something that is not there. */
export function notFound(what: string): Problem {
  return new Problem(
    { status: 404, code: 'not_found' },
    `There is no such ${what}.`,
    'Check the id; a list shows which there are.',
  );
}
