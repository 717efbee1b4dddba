/** What an axis shows. */
export interface Axis {
  readonly label: string;
  /** Such as `ms`; empty for what is only counted. */
  readonly unit: string;
}

/** What one thing cost at each size: sizes in order, none of them or of the costs zero. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [size: number, cost: number])[];
}

/** A measurement of something that grows, as a plot shows it: both axes are logarithmic. */
export interface Figure {
  /** What the files of its plot are called. */
  readonly name: string;
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** How something is measured. */
interface MeasureOptions {
  /** Fewer sizes, none of them large. */
  readonly isQuick: boolean;
  /** Told how far it is. */
  readonly say: (text: string) => void;
}

/** Measures one kind of growth. */
export type Measure = (options: MeasureOptions) => Promise<readonly Figure[]>;

/** Collects the points of several series at once: `add(size, { list: 3, call: 1 })`. */
export function collectSeries(): {
  readonly add: (size: number, costs: Readonly<Record<string, number>>) => void;
  readonly series: () => Series[];
} {
  const byName = new Map<string, (readonly [number, number])[]>();
  return {
    add: (size, costs) => {
      for (const [name, cost] of Object.entries(costs)) byName.set(name, [...(byName.get(name) ?? []), [size, cost]]);
    },
    series: () => [...byName].map(([name, points]) => ({ name, points })),
  };
}

/**
 * By which power a series grows at its end: 1 where twice the size costs twice as much, 0 where it costs the same; undefined
 * for a single point.
 */
export function growthOf({ points }: Series): number | undefined {
  const [before, last] = points.slice(-2);
  if (before === undefined || last === undefined) return undefined;
  return Math.log(last[1] / before[1]) / Math.log(last[0] / before[0]);
}
