import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { PlannedTools } from '../build/plan-tools.ts';
import type { Field, MissingWords } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { answerFields } from '../plan/answer-fields.ts';
import type { PlannedTool } from '../plan/plan.ts';

/** What is known of one argument, for somebody who writes words for it. */
export interface ArgumentFacts {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The words that models read, of whoever wrote them. */
  readonly words: string;
  /** What its ids are of, where a name does as well. */
  readonly names: readonly string[];
}

/** What is known of one tool, for somebody who writes words for it. */
export interface ToolFacts {
  readonly tool: string;
  /** `METHOD /path`. */
  readonly operation: string;
  readonly pointer: string;
  readonly module: string;
  readonly class: string;
  readonly access: 'read' | 'write';
  readonly destructive: boolean;
  /** What models read now: where words are lacking, made of facts. */
  readonly title: string;
  readonly description: string;
  readonly lacks: MissingWords;
  readonly arguments: readonly ArgumentFacts[];
  /** How it pages, or that it does not. */
  readonly paging: string;
  /** The names of what it answers, of one item where that is a list. */
  readonly answer: readonly string[];
  /** The other tools of the resource, with their titles. */
  readonly neighbours: readonly { readonly tool: string; readonly title: string }[];
  /** What the definition costs a model, in tokens. */
  readonly tokens: number;
}

/** The facts of every tool, by module and name. */
export function describeTools({ modules, catalog, api }: PlannedTools): ToolFacts[] {
  const entries = new Map(catalog.map((entry) => [entry.name, entry]));
  return modules.flatMap(({ tools }) =>
    tools.map((tool): ToolFacts => {
      const others = tools.filter((other) => other !== tool);
      return {
        ...factsOf(tool, entries.get(tool.names.tool)),
        answer: answerFields(tool, api),
        neighbours: others.map(({ names, title }) => ({ tool: names.tool, title })),
      };
    }),
  );
}

function factsOf(tool: PlannedTool, entry: CatalogEntry | undefined): Omit<ToolFacts, 'answer' | 'neighbours'> {
  const { names, method, path, pointer, title, description, lacks, access, destructive } = tool;
  return {
    tool: names.tool,
    operation: `${method} ${path}`,
    pointer,
    module: names.module,
    class: tool.class,
    access,
    destructive,
    title,
    description,
    lacks,
    arguments: tool.fields
      .filter(({ constant }) => constant === undefined)
      .map((field) => ({ ...argumentOf(field), names: tool.named[field.key] ?? [] })),
    paging: pagingOf(tool),
    tokens: entry?.tokens ?? 0,
  };
}

function argumentOf({ key, required, schema }: Field): Omit<ArgumentFacts, 'names'> {
  return { name: key, type: typeText(schema), required, words: schema.description ?? '' };
}

/** How many values of an enumeration are named. */
const MOST_VALUES = 8;

/** A schema in a few words: `list of string`, `one of asc, desc`. */
function typeText(schema: JsonSchema): string {
  const { type, enum: values, items, anyOf = [], time } = schema;
  if (time !== undefined) return 'time';
  if (values !== undefined) {
    const more = values.length > MOST_VALUES ? ', …' : '';
    return `one of ${values.slice(0, MOST_VALUES).map(String).join(', ')}${more}`;
  }
  if (schema.$defs !== undefined) return 'search filters';
  if (items !== undefined) return `list of ${typeText(items)}`;
  if (type === 'array') return 'list';
  if (type !== undefined) return type;
  return [...new Set(anyOf.map(typeText))].join(' or ') || 'anything';
}

function pagingOf({ facts: { pagination }, isList }: PlannedTool): string {
  if (pagination === undefined) return isList ? 'undeclared: x-mcp.pagination says how' : 'none';
  const { style, max } = pagination;
  if (style === 'none') return 'all on one page';
  return `by ${style}${max === undefined ? '' : `, at most ${max} a page`}`;
}
