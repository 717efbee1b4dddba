import { ts } from 'ts-morph';

/** One emitted file read as TypeScript. */
export interface ParsedModule {
  readonly file: ts.SourceFile;
  readonly problems: readonly ts.Diagnostic[];
  /** Names of the constants, and of the types, that it exports. */
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Reads one file alone: nobody needs the trees of all files of a large API at once. */
export function parseModule(name: string, text: string): ParsedModule {
  const file = ts.createSourceFile(`/${name}`, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
  const program = ts.createProgram({ rootNames: [file.fileName], options: SETTINGS, host: hostOf(file) });
  const exported = file.statements.filter(isExported);
  return {
    file,
    problems: program.getSyntacticDiagnostics(file),
    values: exported
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations.map((one) => one.name.getText(file))),
    types: exported
      .filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      .map((statement) => statement.name.text),
  };
}

const SETTINGS: ts.CompilerOptions = { noLib: true, noResolve: true, types: [] };

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** All that the compiler can reach: one file. */
function hostOf(file: ts.SourceFile): ts.CompilerHost {
  return {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => {},
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
}
