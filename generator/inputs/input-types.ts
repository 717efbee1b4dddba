import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { codeWords } from '../text/code-words.ts';
import { comment } from './field-words.ts';
import { inputMembers } from './input-type.ts';
import { filterType, queryType } from './search-type.ts';

/** The types of what one tool takes. */
export interface InputNames {
  readonly input: string;
  readonly filter: string;
}

/** The names of the types of a tool's arguments, by the name of its export. */
export function inputNames({ names: { identifier } }: Pick<PlannedTool, 'names'>): InputNames {
  return namesOf(identifier);
}

function namesOf(identifier: string): InputNames {
  const name = `${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}`;
  return { input: `${name}Input`, filter: `${name}Filter` };
}

/** The names of all types that a module's arguments have. */
export function inputNamesOf({ tools }: PlannedModule): string[] {
  return tools.flatMap((tool) => {
    const identifiers = [tool.names, ...tool.names.aliases].flatMap(({ identifier }) => identifier ?? []);
    return identifiers.map(namesOf).flatMap(({ input, filter }) => (tool.search ? [filter, input] : [input]));
  });
}

/** The declarations of what the tools of a module take, and what they import of the runtime. */
export function inputTypes({ tools }: PlannedModule): { text: string; imports: readonly string[] } {
  const text = tools.flatMap((tool) => [declarations(tool), ...formerDeclarations(tool)]).join('\n\n');
  const words = codeWords(text);
  const imports = ['Id', 'SearchFilter', 'SearchGroup', 'Time'].filter((name) => words.has(name));
  return { text, imports };
}

/** The types by the names that they had. */
function formerDeclarations(tool: PlannedTool): string[] {
  const { input, filter } = inputNames(tool);
  return tool.names.aliases.flatMap(({ identifier, until }) => {
    if (identifier === undefined) return [];
    const former = namesOf(identifier);
    const pairs = [[former.input, input] as const, ...(tool.search ? [[former.filter, filter] as const] : [])];
    return pairs.map(([old, name]) => `${deprecation(name, until)}\nexport type ${old} = ${name};`);
  });
}

/** The comment of a name that goes. */
export function deprecation(name: string, until: string): string {
  return `/** @deprecated It is called ${name} now; this name stays until ${until}. */`;
}

function declarations(tool: PlannedTool): string {
  const { names, title, inputSchema, search, facts } = tool;
  const { input, filter } = inputNames(tool);
  const about = comment(`${title}: the arguments of \`${names.tool}\`.`);
  const members = inputMembers(inputSchema, {
    dropsNull: tool.class !== 'update',
    cleared: new Set(Object.keys(facts.nulls ?? {})),
    named: tool.named,
    definitions: inputSchema.$defs ?? {},
    types: search ? { query: queryType(filter, search) } : {},
  });
  const own =
    members === ''
      ? `${about}export type ${input} = Readonly<Record<string, never>>;`
      : `${about}export interface ${input} {\n${members}\n}`;
  if (!search) return own;
  const words = comment(
    `One condition of \`${names.tool}\`: a field, an operator that it takes, and a value of its type.`,
  );
  return `${words}export type ${filter} =\n${filterType(search)};\n\n${own}`;
}
