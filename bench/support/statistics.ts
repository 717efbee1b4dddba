/** What was measured several times, in short. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** The value below which this part of the samples lies, 0 to 1; the nearest that was measured, `NaN` of none. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The middle sample, of an even number the higher of the two; `NaN` of none. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Samples as their middle and their ends. */
export function summarize(samples: readonly number[]): Summary {
  return { median: median(samples), least: quantile(samples, 0), most: quantile(samples, 1), count: samples.length };
}
