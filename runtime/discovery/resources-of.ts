import type { CatalogEntry } from '../catalog/catalog.ts';

/** What the tools of a catalog are about, in alphabetical order: the first tag of each. */
export function resourcesOf(catalog: readonly CatalogEntry[]): string[] {
  return [...new Set(catalog.flatMap(({ tags }) => tags.slice(0, 1)))].sort();
}
