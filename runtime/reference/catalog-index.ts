import type { CatalogEntry } from '../catalog/catalog.ts';
import { propertiesOf } from '../catalog/schema-properties.ts';
import { METHOD_CLASSES, type MethodClass } from '../tool/tool.ts';
import { splitTags, type TagGroups } from './tool-groups.ts';

/** What a reader of a catalog sees of a tool in a list. */
export interface ToolSummary
  extends Pick<
    CatalogEntry,
    'name' | 'title' | 'description' | 'class' | 'access' | 'destructive' | 'method' | 'path' | 'tokens'
  > {
  /** Its tags without the groups that they are in. */
  readonly tags: readonly string[];
  readonly groups: readonly string[];
  /** A customer's data may stand in what it answers. */
  readonly personalData: boolean;
  /** Those at the top, which a search goes by as well. */
  readonly argumentNames: readonly string[];
  /** Names that it had, where it had any: who chose it by one has it chosen still. */
  readonly formerNames?: readonly string[];
}

/** A catalog for readers: all tools, and how many there are of each kind. */
export interface CatalogIndex {
  readonly tools: readonly ToolSummary[];
  readonly classes: readonly { readonly name: MethodClass; readonly tools: number }[];
  readonly tags: readonly Counted[];
  /** `tags` are those all of whose tools are in the group. */
  readonly groups: readonly (Counted & { readonly tags: readonly string[] })[];
}

interface Counted {
  readonly name: string;
  readonly tools: number;
}

/** The index of a catalog. */
export function catalogIndex(catalog: readonly CatalogEntry[], groups: TagGroups): CatalogIndex {
  const tools = catalog.map((entry) => toolSummary(entry, groups));
  const tags = counted(tools.flatMap((tool) => tool.tags));
  const count = counted(tools.flatMap((tool) => tool.groups));
  const members = (group: string): string[] =>
    tags
      .map(({ name }) => name)
      .filter((tag) => tools.every((tool) => !tool.tags.includes(tag) || tool.groups.includes(group)));
  return {
    tools,
    classes: METHOD_CLASSES.map((name) => ({ name, tools: tools.filter((tool) => tool.class === name).length })),
    tags,
    groups: count.map(({ name, tools: size }) => ({ name, tags: members(name), tools: size })),
  };
}

/** What a list says of one tool. */
export function toolSummary(entry: CatalogEntry, all: TagGroups): ToolSummary {
  const { name, title, description, access, destructive, method, path, tokens, personalData = false, aliases } = entry;
  const { tags, groups } = splitTags(entry, all);
  return {
    ...{ name, title, description, class: entry.class, access, destructive },
    ...{ tags, groups, tokens, personalData, method, path },
    argumentNames: propertiesOf(entry.inputSchema).properties.map(([argument]) => argument),
    ...(aliases && { formerNames: aliases.map((alias) => alias.name) }),
  };
}

/** Names by the alphabet, and how often each of them is there. */
function counted(names: readonly string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, tools]) => ({ name, tools })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
