import type { CatalogEntry } from '../catalog/catalog.ts';
import type { Sayings } from '../profile/sayings.ts';
import { toTerms } from './query-terms.ts';

/** How close a query comes to what is said for each tool: 1 for the closest of all, nothing for those it shares no word with. */
export type Closeness = (weights: ReadonlyMap<string, number>) => ReadonlyMap<string, number>;

/**
 * Compares queries with single sayings and titles: one that is met whole says more than as many words here and there. A
 * word counts by how few tools have it.
 */
export function createSayingsIndex(
  catalog: readonly Pick<CatalogEntry, 'name' | 'title'>[],
  sayings: Sayings,
): Closeness {
  const phrases = catalog.flatMap((entry) =>
    [entry.title, ...sayingsOf(entry, sayings).split(',')].map((said) => {
      return { tool: entry.name, terms: [...new Set(toTerms(said))] };
    }),
  );
  const tools = new Map<string, Set<string>>();
  const places = new Map<string, number[]>();
  for (const [at, { tool, terms }] of phrases.entries())
    for (const term of terms) {
      tools.set(term, (tools.get(term) ?? new Set()).add(tool));
      const known = places.get(term) ?? [];
      known.push(at);
      places.set(term, known);
    }
  const rarity = new Map([...tools].map(([term, { size }]) => [term, Math.log(1 + catalog.length / (1 + size)) ** 2]));
  const lengths = phrases.map(({ terms }) => {
    return terms.reduce((sum, term) => sum + (rarity.get(term) ?? 0), 0) ** LENGTH_COUNTS;
  });

  return (weights) => {
    const shared = new Map<number, number>();
    for (const [term, weight] of weights)
      for (const at of places.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight * (rarity.get(term) ?? 0));
    const closest = new Map<string, number>();
    for (const [at, sum] of shared) {
      const tool = phrases[at]?.tool ?? '';
      closest.set(tool, Math.max(closest.get(tool) ?? 0, sum / (lengths[at] ?? 1)));
    }
    const best = [...closest.values()].reduce((most, one) => Math.max(most, one), 0);
    return new Map([...closest].map(([tool, one]) => [tool, one / best]));
  };
}

/** How much a saying loses for words that a query does not share; found with the questions of the tests. */
const LENGTH_COUNTS = 0.25;

/** What is said for a tool. */
export function sayingsOf({ name }: Pick<CatalogEntry, 'name'>, sayings: Sayings): string {
  return Object.hasOwn(sayings, name) ? (sayings[name] ?? '') : '';
}
