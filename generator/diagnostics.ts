/** How bad a problem is: an `error` leaves the old output in place, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every problem that the generator and the import can report, with the help that goes with it.
 * `docs/diagnostics.md` explains each code; a test holds the two together.
 */
export const catalogue = {
  SOURCE_NOT_FOUND: { severity: 'error', help: 'Check the path or address of the description.' },
} as const satisfies Record<string, { severity: Severity; help: string }>;

/** A code of the {@link catalogue}. */
export type Code = keyof typeof catalogue;

/** One problem: what, where (a JSON pointer into the document, or a file), and what to do. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: string;
  readonly help: string;
}

/** Makes a diagnostic of a catalogued problem. */
export const diagnostic = (code: Code, message: string, pointer = ''): Diagnostic => ({
  code,
  severity: catalogue[code].severity,
  message,
  pointer,
  help: catalogue[code].help,
});

/** A user's fault that stops the work; bugs are thrown as any other error. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .map(({ code, message, pointer }) => `${code}: ${message}${pointer ? ` (${pointer})` : ''}`)
        .join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}
