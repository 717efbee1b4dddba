import { describe, expect, test } from 'vitest';
import type { Use } from '../../../../dashboard/api/schema.d.ts';
import {
  errorSeries,
  latencySeries,
  peakOf,
  statusSeries,
  toolSeries,
} from '../../../../dashboard/pages/usage/usage-series.ts';
import { summarize } from '../../../../dashboard/pages/usage/usage-summary.ts';

const PERIODS = ['2026-11-25T10:00:00.000Z', '2026-11-25T11:00:00.000Z'];

function toolUse(tool: string, periods: number[]): Use['tools'][number] {
  const calls = periods.reduce((sum, count) => sum + count, 0);
  return { tool, calls, errors: 0, p50_ms: 40, p95_ms: 90, p99_ms: 120, periods };
}

const use: Use = {
  ...{ span: 'hour', from: '2026-11-25T10:00:00.000Z', to: '2026-11-25T12:00:00.000Z' },
  total: { calls: 66, errors: 2 },
  latency: { p50_ms: 40, p90_ms: 80, p95_ms: 1400, p99_ms: 2000 },
  periods: PERIODS.map((at, index) => ({
    at,
    ...(index === 0
      ? { calls: 11, errors: 0, p50_ms: null, p95_ms: null }
      : { calls: 55, errors: 2, p50_ms: 40, p95_ms: 1400 }),
  })),
  statuses: [
    { status: 'ok', calls: 64, periods: [11, 53] },
    { status: 'upstream_error', calls: 1, periods: [0, 1] },
    { status: 'of_another_version', calls: 1, periods: [0, 1] },
  ],
  tools: Array.from({ length: 11 }, (_, index) => toolUse(`tool_${index}`, [1, 10 - index])),
};

describe('the series of charts', () => {
  test('a status has its words and one colour, one that nobody knows the last', () => {
    expect(statusSeries(use).map(({ name, color }) => [name, color])).toEqual([
      ['OK', 'chart-1'],
      ['API error', 'chart-5'],
      ['Of another version', 'chart-rest'],
    ]);
    expect(errorSeries(use).map(({ values }) => values)).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('what programs failed by is one series, so that no two have the same colour', () => {
    const statuses = [
      ...use.statuses,
      { status: 'program_time', calls: 3, periods: [1, 2] },
      { status: 'program_syntax', calls: 4, periods: [0, 4] },
    ];
    expect(statusSeries({ statuses }).map(({ name, values }) => [name, values])).toEqual([
      ['OK', [11, 53]],
      ['API error', [0, 1]],
      ['3 other outcomes', [1, 7]],
    ]);
  });

  test('eight tools have a series each, and all others one together, so that no call is lost', () => {
    const series = toolSeries(use, (tool) => tool.toUpperCase());
    expect(series.map(({ name }) => name)).toEqual([...Array.from({ length: 8 }, (_, at) => `TOOL_${at}`), '3 others']);
    expect(new Set(series.map(({ color }) => color)).size).toBe(9);
    expect(series.at(-1)?.values).toEqual([3, 3]);
    const sums = PERIODS.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
    expect(sums).toEqual(PERIODS.map((_, at) => use.tools.reduce((sum, { periods }) => sum + (periods[at] ?? 0), 0)));
  });

  test('a period without a call has no latency, and the lines differ in more than colour', () => {
    const [p50, p95] = latencySeries(use);
    expect(p50?.values).toEqual([null, 40]);
    expect([p50?.isDashed ?? false, p95?.isDashed]).toEqual([false, true]);
  });

  test('the peak is the first of the greatest; of nothing there is none', () => {
    expect(peakOf([1, 3, null, 3])).toEqual({ at: 1, value: 3 });
    expect(peakOf([0, null])).toBeUndefined();
  });

  test('each chart is said in words', () => {
    const said = summarize(use, (tool) => tool);
    expect(said.statuses).toMatch(/^66 calls, 97% of them OK\. Highest: 55 calls, /);
    expect(said.tools).toBe('11 tools. Most called: tool_0, 17% of all calls.');
    expect(said.latency).toMatch(/^Half of the calls took 40 ms at most, 19 of 20 took 1\.4 s\. Highest: 1\.4 s, /);
    expect(said.errors).toMatch(/^3% of all calls failed\. Most often: API error \(1\)\. Highest: 2, /);
  });
});
