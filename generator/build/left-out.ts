import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';

/** That there is no tool of an operation, and why. */
export function leftOut(
  { method, path, pointer }: { method: string; path: string; pointer: string },
  reason: string,
): Diagnostic {
  return diagnostic('OPERATION_LEFT_OUT', `${method} ${path} has no tool: ${reason}`, pointer);
}
