import type { Prepared } from '../contestants/contestant.ts';
import { type Figures, messageOf } from '../measures/figures.ts';
import { measureGeneration, measureTypes } from '../measures/generation.ts';
import { measureLists } from '../measures/lists.ts';
import type { MetricName } from '../measures/metrics.ts';
import { measureResults, rawResultTokens } from '../measures/results.ts';
import { measureSize } from '../measures/size.ts';
import { measureFetch, measureStart } from '../measures/stdio.ts';
import { median, quantile } from '../support/statistics.ts';
import type { Effort } from './effort.ts';
import type { MeasureName } from './options.ts';

/** A contestant that is ready. */
export type Ready = Prepared & { readonly name: string };

/** What measurements work with. */
export interface Work {
  readonly ready: readonly Ready[];
  readonly figures: Figures<MetricName>;
  readonly upstream: string;
  /** The folder in which the official SDK is installed. */
  readonly sdk: string;
  readonly effort: Effort;
  readonly progress: (text: string) => void;
}

/** The column of a plain fetch, which is no server. */
export const FETCH = 'fetch';

/** Kinds of measurements but those over HTTP. */
export const measures: Readonly<Record<Exclude<MeasureName, 'http'>, (work: Work) => Promise<void>>> = {
  start: async (work) => {
    const { effort, figures, upstream } = work;
    for (let turn = 0; turn < effort.starts; turn += 1) {
      const hasCalls = turn < effort.callRuns;
      const metrics = hasCalls && turn > 0 ? CALLS : STARTS;
      await inTurns(work, { turn, of: effort.starts, what: 'start', metrics }, (one) =>
        measureStart(one, figures, hasCalls ? effort : undefined),
      );
      if (!hasCalls) continue;
      const times = await measureFetch(upstream, effort);
      figures.add(FETCH, 'callMedian', median(times));
      figures.add(FETCH, 'callLate', quantile(times, 0.99));
    }
  },
  lists: (work) => {
    const metrics = ['tools', 'listBytes', 'listTokens', 'largestTool', 'accepted'] as const;
    return inTurns(work, { what: 'lists', metrics }, (one) => measureLists(one, work.figures, work.sdk));
  },
  results: async (work) => {
    work.figures.add(FETCH, 'resultTokens', await rawResultTokens(work.upstream));
    await inTurns(work, { what: 'results', metrics: ['resultTokens'] }, (one) => measureResults(one, work.figures));
  },
  size: (work) => inTurns(work, { what: 'sizes', metrics: ['installed'] }, (one) => measureSize(one, work.figures)),
  generation: async (work) => {
    const { effort, figures } = work;
    for (let turn = 0; turn < effort.generations; turn += 1) {
      const place = { turn, of: effort.generations };
      await inTurns(work, { ...place, what: 'generation', metrics: ['generation'] }, (one) =>
        measureGeneration(one, figures),
      );
      await inTurns(work, { ...place, what: 'types', metrics: ['typeCheck'] }, (one) => measureTypes(one, figures));
    }
  },
};

const STARTS = ['coldStart'] as const;
const CALLS = ['callMedian', 'callLate', 'callCpu'] as const;

/** Does the same with one after the other, every second time backwards, so that none always follows the same; what one cannot do ends nothing. */
async function inTurns(
  { ready, figures, progress }: Work,
  { what, turn = 0, of = 1, metrics }: { what: string; turn?: number; of?: number; metrics: readonly MetricName[] },
  measure: (one: Ready) => Promise<void>,
): Promise<void> {
  progress(of > 1 ? `${what} ${turn + 1} of ${of}` : what);
  for (const one of turn % 2 === 0 ? ready : ready.toReversed()) {
    if (one.server === undefined) continue;
    await measure(one).catch((error: unknown) => {
      progress(`${one.name}, ${what}: ${messageOf(error)}`);
      for (const name of metrics) figures.refuse(one.name, name, error);
    });
  }
}
