import { DiagnosticError } from './diagnostics/diagnostics.ts';
import { lostOperations } from './diagnostics/lost-operations.ts';
import type { GenerateOptions, GenerateReport } from './run/generate-options.ts';
import { remembered } from './run/remembered.ts';

/**
 * Turns a description into tool modules, where anything that they are made of changed since, or they themselves did. Throws
 * {@link DiagnosticError} when a problem is an error, and then leaves the old output as it was.
 */
export async function generate(options: GenerateOptions): Promise<GenerateReport> {
  const start = performance.now();
  const known = options.force ? undefined : remembered(options);
  if (known === undefined) {
    // Loaded only now: libraries that read descriptions, format and check are most of the start.
    const { generateAnew } = await import('./generate-anew.ts');
    return await generateAnew(options);
  }
  const lost = lostOperations(known.diagnostics);
  if (options.strict && lost.length > 0) throw new DiagnosticError(lost);
  options.accept?.(known.report);
  return { ...known, milliseconds: Math.round(performance.now() - start) };
}
