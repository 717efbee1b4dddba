import type { Diagnostic } from './diagnostics.ts';

/** The problems by which an operation that the description has gets no tool. */
export function lostOperations(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => code === 'OPERATION_LEFT_OUT');
}
