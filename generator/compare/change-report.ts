import { byCodeUnit } from '../json/stable-json.ts';
import type { Change, ChangeReport, Surface, Todo } from './change.ts';
import { compareSurfaces } from './compare-surfaces.ts';
import { LABELS, RELEASES } from './labels.ts';

/** What differs between two surfaces, and what is left to do. Without an earlier surface there is nothing to compare with, and no change. */
export function changeReport(before: Surface | undefined, after: Surface, todos: readonly Todo[] = []): ChangeReport {
  const changes = before ? sorted(compareSurfaces(before, after)) : [];
  const [gravest] = changes;
  return {
    from: before?.version,
    to: after.version,
    release: gravest === undefined ? 'none' : RELEASES[gravest.label],
    counts: countLabels(changes),
    tokens: { from: before ? tokensOf(before) : 0, to: tokensOf(after) },
    changes,
    todos,
  };
}

function sorted(changes: readonly Change[]): Change[] {
  return changes.toSorted(
    (a, b) =>
      LABELS.indexOf(a.label) - LABELS.indexOf(b.label) ||
      byCodeUnit(a.tool ?? '', b.tool ?? '') ||
      byCodeUnit(a.place, b.place) ||
      byCodeUnit(a.kind, b.kind) ||
      byCodeUnit(a.message, b.message),
  );
}

function countLabels(changes: readonly Change[]): ChangeReport['counts'] {
  const counts = { 'breaking for models': 0, 'breaking for importers': 0, compatible: 0, cosmetic: 0 };
  for (const { label } of changes) counts[label] += 1;
  return counts;
}

function tokensOf({ catalog }: Surface): number {
  return catalog.reduce((sum, { tokens }) => sum + tokens, 0);
}
