import { createToolIndex, type IndexedProfile } from '../../../runtime/discovery/tool-index.ts';
import { withoutWeak } from '../../../runtime/discovery/without-weak.ts';
import type { ToolSummary } from '../../api/schema.d.ts';
import { type CatalogFilter, isKept } from './catalog-filter.ts';

/** The tools that a filter keeps: with words the best first, as discovery finds them, else as they were. */
export type CatalogSearch = (filter: CatalogFilter) => readonly ToolSummary[];

/** A search among tools, by the very index that models search with. */
export function createCatalogSearch(tools: readonly ToolSummary[], words: IndexedProfile): CatalogSearch {
  const index = createToolIndex(tools.map(indexed), words);
  return (filter) => {
    const kept = tools.filter((tool) => isKept(tool, filter));
    if (filter.text.trim() === '') return kept;
    const allowed = new Set(kept.map(({ name }) => name));
    const byName = new Map(kept.map((tool) => [tool.name, tool]));
    return withoutWeak(index.search(filter.text, allowed)).flatMap(({ entry }) => byName.get(entry.name) ?? []);
  };
}

/** What the index looks at: of the arguments their names. */
function indexed({ argument_names: names, tags, groups, ...tool }: ToolSummary) {
  const properties = Object.fromEntries(names.map((name) => [name, {}]));
  return { ...tool, tags: [...tags, ...groups], inputSchema: { type: 'object' as const, properties } };
}
