import { Project, ScriptKind, type SourceFile, ts } from 'ts-morph';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { banner } from '../emit/templates.ts';
import type { PlannedModule } from '../plan/plan.ts';
import { byLetter } from '../text/by-letter.ts';
import { faults, pointersAt } from './pointer-at.ts';

/**
 * The emitted files read as TypeScript: syntax, exports that exist twice, and the barrel that names them all. A fault is
 * reported at the operation whose tool it stands in.
 */
export function checkModules(
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
): { barrel: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
  const sources = new Map<string, SourceFile>();
  for (const [name, text] of files)
    if (/\.ts$/.test(name))
      sources.set(name, project.createSourceFile(`/${name}`, text, { overwrite: true, scriptKind: ScriptKind.TS }));
  const { compilerObject: program } = project.getProgram();
  for (const [name, { compilerNode }] of sources) {
    for (const { messageText, start = 0 } of program.getSyntacticDiagnostics(compilerNode)) {
      const { line } = compilerNode.getLineAndCharacterOfPosition(start);
      const message = `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      diagnostics.push(
        ...faults('EMITTED_SYNTAX', message, pointersAt({ file: compilerNode, position: start, name }, modules, files)),
      );
    }
  }
  const { exports, diagnostics: twice } = exportsOf(sources, modules);
  return { barrel: barrelText(exports), diagnostics: [...diagnostics, ...twice] };
}

interface Exported {
  readonly from: string;
  readonly names: readonly string[];
  /** True where they are types. */
  readonly isTypes?: boolean;
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
    const types = [...file.getInterfaces(), ...file.getTypeAliases()].filter((type) => type.isExported());
    const typeNames = types.map((type) => type.getName()).sort(byLetter);
    if (typeNames.length > 0) exports.push({ from: `./${from}`, names: typeNames, isTypes: true });
  }
  return { exports: exports.sort((a, b) => (a.from < b.from ? -1 : 1)), diagnostics };
}

function barrelText(exports: readonly Exported[]): string {
  return [
    `// ${banner}\n`,
    ...exports.map(
      ({ from, names, isTypes = false }) =>
        `export ${isTypes ? 'type ' : ''}{ ${names.join(', ')} } from ${JSON.stringify(from)};`,
    ),
    '',
  ].join('\n');
}
