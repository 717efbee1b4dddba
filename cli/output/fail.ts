import type { DiagnosticError } from '../../generator/diagnostics/diagnostics.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import { InputError, ToolkitError } from '../../runtime/value/errors.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { paint } from './paint.ts';

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  /** `file:line:column`. */
  readonly place?: string;
  readonly help: string;
}

/**
 * Prints on standard error why a command failed, and sets the exit code; as one line of JSON, `{"error": …}`, where the
 * command was called with `--json`. A bug is thrown on, with its stack.
 */
export function fail(error: unknown, { isJson = false } = {}): void {
  const problems = problemsOf(error);
  if (problems === undefined) throw error;
  const exitCode = isMissingOption(error) ? exitCodes.usage.code : exitCodeOf(error);
  if (isJson) console.error(JSON.stringify({ error: { ...detailsOf(error, problems), exit_code: exitCode } }));
  else for (const problem of problems) print(problem);
  process.exitCode = exitCode;
}

function print({ code, message, pointer, place, help }: Problem): void {
  const at = [pointer, place && `(${place})`].filter(Boolean).join(' ');
  console.error(`${paint(process.stderr, 'red', code)}  ${message}${at ? `\n  at ${at}` : ''}`);
  if (help !== '') console.error(paint(process.stderr, 'dim', `  ${help}`));
}

function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (isDiagnosticError(error)) return error.diagnostics;
  if (error instanceof Error && error.name === 'AbortError') return [CANCELLED];
  return error instanceof ToolkitError ? [error] : undefined;
}

const CANCELLED: Problem = {
  code: 'cancelled',
  message: 'The call was interrupted.',
  help: 'If it was a write, check whether the change was made before calling again.',
};

/** The first problem, and what a program goes on by. */
function detailsOf(error: unknown, problems: readonly Problem[]): object {
  const [{ code, message, pointer, help } = CANCELLED] = problems;
  return {
    ...{ code, message, ...(pointer && { pointer }), help },
    ...(error instanceof InputError && { problems: error.problems }),
    ...(isDiagnosticError(error) && { problems }),
    ...(error instanceof ApiError && {
      status: error.status,
      field: error.field,
      request_id: error.requestId,
      retry_after: error.retryAfter,
    }),
  };
}

/** Said by the generator, of the command line. */
function isMissingOption(error: unknown): boolean {
  return isDiagnosticError(error) && error.diagnostics[0]?.code === 'OPTIONS_MISSING';
}

// Known by its name: its class is in the generator, which need not be installed.
function isDiagnosticError(error: unknown): error is DiagnosticError {
  return error instanceof Error && error.name === 'DiagnosticError' && 'diagnostics' in error;
}
