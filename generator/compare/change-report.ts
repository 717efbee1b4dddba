import type { Change, ChangeReport, Label, Release, Surface, Todo } from './change.ts';
import { compareSurfaces } from './compare-surfaces.ts';

/** All labels, the gravest first. */
export const LABELS = [
  'breaking for models',
  'breaking for importers',
  'compatible',
  'cosmetic',
] as const satisfies readonly Label[];

const RELEASES = {
  'breaking for models': 'major',
  'breaking for importers': 'major',
  compatible: 'minor',
  cosmetic: 'patch',
} as const satisfies Record<Label, Release>;

/** What differs between two surfaces, and what is left to do; without an earlier surface everything is new. */
export function changeReport(before: Surface | undefined, after: Surface, todos: readonly Todo[] = []): ChangeReport {
  const changes = sorted(compareSurfaces(before, after));
  const [gravest] = changes;
  return {
    from: before?.version,
    to: after.version,
    release: gravest === undefined ? 'none' : RELEASES[gravest.label],
    counts: countLabels(changes),
    tokens: { from: tokensOf(before), to: tokensOf(after) },
    changes,
    todos,
  };
}

function sorted(changes: readonly Change[]): Change[] {
  const key = ({ tool = '', place }: Change): string => `${tool}\u0000${place}`;
  return changes.toSorted(
    (a, b) => LABELS.indexOf(a.label) - LABELS.indexOf(b.label) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}

function countLabels(changes: readonly Change[]): ChangeReport['counts'] {
  const counts = { 'breaking for models': 0, 'breaking for importers': 0, compatible: 0, cosmetic: 0 };
  for (const { label } of changes) counts[label] += 1;
  return counts;
}

function tokensOf(surface: Surface | undefined): number {
  return surface?.catalog.reduce((sum, { tokens }) => sum + tokens, 0) ?? 0;
}
