import type { ChangeReport, Todo } from './change.ts';

/** The report of a run that changes nothing. */
export function unchangedReport(version: string, tokens: number, todos: readonly Todo[]): ChangeReport {
  return {
    from: version,
    to: version,
    release: 'none',
    counts: { 'breaking for models': 0, 'breaking for importers': 0, compatible: 0, cosmetic: 0 },
    tokens: { from: tokens, to: tokens },
    changes: [],
    todos,
  };
}
