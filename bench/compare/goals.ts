import type { Figures } from '../measures/figures.ts';
import type { HttpMetricName, MetricName } from '../measures/metrics.ts';
import { median } from '../support/statistics.ts';
import type { Compared } from './compare.ts';
import { type Comparison, rowsOf } from './show.ts';

/** A goal: at most or at least so much, of a figure or of its ratio to the baseline. */
interface Goal<Name extends string> {
  readonly name: Name;
  readonly contestant: string;
  readonly what: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly isRatio?: true;
}

/** What was set out to be reached, beside the bare server of the SDK where it is a ratio. */
const stdioGoals: readonly Goal<MetricName>[] = [
  { name: 'coldStart', contestant: 'ours', what: 'cold start to the bare server', atMost: 1.1, isRatio: true },
  { name: 'callMedian', contestant: 'ours', what: 'p50 of a call to the bare server', atMost: 1.1, isRatio: true },
  { name: 'memory', contestant: 'ours', what: 'memory after start to the bare server', atMost: 1.1, isRatio: true },
  { name: 'listTokens', contestant: 'ours', what: 'list of all tools, tokens', atMost: 38_000 },
  { name: 'codeTokens', contestant: 'ours', what: 'list in code mode, tokens', atMost: 1_200 },
  { name: 'contractCpu', contestant: 'ours', what: 'generation of the contract, processor, s', atMost: 1.5 },
  { name: 'contractMemory', contestant: 'ours', what: 'generation of the contract, MiB', atMost: 300 },
  { name: 'contractUnchanged', contestant: 'ours', what: 'generation of the same again, s', atMost: 0.3 },
  { name: 'everything', contestant: 'ours', what: 'npm start to an address, s', atMost: 2 },
];

const httpGoals: readonly Goal<HttpMetricName>[] = [
  {
    name: 'calls16',
    contestant: 'ours gateway',
    what: 'gateway, calls/s of 16 clients to the bare server',
    atLeast: 1.2,
    isRatio: true,
  },
  {
    name: 'calls16',
    contestant: 'ours gateway, PostgreSQL',
    what: 'the same over PostgreSQL',
    atLeast: 1,
    isRatio: true,
  },
  {
    name: 'listGzip',
    contestant: 'ours serve',
    what: 'list on the wire to a client that takes gzip, bytes',
    atMost: 30_000,
  },
];

/** A goal beside what was measured. */
export interface Judged {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** Undefined where it was not measured. */
  readonly isMet: boolean | undefined;
}

/** Holds what was measured to the goals. */
export function judgeGoals({ stdio, http }: Pick<Compared, 'stdio' | 'http'>): Judged[] {
  return [...judgeAll(stdio, stdioGoals), ...judgeAll(http, httpGoals)];
}

function judgeAll<Name extends string>(comparison: Comparison<Name>, goals: readonly Goal<Name>[]): Judged[] {
  return goals.map(({ name, contestant, what, atMost, atLeast, isRatio }) => {
    const value = isRatio ? ratioTo(comparison, name, contestant) : middleOf(comparison.figures, name, contestant);
    const limit = atMost ?? atLeast ?? Number.NaN;
    const show = (number: number): string =>
      isRatio ? `${number.toFixed(2)}×` : number.toLocaleString('en', { maximumFractionDigits: 2 });
    return {
      what,
      goal: `${atMost === undefined ? '≥' : '≤'} ${show(limit)}`,
      measured: value === undefined ? '–' : show(value),
      isMet: value === undefined ? undefined : atMost === undefined ? value >= limit : value <= limit,
    };
  });
}

function ratioTo<Name extends string>(
  comparison: Comparison<Name>,
  name: Name,
  contestant: string,
): number | undefined {
  const row = rowsOf(comparison).find(({ metric }) => metric === comparison.metrics[name]);
  return row?.cells[comparison.contestants.indexOf(contestant)]?.ratio;
}

function middleOf<Name extends string>(figures: Figures<Name>, name: Name, contestant: string): number | undefined {
  const figure = figures.of(contestant, name);
  return figure === undefined || 'why' in figure ? undefined : median(figure.samples);
}
