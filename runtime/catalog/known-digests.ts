import type { CatalogEntry } from './catalog.ts';

/** Lists whose digest was computed before. */
const known = new WeakMap<readonly object[], string>();

/** Has `catalogDigest` of this very list answer a digest that was computed before, since that takes a start's time. */
export function rememberDigest(entries: readonly CatalogEntry[], digest: string): void {
  known.set(entries, digest);
}

/** The digest that is remembered of this very list. */
export function rememberedDigest(entries: readonly object[]): string | undefined {
  return known.get(entries);
}
