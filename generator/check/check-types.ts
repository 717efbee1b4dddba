import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { findModules } from './find-modules.ts';
import { faults, pointersAt } from './pointer-at.ts';
import { typeProblems } from './type-problems.ts';

/** Where the emitted files will stand, and how they import the tool type. */
export interface CheckOptions {
  readonly out: string;
  readonly runtime: string;
  readonly runtimeTypes?: string;
}

/**
 * The emitted files as one program with the runtime's types and zod: what does not parse or compile is reported at the operation
 * whose tool it stands in, and where the runtime cannot be found that is said.
 */
export function checkTypes(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
  { out, runtime, runtimeTypes = runtime }: CheckOptions,
): Diagnostic[] {
  const { instead, unresolved, missing } = findModules(out, [runtime, runtimeTypes]);
  const diagnostics = typeProblems({ out, files, instead }).flatMap(({ name, isSyntax, position, message }) => {
    if (missing.length > 0 && !isSyntax) return [];
    const line = (files.get(name) ?? '').slice(0, position).split('\n').length;
    const code = isSyntax ? 'EMITTED_SYNTAX' : 'EMITTED_TYPE';
    return faults(code, `${name}:${line}: ${message}`, pointersAt({ name, position }, modules, files));
  });
  const lost = [...new Set([...unresolved, ...missing])].map((specifier) =>
    diagnostic(
      'RUNTIME_UNRESOLVED',
      `${specifier} cannot be found from ${out}${missing.length > 0 ? ': no types were checked' : ''}`,
    ),
  );
  return [...diagnostics, ...lost];
}
