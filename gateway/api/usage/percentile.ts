import { LATENCY_BOUNDS, type LatencyHistogram, latencyBuckets } from '../../store/contract/counters.ts';

/**
 * The latency, in whole milliseconds, that `part` (0 to 1) of the calls did not exceed: within a bucket of the histogram
 * calls are taken to lie evenly, and what took longer than the last bound counts as that. Null without a call.
 */
export function percentile(histogram: LatencyHistogram, part: number): number | null {
  const calls = latencyBuckets.reduce((sum, bucket) => sum + histogram[bucket], 0);
  if (calls === 0) return null;
  const rank = part * calls;
  let before = 0;
  let lower = 0;
  for (const [index, bound] of LATENCY_BOUNDS.entries()) {
    const count = histogram[latencyBuckets[index] ?? 'longer'];
    if (count > 0 && before + count >= rank) return Math.round(lower + ((bound - lower) * (rank - before)) / count);
    before += count;
    lower = bound;
  }
  return lower;
}
