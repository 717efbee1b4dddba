import { type Code, DiagnosticError, diagnostic } from './diagnostics.ts';

/** The error of one problem that ends the work at once. */
export function fail(code: Code, message: string): DiagnosticError {
  return new DiagnosticError([diagnostic(code, message)]);
}
