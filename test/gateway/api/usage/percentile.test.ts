import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from '../../../../gateway/api/usage/percentile.ts';
import { countersOf } from '../../../../gateway/audit/counters-of.ts';
import { LATENCY_BOUNDS, type LatencyHistogram } from '../../../../gateway/store/contract/counters.ts';
import { anEntry } from '../../store/support/rows.ts';

/** The histogram of calls that took so long. */
function histogramOf(latencies: readonly number[]): LatencyHistogram {
  const [counter] = countersOf(latencies.map((latency_ms, index) => anEntry(String(index), { latency_ms })));
  if (counter === undefined) throw new Error('of no call there is no histogram');
  return counter;
}

test.for([
  [[10], 0.5, 5],
  [[10], 1, 10],
  [Array.from({ length: 100 }, () => 80), 0.5, 75],
  [[5, 5, 5, 5000], 0.5, 7],
  [[5, 5, 5, 5000], 0.75, 10],
  [[5, 5, 5, 5000], 0.99, 6272],
  [[90_000], 0.5, 30_000],
] as const)('of %j the part %d is %i ms', ([latencies, part, expected]) => {
  expect(percentile(histogramOf(latencies), part)).toBe(expected);
});

test('of no call there is none', () => {
  expect(percentile({ ...histogramOf([1]), upto_10: 0 }, 0.5)).toBeNull();
});

test('it lies in the bucket of the exact one, and never falls', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000), { minLength: 1, maxLength: 60 }), (latencies) => {
      const histogram = histogramOf(latencies);
      const sorted = latencies.toSorted((a, b) => a - b);
      let before = 0;
      for (const part of [0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1]) {
        const exact = sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
        const upper = LATENCY_BOUNDS.find((bound) => exact <= bound) ?? 30_000;
        const lower = LATENCY_BOUNDS.findLast((bound) => exact > bound) ?? 0;
        const found = percentile(histogram, part) ?? -1;
        expect(found).toBeGreaterThanOrEqual(Math.max(lower, before));
        expect(found).toBeLessThanOrEqual(upper);
        before = found;
      }
    }),
  );
});
