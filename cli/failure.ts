import { paint } from './style.ts';

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly help: string;
}

/**
 * Prints why a command failed, on standard error, and sets the exit code to 1. A bug is thrown on, with its stack.
 * The error classes are loaded only here: a command that succeeds does not need them.
 */
export const fail = async (error: unknown): Promise<void> => {
  const [{ DiagnosticError }, { ToolkitError }] = await Promise.all([
    import('../generator/diagnostics.ts'),
    import('../runtime/errors.ts'),
  ]);
  const problems: readonly Problem[] | undefined =
    error instanceof DiagnosticError ? error.diagnostics : error instanceof ToolkitError ? [error] : undefined;
  if (problems === undefined) throw error;
  for (const { code, message, pointer, help } of problems) {
    console.error(`${paint(process.stderr, 'red', code)}  ${message}${pointer ? `\n  at ${pointer}` : ''}`);
    console.error(paint(process.stderr, 'dim', `  ${help}`));
  }
  process.exitCode = 1;
};
