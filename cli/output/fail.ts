import type { DiagnosticError } from '../../generator/diagnostics/diagnostics.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { paint } from './paint.ts';

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly help: string;
}

/** Prints why a command failed, on standard error, and sets the exit code to 1. A bug is thrown on, with its stack. */
export function fail(error: unknown): void {
  const problems = problemsOf(error);
  if (problems === undefined) throw error;
  for (const { code, message, pointer, help } of problems) {
    console.error(`${paint(process.stderr, 'red', code)}  ${message}${pointer ? `\n  at ${pointer}` : ''}`);
    console.error(paint(process.stderr, 'dim', `  ${help}`));
  }
  process.exitCode = 1;
}

function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (isDiagnosticError(error)) return error.diagnostics;
  return error instanceof ToolkitError ? [error] : undefined;
}

// Known by its name: its class is in the generator, which need not be installed.
function isDiagnosticError(error: unknown): error is DiagnosticError {
  return error instanceof Error && error.name === 'DiagnosticError' && 'diagnostics' in error;
}
