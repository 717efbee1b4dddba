import type { Use } from '../../api/schema.d.ts';
import { statusWords } from '../../parts/status-words.ts';

/** The tokens of charts: as many as can be told apart, and one for what is left. */
export type ChartColor = `chart-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'rest'}`;

/** The values of one thing, a period each; null where there is none. */
export interface Series {
  readonly name: string;
  readonly color: ChartColor;
  /** Drawn with dashes, so that it is told apart without colours. */
  readonly isDashed?: boolean;
  readonly values: readonly (number | null)[];
}

const ORDER: readonly ChartColor[] = [
  ...(['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6', 'chart-7', 'chart-8'] as const),
];

/** Tools that have a series of their own. */
const TOOLS = ORDER.length;

/** One status has one colour, whatever else there is. */
const COLORS: ReadonlyMap<string, ChartColor> = new Map([
  ['ok', 'chart-1'],
  ['upstream_error', 'chart-5'],
  ['rate_limited', 'chart-2'],
  ['invalid_input', 'chart-3'],
  ['failed', 'chart-7'],
  ['unknown_tool', 'chart-4'],
  ['not_recorded', 'chart-8'],
  ['cancelled', 'chart-6'],
]);

/** Calls by what they came to; what has no colour of its own, such as the failures of programs, is one series together. */
export function statusSeries({ statuses }: Pick<Use, 'statuses'>): Series[] {
  const own = statuses.flatMap(({ status, periods }): Series[] => {
    const color = COLORS.get(status);
    return color === undefined ? [] : [{ name: statusWords(status).name, color, values: periods }];
  });
  const [first, ...more] = statuses.filter(({ status }) => !COLORS.has(status));
  if (first === undefined) return own;
  const name = more.length === 0 ? statusWords(first.status).name : `${more.length + 1} other outcomes`;
  const values = first.periods.map((count, at) => more.reduce((sum, one) => sum + (one.periods[at] ?? 0), count));
  return [...own, { name, color: 'chart-rest', values }];
}

/** Calls that failed, by what they came to. */
export function errorSeries({ statuses }: Pick<Use, 'statuses'>): Series[] {
  return statusSeries({ statuses: statuses.filter(({ status }) => status !== 'ok') });
}

/** Calls by tool: of those that are called the most, and of all others together. */
export function toolSeries(
  { tools, periods }: Pick<Use, 'tools' | 'periods'>,
  titleOf: (tool: string) => string,
): Series[] {
  const own = tools.slice(0, TOOLS).map((one, index): Series => {
    const color = ORDER[index] ?? 'chart-rest';
    return { name: titleOf(one.tool), color, values: one.periods };
  });
  const others = tools.slice(TOOLS);
  if (others.length === 0) return own;
  const values = periods.map((_, at) => others.reduce((sum, one) => sum + (one.periods[at] ?? 0), 0));
  return [...own, { name: `${others.length.toLocaleString()} others`, color: 'chart-rest', values }];
}

/** How long calls took: half of them at most, and nineteen of twenty. */
export function latencySeries({ periods }: Pick<Use, 'periods'>): Series[] {
  return [
    { name: 'p50', color: 'chart-1', values: periods.map(({ p50_ms }) => p50_ms) },
    { name: 'p95', color: 'chart-2', isDashed: true, values: periods.map(({ p95_ms }) => p95_ms) },
  ];
}

/** Where a value is the greatest; undefined where all are nothing. */
export function peakOf(
  values: readonly (number | null)[],
): { readonly at: number; readonly value: number } | undefined {
  let peak: { at: number; value: number } | undefined;
  for (const [at, value] of values.entries()) if ((value ?? 0) > (peak?.value ?? 0)) peak = { at, value: value ?? 0 };
  return peak;
}
