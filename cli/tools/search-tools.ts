import type { Api } from '../../runtime/catalog/api.ts';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { filterCatalog, type ToolFilter } from '../../runtime/catalog/filter.ts';
import { taskExamples } from '../../runtime/discovery/task-examples.ts';
import { toolIndexOf } from '../../runtime/discovery/tool-index.ts';
import { InputError } from '../../runtime/value/errors.ts';

/** Which tools to show: those that a filter keeps, and of them those that fit some words. */
export interface Wanted extends ToolFilter {
  readonly search?: string | undefined;
  /** How many a search answers. */
  readonly limit: number;
}

/** The tools of an API that a filter keeps, by name, or the best of a search first; throws {@link InputError} where there is none. */
export function searchTools(
  { catalog, profile }: Pick<Api, 'catalog' | 'profile'>,
  { search, limit, ...filter }: Wanted,
): readonly CatalogEntry[] {
  const kept = filterCatalog(catalog, filter);
  if (search === undefined) return kept;
  const allowed = new Set(kept.map(({ name }) => name));
  const found = toolIndexOf(catalog, profile).search(search, allowed);
  if (found.length > 0) return found.slice(0, limit).map(({ entry }) => entry);
  throw new InputError(
    [{ argument: '--search', message: `no tool has to do with ${JSON.stringify(search)}` }],
    `Say what is to be done in other words, such as "${taskExamples(profile, kept).tasks[0]}", or list all with intercom-mcp tools.`,
  );
}
