import type { ToolSummary } from '../../api/schema.d.ts';

/** The tools of one resource. */
export interface Resource {
  /** The first tag of its tools. */
  readonly tag: string;
  readonly tools: readonly ToolSummary[];
}

/** Tools by their resources, both by the alphabet. */
export function resourcesOf(tools: readonly ToolSummary[]): Resource[] {
  const byTag = new Map<string, ToolSummary[]>();
  for (const tool of tools) {
    const tag = resourceOf(tool);
    const known = byTag.get(tag) ?? [];
    known.push(tool);
    byTag.set(tag, known);
  }
  return [...byTag]
    .map(([tag, own]) => ({ tag, tools: own.toSorted((a, b) => compare(a.title, b.title)) }))
    .toSorted((a, b) => compare(sayTag(a.tag), sayTag(b.tag)));
}

/** The tools before and behind one, in the order of {@link resourcesOf}. */
export function neighboursOf(
  name: string,
  tools: readonly ToolSummary[],
): { readonly before: ToolSummary | undefined; readonly behind: ToolSummary | undefined } {
  const all = resourcesOf(tools).flatMap((resource) => resource.tools);
  const at = all.findIndex((tool) => tool.name === name);
  return { before: at > 0 ? all[at - 1] : undefined, behind: at < 0 ? undefined : all[at + 1] };
}

/** The tag under which a tool stands. */
function resourceOf({ tags, groups }: Pick<ToolSummary, 'tags' | 'groups'>): string {
  return tags[0] ?? groups[0] ?? 'other';
}

/** The id of a resource's section, which addresses name; whatever a tag is, it is one word, and none of the page's own. */
export function sectionId(tag: string): string {
  return `resource-${encodeURIComponent(tag)}`;
}

const ACRONYMS: ReadonlySet<string> = new Set(['ai', 'api', 'ip', 'url']);

/** A tag as a heading says it: `ai_content` is "AI content". */
export function sayTag(tag: string): string {
  const words = tag.split(/[_\s]+/).map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const { compare } = new Intl.Collator('en');
