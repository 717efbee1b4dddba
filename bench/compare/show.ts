import { styleText } from 'node:util';
import { table } from '../../cli/output/table.ts';
import type { Figures } from '../measures/figures.ts';
import type { Metric } from '../measures/metrics.ts';
import { median, summarize } from '../support/statistics.ts';

/** A comparison: metrics in rows, contestants in columns, the first of them that with which the others are compared. */
export interface Comparison<Name extends string> {
  readonly figures: Figures<Name>;
  readonly metrics: Readonly<Record<Name, Metric>>;
  readonly contestants: readonly string[];
}

/** A cell in parts: the middle of the samples, its ratio to the baseline, the least and the most. */
interface Cell {
  readonly value: string;
  readonly ratio?: number;
  readonly spread?: string;
  /** Why there is no value. */
  readonly why?: string;
}

/** A metric with a cell a contestant. */
export interface Row {
  readonly metric: Metric;
  readonly cells: readonly Cell[];
}

const NOTHING: Cell = { value: '–' };

/** The rows of a comparison in the order of its metrics; those of which nothing is known are left out. */
export function rowsOf<Name extends string>({ figures, metrics, contestants }: Comparison<Name>): Row[] {
  const names = Object.keys(metrics) as Name[];
  return names.flatMap((name) => {
    const metric = metrics[name];
    const [baseline] = contestants;
    const cells = contestants.map((contestant) => {
      const figure = figures.of(contestant, name);
      if (figure === undefined) return NOTHING;
      if ('why' in figure) return { value: 'no', why: figure.why };
      const { median: middle, least, most, count } = summarize(figure.samples);
      const base = baseline === undefined ? undefined : figures.of(baseline, name);
      const isCompared = metric.hasRatio === true && contestant !== baseline && base !== undefined && 'samples' in base;
      return {
        value: format(middle, metric),
        ...(isCompared && { ratio: ratioOf(figure.samples, base.samples) }),
        ...(metric.isSampled && count > 1 && { spread: `${format(least, metric)}–${format(most, metric)}` }),
      };
    });
    return cells.every((cell) => cell === NOTHING) ? [] : [{ metric, cells }];
  });
}

/**
 * How much more a contestant has than the baseline: the middle of the ratios turn by turn, because what else the machine did falls on
 * all of a turn; of the middles where not every turn has both.
 */
function ratioOf(samples: readonly number[], base: readonly number[]): number {
  if (samples.length !== base.length) return median(samples) / median(base);
  return median(samples.map((sample, turn) => sample / (base[turn] ?? Number.NaN)));
}

/** A number as people read it: as many digits as its metric has, thousands apart. */
function format(value: number, { digits = 0 }: Metric): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A comparison as aligned columns for a terminal, the spread of what was sampled below, and why what is missing is. */
export function showComparison<Name extends string>(comparison: Comparison<Name>, { colours = false } = {}): string {
  const { contestants } = comparison;
  const rows = rowsOf(comparison);
  if (rows.length === 0) return '';
  const head = (text: string): string[] => [text, ...contestants];
  const main = table([
    head(''),
    ...rows.map(({ metric, cells }) => [metric.title, ...cells.map(({ value, ratio }) => withRatio(value, ratio))]),
  ]);
  const sampled = rows.filter(({ cells }) => cells.some(({ spread }) => spread !== undefined));
  const spread = table([
    head('least–most'),
    ...sampled.map(({ metric, cells }) => [metric.title, ...cells.map((cell) => cell.spread ?? '–')]),
  ]);
  const whys = notesOf(comparison, rows);
  const [first = '', ...others] = main.split('\n');
  const shown = [
    [colours ? styleText('bold', first) : first, ...others.map((line) => (colours ? colour(line) : line))].join('\n'),
    ...(sampled.length > 0 ? [colours ? styleText('dim', spread) : spread] : []),
    ...(whys.length > 0 ? [whys.join('\n')] : []),
  ];
  return shown.join('\n\n');
}

/** Why there are no figures, a line a reason, with all that lacks for it. */
export function notesOf<Name extends string>({ contestants }: Comparison<Name>, rows: readonly Row[]): string[] {
  const missing = rows.flatMap(({ metric, cells }) =>
    cells.flatMap(({ why }, column) =>
      why === undefined ? [] : [{ who: contestants[column] ?? '', what: metric.title.trim(), why }],
    ),
  );
  return [...Map.groupBy(missing, ({ who, why }) => `${who}\0${why}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const what = same.length > 2 ? `${first.what} and ${same.length - 1} more` : same.map((one) => one.what).join('; ');
    return [`${first.who}: ${what}: ${first.why}`];
  });
}

/** A value with its ratio behind it, where there is one. */
export function withRatio(value: string, ratio?: number): string {
  return ratio === undefined ? value : `${value}  ${ratio.toFixed(2)}×`;
}

function colour(line: string): string {
  return line.replaceAll(/\d+\.\d\d×/g, (ratio) => styleText('cyan', ratio));
}
