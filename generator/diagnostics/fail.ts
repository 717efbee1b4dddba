import { type Code, DiagnosticError, diagnostic } from './diagnostics.ts';

/** The error of one problem that ends the work at once. */
export const fail = (code: Code, message: string): DiagnosticError => new DiagnosticError([diagnostic(code, message)]);
