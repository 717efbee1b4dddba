import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Breaks, Change, Label } from './change.ts';
import { helpFor } from './help.ts';

/** What is said of a change of one tool; the rest follows. */
export interface ChangeFacts extends Pick<Change, 'kind' | 'place' | 'message' | 'pointer'> {
  readonly breaks?: readonly Breaks[];
  readonly isCosmetic?: boolean;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly help?: string;
}

/** A change with its label and what to do about it. */
export function makeChange({ breaks = [], isCosmetic = false, help, ...facts }: ChangeFacts): Change {
  const label = labelOf(breaks, isCosmetic);
  return { label, breaks, help: help ?? helpFor(facts.kind, breaks), ...facts };
}

/** The change as one of a tool. */
export function changeOf({ name, method, path }: CatalogEntry, change: Change): Change {
  return { ...change, tool: name, operation: `${method} ${path}` };
}

function labelOf(breaks: readonly Breaks[], isCosmetic: boolean): Label {
  if (breaks.includes('models')) return 'breaking for models';
  if (breaks.includes('importers')) return 'breaking for importers';
  return isCosmetic ? 'cosmetic' : 'compatible';
}
