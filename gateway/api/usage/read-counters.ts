import { type CounterRepository, type CountWhose, SPANS, startOf } from '../../store/contract/counters.ts';
import { beginningsOf, countedIn, inLongest, MOST_SERIES, type Periods } from './periods.ts';
import type { CountedUse } from './summarize.ts';

/** Reads what was counted in some periods: of each tool by days and months as a whole where that comes to the same. */
export async function readCounters(
  counters: CounterRepository,
  of: Omit<CountWhose, 'span'>,
  periods: Periods,
): Promise<CountedUse> {
  const { span } = periods;
  const starts = beginningsOf(periods).map((at) => startOf(span, at));
  const byStart = await counters.byStart({ ...of, span }, starts);
  // Days from before there were hours have none: what they count is no part of these periods.
  const counted = new Set(byStart.map(({ start }) => start));
  const earliest = starts.findIndex((start) => counted.has(start));
  if (earliest === -1) return { byStart, byTool: [], byStartAndTool: [] };
  const used = { ...periods, from: periods.from + earliest * SPANS[span].length };
  const byTool = (
    await Promise.all(inLongest(used).map((part) => counters.byTool({ ...of, ...countedIn(part) })))
  ).flat();
  const calls = new Map<string, number>();
  for (const row of byTool) calls.set(row.tool, (calls.get(row.tool) ?? 0) + row.calls);
  const most = [...calls].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_SERIES);
  const tools = most.map(([tool]) => tool);
  return {
    byStart,
    byTool,
    byStartAndTool: await counters.byStartAndTool({ ...of, span }, starts.slice(earliest), tools),
  };
}
