import type { z } from '@hono/zod-openapi';
import {
  type CallCounter,
  type Counted,
  type LatencyHistogram,
  latencyBuckets,
  startOf,
} from '../../store/contract/counters.ts';
import { isoTime } from '../openapi/fields.ts';
import { percentile } from './percentile.ts';
import { beginningsOf, type Periods } from './periods.ts';
import type { use } from './schemas.ts';

/** What was counted in some periods. */
export interface CountedUse {
  readonly byStart: readonly Counted<'start'>[];
  readonly byTool: readonly Counted<'tool'>[];
  /** Of the tools that are used most. */
  readonly byStartAndTool: readonly Pick<CallCounter, 'start' | 'tool' | 'calls'>[];
}

/** Counters as they are answered: each period is there, those without a call too; what is used most comes first. */
export function summarize(periods: Periods, { byStart, byTool, byStartAndTool }: CountedUse): z.output<typeof use> {
  const beginnings = beginningsOf(periods);
  const places = new Map(beginnings.map((at, index) => [startOf(periods.span, at), index]));
  const series = (rows: readonly Pick<CallCounter, 'start' | 'calls'>[]): number[] => {
    const counts = beginnings.map(() => 0);
    for (const { start, calls } of rows) {
      const place = places.get(start);
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + calls;
    }
    return counts;
  };
  const rowsOf = Map.groupBy(byStart, ({ start }) => start);
  const cellsOf = Map.groupBy(byStartAndTool, ({ tool }) => tool);
  const all = tally(byStart);
  return {
    span: periods.span,
    from: isoTime(periods.from),
    to: isoTime(periods.to),
    total: { calls: all.calls, errors: all.errors },
    latency: latencyOf(all),
    periods: beginnings.map((at) => {
      const counted = tally(rowsOf.get(startOf(periods.span, at)) ?? []);
      return { at: isoTime(at), calls: counted.calls, errors: counted.errors, ...shown(counted, 'p50_ms', 'p95_ms') };
    }),
    statuses: [...Map.groupBy(byStart, ({ status }) => status)]
      .map(([status, rows]) => ({ status, calls: tally(rows).calls, periods: series(rows) }))
      .sort((a, b) => b.calls - a.calls || (a.status < b.status ? -1 : 1)),
    tools: [...Map.groupBy(byTool, ({ tool }) => tool)]
      .map(([tool, rows]) => {
        const counted = tally(rows);
        const { calls, errors } = counted;
        const latency = shown(counted, 'p50_ms', 'p95_ms', 'p99_ms');
        return { tool, calls, errors, ...latency, periods: cellsOf.has(tool) ? series(cellsOf.get(tool) ?? []) : [] };
      })
      .sort((a, b) => b.calls - a.calls || (a.tool < b.tool ? -1 : 1)),
  };
}

interface Tally {
  readonly calls: number;
  /** Those that did not end with `ok`. */
  readonly errors: number;
  readonly histogram: LatencyHistogram;
}

function tally(rows: readonly (Pick<CallCounter, 'status' | 'calls'> & LatencyHistogram)[]): Tally {
  let calls = 0;
  let errors = 0;
  // The buckets are all that there are.
  const histogram = Object.fromEntries(latencyBuckets.map((bucket) => [bucket, 0])) as LatencyHistogram;
  for (const row of rows) {
    calls += row.calls;
    if (row.status !== 'ok') errors += row.calls;
    for (const bucket of latencyBuckets) histogram[bucket] += row[bucket];
  }
  return { calls, errors, histogram };
}

const PERCENTILES = { p50_ms: 0.5, p90_ms: 0.9, p95_ms: 0.95, p99_ms: 0.99 } as const;

type PercentileName = keyof typeof PERCENTILES;

function shown<Name extends PercentileName>({ histogram }: Tally, ...names: readonly Name[]) {
  // One for each name.
  return Object.fromEntries(names.map((name) => [name, percentile(histogram, PERCENTILES[name])])) as Record<
    Name,
    number | null
  >;
}

function latencyOf(all: Tally): z.output<typeof use>['latency'] {
  const { p50_ms, p90_ms, p95_ms, p99_ms } = shown(all, 'p50_ms', 'p90_ms', 'p95_ms', 'p99_ms');
  if (p50_ms === null || p90_ms === null || p95_ms === null || p99_ms === null) return null;
  return { p50_ms, p90_ms, p95_ms, p99_ms };
}
