import type { ToolList, ToolSummary } from '../../api/schema.d.ts';

/** Which tools a reader wants to see; empty texts mean all. */
export interface CatalogFilter {
  readonly text: string;
  /** A tag, or a group of tags. */
  readonly tag: string;
  /** A method class, or one of {@link EFFECTS}. */
  readonly kind: string;
}

/** What calls of a tool do, as filters of servers say it. */
const EFFECTS = {
  read: { name: 'Reads alone', has: ({ access }) => access === 'read' },
  write: { name: 'Writes', has: ({ access }) => access === 'write' },
  destructive: { name: 'Removes, or cannot be undone', has: ({ destructive }) => destructive },
} as const satisfies Record<string, { name: string; has: (tool: ToolSummary) => boolean }>;

/** A filter in the query of an address. */
export const parameters = { text: 'q', tag: 'tag', kind: 'class' } as const satisfies Record<
  keyof CatalogFilter,
  string
>;

/** Reads the filter of an address. */
export function readFilter(query: URLSearchParams): CatalogFilter {
  const of = (name: keyof CatalogFilter): string => query.get(parameters[name]) ?? '';
  return { text: of('text'), tag: of('tag'), kind: of('kind') };
}

/** What a filter is called in the query of an address, and empty where it narrows nothing. */
export function inAddress({ text = '', tag = '', kind = '' }: Partial<CatalogFilter>): Record<string, string> {
  return { [parameters.text]: text.trim(), [parameters.tag]: tag, [parameters.kind]: kind };
}

/** The query of an address that says a filter; empty for none. */
export function writeFilter(filter: Partial<CatalogFilter>): string {
  return new URLSearchParams(Object.entries(inAddress(filter)).filter(([, value]) => value !== '')).toString();
}

/** Whether a tool has the tag and the kind of a filter; what it says is for the search. */
export function isKept(tool: ToolSummary, { tag, kind }: CatalogFilter): boolean {
  const hasTag = tag === '' || tool.tags.includes(tag) || tool.groups.includes(tag);
  return hasTag && (kind === '' || hasKind(tool, kind));
}

function hasKind(tool: ToolSummary, kind: string): boolean {
  return isEffect(kind) ? EFFECTS[kind].has(tool) : tool.class === kind;
}

function isEffect(kind: string): kind is keyof typeof EFFECTS {
  return Object.hasOwn(EFFECTS, kind);
}

/** Something to choose in a filter, and how many tools have it. */
export interface FilterChoice {
  readonly value: string;
  readonly name: string;
  readonly tools: number;
}

/** What calls do, to choose from. */
export function effectChoices({ result }: Pick<ToolList, 'result'>): FilterChoice[] {
  return Object.entries(EFFECTS).map(([value, { name, has }]) => {
    return { value, name, tools: result.filter(has).length };
  });
}

/** The method classes, to choose from. */
export function classChoices({ classes }: Pick<ToolList, 'classes'>): FilterChoice[] {
  return classes.filter(({ tools }) => tools > 0).map(({ name, tools }) => ({ value: name, name, tools }));
}
