import { Project, ScriptKind, type SourceFile, ts } from 'ts-morph';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { banner } from '../emit/templates.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { byLetter } from './by-letter.ts';
import { resolver } from './resolve.ts';

/** Where the emitted files will stand, and how they import the tool type. */
export interface CheckOptions {
  readonly out: string;
  readonly runtime: string;
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
 * The emitted files as one TypeScript program: syntax, types, exports that exist twice, and the barrel that names them
 * all. A fault is reported at the operation whose tool it stands in.
 */
export function checkModules(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
  { out, runtime }: CheckOptions,
): { barrel: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const { resolutionHost, unresolved, missing } = resolver({ out, runtime });
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: options,
    resolutionHost,
  });
  const sources = new Map<string, SourceFile>();
  for (const [name, text] of files)
    if (/\.ts$/.test(name))
      sources.set(
        name,
        project.createSourceFile(`${out}/${name}`, text, { overwrite: true, scriptKind: ScriptKind.TS }),
      );
  const { compilerObject: program } = project.getProgram();
  for (const [name, { compilerNode }] of sources) {
    const module = modules.find((one) => name === `tools/${one.name}.ts`);
    const syntax = program.getSyntacticDiagnostics(compilerNode);
    const types = syntax.length > 0 || missing.size > 0 ? [] : program.getSemanticDiagnostics(compilerNode);
    for (const [code, problems] of [['EMITTED_SYNTAX', syntax] as const, ['EMITTED_TYPE', types] as const])
      for (const { messageText, start = 0 } of problems) {
        const { line } = compilerNode.getLineAndCharacterOfPosition(start);
        const message = `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
        diagnostics.push(diagnostic(code, message, module ? pointerAt(compilerNode, start, module) : ''));
      }
  }
  for (const specifier of new Set([...unresolved, ...missing]))
    diagnostics.push(
      diagnostic(
        'RUNTIME_UNRESOLVED',
        `${specifier} cannot be found from ${out}${missing.size > 0 ? ': no types were checked' : ''}`,
      ),
    );
  const { exports, diagnostics: twice } = exportsOf(sources, modules);
  return { barrel: barrelText(exports), diagnostics: [...diagnostics, ...twice] };
}

interface Exported {
  readonly from: string;
  readonly names: readonly string[];
}

/** What the barrel names: all that the files export, each name once. */
function exportsOf(
  sources: ReadonlyMap<string, SourceFile>,
  modules: readonly PlannedModule[],
): { exports: Exported[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, string>();
  const pointers = new Map(
    modules.flatMap(({ tools }) => tools.map(({ names, pointer }) => [names.identifier, pointer])),
  );
  const exports: Exported[] = [];
  for (const [from, file] of sources) {
    if (from.endsWith('.d.ts')) continue;
    const names = file
      .getVariableStatements()
      .filter((statement) => statement.isExported())
      .flatMap((statement) => statement.getDeclarations().map((declaration) => declaration.getName()));
    for (const name of names) {
      const owner = owners.get(name);
      if (owner !== undefined)
        diagnostics.push(
          diagnostic('EMITTED_TWICE', `${name} is exported by ${owner} and ${from}`, pointers.get(name)),
        );
      owners.set(name, from);
    }
    if (names.length > 0) exports.push({ from: `./${from}`, names: names.sort(byLetter) });
  }
  return { exports: exports.sort((a, b) => (a.from < b.from ? -1 : 1)), diagnostics };
}

function barrelText(exports: readonly Exported[]): string {
  return [
    `// ${banner}\n`,
    ...exports.map(({ from, names }) => `export { ${names.join(', ')} } from ${JSON.stringify(from)};`),
    '',
  ].join('\n');
}

/** The pointer of the tool that a position in its module belongs to: the last whose input or export begins before it. */
function pointerAt(file: ts.SourceFile, position: number, { tools }: PlannedModule): string {
  const pointers = new Map(
    tools.flatMap(({ names: { identifier }, pointer }) => [
      [identifier, pointer],
      [`${identifier}Input`, pointer],
    ]),
  );
  let found = '';
  for (const statement of file.statements) {
    if (statement.getFullStart() > position || !ts.isVariableStatement(statement)) continue;
    for (const { name } of statement.declarationList.declarations)
      if (ts.isIdentifier(name)) found = pointers.get(name.text) ?? found;
  }
  return found;
}
