import { type Code, type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { inputNames } from '../inputs/input-types.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { codeWords } from '../text/code-words.ts';

/** A place in an emitted file. */
export interface EmittedPlace {
  /** The name of the file. */
  readonly name: string;
  readonly position: number;
}

/**
 * The pointers of the tools that a position in an emitted file belongs to: the one whose export or input begins last before it; of the
 * types of answers all whose modules name what stands there, also by way of other types. Empty where it is nobody's.
 */
export function pointersAt(
  { name, position }: EmittedPlace,
  modules: readonly PlannedModule[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const statements = statementsOf(files.get(name) ?? '');
  const declared = statements.findLast(({ start }) => start <= position)?.name;
  if (declared === undefined) return [];
  if (name === 'types/outputs.ts') return usersOf(declared, statements, modules, files);
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

interface Statement {
  readonly name: string;
  /** Where it begins, with the comment in front of it. */
  readonly start: number;
  readonly text: string;
}

/** What a file declares: all that is emitted begins a declaration at the start of a line. */
function statementsOf(text: string): Statement[] {
  const heads = [
    ...text.matchAll(/^(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(?:export )?(?:const|interface|type) ([\w$]+)/gm),
  ];
  return heads.map(({ index, 1: name = '' }, at) => ({
    name,
    start: index,
    text: text.slice(index, heads[at + 1]?.index),
  }));
}

function usersOf(
  name: string,
  statements: readonly Statement[],
  modules: readonly PlannedModule[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([name]);
  const types = statements.map((statement) => [statement.name, codeWords(statement.text)] as const);
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const [own, words] of types) if ([...names].some((one) => words.has(one))) names.add(own);
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
