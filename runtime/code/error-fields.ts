import type { ServedWords } from '../catalog/served-words.ts';
import { ApiError, NetworkError, TimeoutError } from '../http/errors.ts';
import { InputError, ToolkitError } from '../value/errors.ts';

/**
 * Why a call of a program failed: its arguments were refused, the API refused it, it could not be reached or did not answer in
 * time, nobody agreed to it, the program may make no more calls, no function is called so, whoever serves it refuses to make it (by a
 * limit, or because its right is over), or the failure is the server's own.
 */
export type CallFailure =
  | 'input'
  | 'api'
  | 'network'
  | 'timeout'
  | 'consent'
  | 'limit'
  | 'unknown_function'
  | 'refused'
  | 'server';

/** What a program can read of the error that a failed call throws. */
export interface ErrorFields {
  readonly kind: CallFailure;
  /** What was wrong. */
  readonly message: string;
  /** What to do next. */
  readonly help: string;
  readonly function?: string;
  /** The first argument that was wrong, by its dotted path, and the others with what was wrong of each. */
  readonly argument?: string;
  readonly problems?: readonly { readonly argument: string; readonly message: string }[];
  /** Of an answer of the API: its HTTP status, its code, and the id of the request. */
  readonly status?: number;
  readonly code?: string;
  readonly request_id?: string;
}

/** A failure of the program's own world: too many calls, a function that is none, a consent that is missing. */
export class WorldError extends ToolkitError {
  override readonly name = 'WorldError';
  readonly kind: CallFailure;

  constructor(kind: CallFailure, message: string, help: string) {
    super(kind, message, help);
    this.kind = kind;
  }
}

/** What is thrown in the program for what a call threw here; of a bug nothing but its kind is told. */
export function errorFields(error: unknown, called: string, words: ServedWords): ErrorFields {
  const of = called === '' ? {} : { function: called };
  if (!(error instanceof ToolkitError)) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    return { kind: 'server', message: `the call failed inside the server (${kind})`, help: 'Try another way.', ...of };
  }
  const { help, message, code } = error;
  // What an API says is its own; what was wrong with arguments is said by us.
  const said = error instanceof InputError ? words(message) : message;
  return {
    kind: kindOf(error),
    message: said,
    help: words(help),
    ...of,
    ...(error instanceof InputError && problemsOf(error, words)),
    ...(error instanceof ApiError && {
      status: error.status,
      code,
      ...(error.requestId !== undefined && { request_id: error.requestId }),
    }),
  };
}

function kindOf(error: ToolkitError): CallFailure {
  if (error instanceof WorldError) return error.kind;
  if (error instanceof InputError) return 'input';
  if (error instanceof TimeoutError) return 'timeout';
  if (error instanceof NetworkError) return 'network';
  return error instanceof ApiError || error.code === 'invalid_response' ? 'api' : 'refused';
}

function problemsOf({ problems }: InputError, words: ServedWords): Pick<ErrorFields, 'argument' | 'problems'> {
  const shown = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ argument, message }) => ({ argument, message: words(message) }));
  const [first] = shown;
  return first === undefined ? {} : { argument: first.argument, problems: shown };
}

const MOST_PROBLEMS = 12;
