import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';

type Catalog = readonly CatalogEntry[];

/**
 * The tools of several versions, newest first, each as the newest of them has it. One that a newer version calls otherwise stands
 * there by its newest name alone.
 */
export function joinCatalogs(catalogs: readonly Catalog[]): Catalog {
  const joined = new Map<string, CatalogEntry>();
  for (const catalog of catalogs) {
    const newer = [...joined.values()];
    for (const entry of catalog)
      if (!joined.has(entry.name) && !newer.some((one) => wasCalled(one, entry))) joined.set(entry.name, entry);
  }
  return [...joined.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The tool of an older version that the served tools know by a newer name; undefined where it has none. */
export function entryBefore(name: string, served: Catalog, older: Catalog): CatalogEntry | undefined {
  const entry = served.find((one) => one.name === name);
  return entry && older.find((one) => wasCalled(entry, one));
}

/** Whether a tool had the name that this one has in another version: of the same operation, since a name may be given anew. */
function wasCalled({ aliases = [], ...newer }: CatalogEntry, older: CatalogEntry): boolean {
  return aliases.some(({ name }) => name === older.name) && operationOf(newer) === operationOf(older);
}

/** Versions may call a path's parameters otherwise. */
function operationOf({ method, path }: Pick<CatalogEntry, 'method' | 'path'>): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
}
