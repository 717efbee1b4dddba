import { Project, ScriptKind, ts } from 'ts-morph';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { faults, pointersAt } from './pointer-at.ts';
import { resolver } from './resolve.ts';

/** Where the emitted files will stand, and how they import the tool type. */
export interface CheckOptions {
  readonly out: string;
  readonly runtime: string;
  readonly runtimeTypes?: string;
}

/** Without the DOM, which no emitted module may need, and without the types of libraries, which are not ours to check. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['intercom-mcp-toolkit:source'],
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * The emitted files as one program with the runtime's types and zod: what does not compile is reported at the operation
 * whose tool it stands in, and where the runtime cannot be found that is said.
 */
export function checkTypes(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
  { out, runtime, runtimeTypes = runtime }: CheckOptions,
): Diagnostic[] {
  const { resolutionHost, unresolved, missing } = resolver({ out, runtimes: new Set([runtime, runtimeTypes]) });
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: options,
    resolutionHost,
  });
  const sources = [...files]
    .filter(([name]) => /\.ts$/.test(name))
    .map(([name, text]) => {
      const settings = { overwrite: true, scriptKind: ScriptKind.TS };
      return { name, node: project.createSourceFile(`${out}/${name}`, text, settings).compilerNode };
    });
  const { compilerObject: program } = project.getProgram();
  const problems = sources.map(({ name, node }) => ({ name, node, found: program.getSemanticDiagnostics(node) }));
  const diagnostics = problems.flatMap(({ name, node, found }) =>
    (missing.size > 0 ? [] : found).flatMap(({ messageText, start = 0 }) => {
      const { line } = node.getLineAndCharacterOfPosition(start);
      const message = `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      return faults('EMITTED_TYPE', message, pointersAt({ file: node, position: start, name }, modules, files));
    }),
  );
  const lost = [...new Set([...unresolved, ...missing])].map((specifier) =>
    diagnostic(
      'RUNTIME_UNRESOLVED',
      `${specifier} cannot be found from ${out}${missing.size > 0 ? ': no types were checked' : ''}`,
    ),
  );
  return [...diagnostics, ...lost];
}
