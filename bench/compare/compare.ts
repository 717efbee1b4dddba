import { fileURLToPath } from 'node:url';
import type { Contestant, Prepared } from '../contestants/contestant.ts';
import { contestants } from '../contestants/index.ts';
import { otherBuild } from '../contestants/ours.ts';
import type { Progress } from '../contestants/scratch.ts';
import { createFigures, type Figures, messageOf } from '../measures/figures.ts';
import { listMetrics, measureLists } from '../measures/lists.ts';
import { type MetricName, metrics } from '../measures/metrics.ts';
import { callMetrics, measureFetch, measureStart, startMetrics } from '../measures/stdio.ts';
import { startChild } from '../support/child.ts';
import { median, quantile } from '../support/statistics.ts';
import type { CompareOptions } from './options.ts';
import type { Comparison } from './show.ts';

/** How often each measurement is made. */
const EFFORT = {
  quick: { starts: 7, callRuns: 2, warm: 500, measured: 500 },
  whole: { starts: 21, callRuns: 5, warm: 1500, measured: 1500 },
} as const;

/** What came of a comparison. */
export interface Compared {
  readonly stdio: Comparison<MetricName>;
}

type Ready = Prepared & { readonly name: string };

/** Prepares the contestants and measures them in turns; what one cannot do is said in its column, and ends nothing. */
export async function compare(options: CompareOptions, progress: Progress): Promise<Compared> {
  const figures = createFigures<MetricName>();
  await using upstream = await startChild({ args: [fileURLToPath(new URL('upstream-child.ts', import.meta.url))] });
  const chosen = choose(options);
  const ready: Ready[] = [];
  for (const { name, prepare } of chosen) {
    progress(`preparing ${name}`);
    await prepare({ ...options, upstream: upstream.url, progress }).then(
      (prepared) => ready.push({ name, ...prepared }),
      (error: unknown) => {
        progress(`${name} takes no part: ${messageOf(error)}`);
        figures.refuse(name, 'coldStart', error);
      },
    );
  }
  const [baseline] = ready;
  const effort = EFFORT[options.quick ? 'quick' : 'whole'];
  if (options.measures.includes('start'))
    await measureStarts(ready, { figures, progress, upstream: upstream.url, effort });
  if (options.measures.includes('lists') && baseline !== undefined)
    for (const one of ready) {
      progress(`lists of ${one.name}`);
      await measureLists(one, figures, baseline.folder).catch((error: unknown) => {
        for (const name of listMetrics) figures.refuse(one.name, name, error);
      });
    }
  return {
    stdio: {
      figures,
      metrics,
      contestants: [...chosen.map(({ name }) => name), ...(options.measures.includes('start') ? ['fetch'] : [])],
    },
  };
}

/** The baseline, what was asked for, and other builds of ours. */
function choose({ only, packages }: CompareOptions): Contestant[] {
  const [baseline, ...others] = contestants;
  const chosen = others.filter(({ name }) => only === undefined || only.includes(name));
  return [...(baseline === undefined ? [] : [baseline]), ...packages.map(otherBuild), ...chosen];
}

/** Starts in turns, the first of them with calls: a busy moment of the machine falls on all. */
async function measureStarts(
  ready: readonly Ready[],
  {
    figures,
    progress,
    upstream,
    effort,
  }: { figures: Figures<MetricName>; progress: Progress; upstream: string; effort: (typeof EFFORT)['quick' | 'whole'] },
): Promise<void> {
  for (let turn = 0; turn < effort.starts; turn += 1) {
    progress(`start ${turn + 1} of ${effort.starts}`);
    const hasCalls = turn < effort.callRuns;
    for (const one of turn % 2 === 0 ? ready : ready.toReversed())
      await measureStart(one, figures, hasCalls ? effort : undefined).catch((error: unknown) => {
        const isStarted = figures.of(one.name, 'coldStart') !== undefined;
        for (const name of isStarted ? callMetrics : startMetrics) figures.refuse(one.name, name, error);
      });
    if (!hasCalls) continue;
    const times = await measureFetch(upstream, effort);
    figures.add('fetch', 'callMedian', median(times));
    figures.add('fetch', 'callLate', quantile(times, 0.99));
  }
}
