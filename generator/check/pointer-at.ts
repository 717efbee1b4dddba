import { ts } from 'ts-morph';
import { type Code, type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { inputNames } from '../inputs/input-types.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { codeWords } from '../text/code-words.ts';

/** A place in an emitted file. */
export interface EmittedPlace {
  readonly file: ts.SourceFile;
  /** The name of the file. */
  readonly name: string;
  readonly position: number;
}

/**
 * The pointers of the tools that a position in an emitted file belongs to: the one whose export or input begins last before it; of the
 * types of answers all whose modules name what stands there, also by way of other types. Empty where it is nobody's.
 */
export function pointersAt(
  { file, name, position }: EmittedPlace,
  modules: readonly PlannedModule[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const declared = declaredAt(file, position);
  if (declared === undefined) return [];
  if (name === 'types/outputs.ts') return usersOf(declared, file, modules, files);
  const [, folder = '', module = ''] = /^(tools|inputs)\/(.*)\.ts$/.exec(name) ?? [];
  const tools = modules.find((one) => one.name === module)?.tools ?? [];
  const namesOf = (tool: PlannedTool): string[] =>
    folder === 'tools' ? [tool.names.identifier] : Object.values(inputNames(tool));
  return tools.filter((tool) => namesOf(tool).includes(declared)).map(({ pointer }) => pointer);
}

/** A fault of an emitted file, once for each tool that it is of; without a pointer where it is nobody's. */
export function faults(code: Code, message: string, pointers: readonly string[]): Diagnostic[] {
  return pointers.length === 0
    ? [diagnostic(code, message)]
    : pointers.map((pointer) => diagnostic(code, message, pointer));
}

/** What the last statement declares that begins before a position. */
function declaredAt(file: ts.SourceFile, position: number): string | undefined {
  let found: string | undefined;
  for (const statement of file.statements) {
    if (statement.getFullStart() > position) break;
    const name = nameOf(statement);
    if (name !== undefined) found = name;
  }
  return found;
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return statement.name.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
}

function usersOf(
  name: string,
  file: ts.SourceFile,
  modules: readonly PlannedModule[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([name]);
  const types = file.statements.map((statement) => [nameOf(statement), codeWords(statement.getText(file))] as const);
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const [own, words] of types) if (own !== undefined && [...names].some((one) => words.has(one))) names.add(own);
  }
  return modules.flatMap(({ name: module, tools }) => {
    const texts = (files.get(`tools/${module}.ts`) ?? '').split(/^(?=export const )/m);
    return tools
      .filter(({ names: { identifier } }) => {
        const text = texts.find((one) => one.startsWith(`export const ${identifier}:`));
        const words = codeWords(text ?? '');
        return [...names].some((one) => words.has(one));
      })
      .map(({ pointer }) => pointer);
  });
}
