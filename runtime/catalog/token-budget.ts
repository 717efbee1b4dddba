import { InputError } from '../value/errors.ts';
import type { CatalogEntry } from './catalog.ts';

/** What the definitions of all tools of a list may cost together. */
export interface TokenBudget {
  /** Tokens (o200k). */
  readonly tokens: number;
  /** Is told what was left out for it, the first in the order of the budget first; not called where all fit. */
  readonly onLeftOut: (left: readonly CatalogEntry[]) => void;
}

/** The order in which tools are taken into a budget, as a person reads it. */
const BUDGET_ORDER =
  'tools that are always at hand first, then what destroys nothing, then short paths, then reads, then what costs least';

/**
 * The tools of a catalogue that a budget has room for, in their own order: in the order of {@link BUDGET_ORDER} each that still
 * fits. Throws {@link InputError} where not even one does.
 */
export function withinBudget(
  catalog: readonly CatalogEntry[],
  { tokens, onLeftOut }: TokenBudget,
  atHand: readonly string[] = [],
): readonly CatalogEntry[] {
  const first = new Set(atHand);
  const ranked = catalog
    .map((entry) => ({ entry, rank: rankOf(entry, first.has(entry.name)) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.entry.name < b.entry.name ? -1 : 1))
    .map(({ entry }) => entry);
  let room = tokens;
  const kept = new Set(
    ranked.filter((entry) => {
      if (entry.tokens > room) return false;
      room -= entry.tokens;
      return true;
    }),
  );
  if (kept.size === catalog.length) return catalog;
  if (kept.size === 0) throw tooSmall(tokens, catalog);
  onLeftOut(ranked.filter((entry) => !kept.has(entry)));
  return catalog.filter((entry) => kept.has(entry));
}

/** What of a budget was left out, as a line for a person: how many, and the first of them by name. */
export function tellLeftOut(left: readonly CatalogEntry[], tokens: number): string {
  const names = left.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = left.length - names.length;
  const listed = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${left.length} ${left.length === 1 ? 'tool is' : 'tools are'} left out for a budget of ${tokens} tokens (${BUDGET_ORDER}): ${listed}.`;
}

/** Names that a line has. */
const MOST_NAMED = 10;

function rankOf({ destructive, path, access, tokens }: CatalogEntry, isAtHand: boolean): readonly number[] {
  const segments = path.split('/').filter(Boolean).length;
  return [isAtHand ? 0 : 1, destructive ? 1 : 0, segments, access === 'read' ? 0 : 1, tokens];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const difference = one - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function tooSmall(tokens: number, catalog: readonly CatalogEntry[]): InputError {
  const least = catalog.reduce((smallest, entry) => Math.min(smallest, entry.tokens), Number.POSITIVE_INFINITY);
  return new InputError(
    [{ argument: 'maxTokens', message: `no tool fits into ${tokens} tokens: the smallest one costs ${least}` }],
    'Allow more, or offer the tools by discovery, which lists four.',
  );
}
