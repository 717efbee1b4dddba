import { Project, ScriptKind, type SourceFile, ts } from 'ts-morph';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { banner } from '../emit/templates.ts';
import type { PlannedModule } from '../plan/plan.ts';

/**
 * The emitted modules as one TypeScript program: syntax, exports that exist twice, and the barrel that names them all.
 * A fault is reported at the operation whose tool it stands in.
 */
export const checkModules = (
  files: ReadonlyMap<string, string>,
  modules: readonly PlannedModule[],
): { barrel: string; diagnostics: Diagnostic[] } => {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noResolve: true },
  });
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, string>();
  const barrel = project.createSourceFile('index.ts', `// ${banner}\n`);
  const exports: { moduleSpecifier: string; namedExports: string[] }[] = [
    { moduleSpecifier: './modules.ts', namedExports: ['modules'] },
    { moduleSpecifier: './version.ts', namedExports: ['apiVersion'] },
  ];
  const sources = modules.map((module) => {
    const name = `tools/${module.name}.ts`;
    return { module, name, file: project.createSourceFile(name, files.get(name) ?? '', { scriptKind: ScriptKind.TS }) };
  });
  const program = project.getProgram();
  for (const { module, name, file } of sources) {
    const pointers = new Map(module.tools.map((tool) => [tool.names.identifier, tool.pointer]));
    for (const problem of program.getSyntacticDiagnostics(file)) {
      const text = problem.getMessageText();
      const message = typeof text === 'string' ? text : text.getMessageText();
      diagnostics.push(
        diagnostic(
          'EMITTED_SYNTAX',
          `${name}:${problem.getLineNumber() ?? 0}: ${message}`,
          pointerAt(file, problem.getStart() ?? 0, pointers),
        ),
      );
    }
    const exported = file
      .getVariableStatements()
      .filter((statement) => statement.isExported())
      .flatMap((statement) => statement.getDeclarations().map((declaration) => declaration.getName()));
    for (const identifier of exported) {
      const owner = owners.get(identifier);
      if (owner)
        diagnostics.push(
          diagnostic('EMITTED_TWICE', `${identifier} is exported by ${owner} and ${name}`, pointers.get(identifier)),
        );
      owners.set(identifier, name);
    }
    if (exported.length > 0) exports.push({ moduleSpecifier: `./${name}`, namedExports: exported.sort(alphabet) });
  }
  for (const declaration of exports.sort((a, b) => (a.moduleSpecifier < b.moduleSpecifier ? -1 : 1)))
    barrel.addExportDeclaration(declaration);
  return { barrel: barrel.getFullText(), diagnostics };
};

/** The order in which the formatter sorts exports: letter by letter (A, a, B, b), runs of digits as numbers. */
const alphabet = (a: string, b: string): number => {
  const [left, right] = [a, b].map((name) => name.match(/\d+|\D/g) ?? []);
  for (const [at, one] of (left ?? []).entries()) {
    const other = right?.[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    if (/\d/.test(one) && /\d/.test(other) && Number(one) !== Number(other)) return Number(one) - Number(other);
    const [lower, otherLower] = [one.toLowerCase(), other.toLowerCase()];
    if (lower !== otherLower) return lower < otherLower ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
};

/** The pointer of the last tool that begins before a place in the file. */
const pointerAt = (file: SourceFile, start: number, pointers: ReadonlyMap<string, string>): string => {
  const before = file
    .getVariableDeclarations()
    .filter((declaration) => declaration.getStart() <= start || declaration.getKind() === ts.SyntaxKind.Unknown)
    .map((declaration) => pointers.get(declaration.getName()))
    .filter((pointer) => pointer !== undefined);
  return before.at(-1) ?? '';
};
