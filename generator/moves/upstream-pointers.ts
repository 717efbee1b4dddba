import type { ChangeReport } from '../compare/change.ts';
import { valueAt } from '../json/json-pointer.ts';
import type { Loaded } from '../load/load.ts';
import { upstreamPointer } from '../load/respell-paths.ts';

/** The report with pointers that lead into these descriptions as they spell their paths: into the first that has the place. */
export function withUpstreamPointers(
  report: ChangeReport,
  descriptions: readonly Pick<Loaded, 'spelling' | 'source'>[],
): ChangeReport {
  if (descriptions.every(({ spelling }) => spelling.size === 0)) return report;
  const upstream = (pointer: string): string =>
    descriptions
      .map(({ spelling, source }) => ({ pointer: upstreamPointer(pointer, spelling), source }))
      .find((each) => valueAt(each.source, each.pointer) !== undefined)?.pointer ?? pointer;
  return { ...report, changes: report.changes.map((change) => ({ ...change, pointer: upstream(change.pointer) })) };
}
