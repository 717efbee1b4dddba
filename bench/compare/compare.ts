import { fileURLToPath } from 'node:url';
import type { Contestant } from '../contestants/contestant.ts';
import { contestants } from '../contestants/index.ts';
import { otherBuild } from '../contestants/ours.ts';
import type { Progress } from '../contestants/scratch.ts';
import { createFigures, type Figures, messageOf } from '../measures/figures.ts';
import { type HttpMetricName, httpMetrics, type MetricName, metrics } from '../measures/metrics.ts';
import { startChild } from '../support/child.ts';
import { type Effort, efforts } from './effort.ts';
import { FETCH, measures, type Ready } from './measure-all.ts';
import { measureAllHttp } from './measure-http.ts';
import type { CompareOptions } from './options.ts';
import type { Comparison } from './show.ts';

/** What came of a comparison. */
export interface Compared {
  readonly stdio: Comparison<MetricName>;
  readonly http: Comparison<HttpMetricName>;
  /** What took part, by name. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Prepares the contestants, the baseline first, and measures them in turns; what one cannot do is said in its column, and ends nothing. */
export async function compare(
  options: CompareOptions,
  progress: Progress,
  {
    all = contestants,
    effort = efforts[options.quick ? 'quick' : 'whole'],
  }: { readonly all?: readonly Contestant[]; readonly effort?: Effort } = {},
): Promise<Compared> {
  const figures = createFigures<MetricName>();
  const http = createFigures<HttpMetricName>();
  const upstreamFile = fileURLToPath(new URL('upstream-child.ts', import.meta.url));
  await using upstream = await startChild({ args: [upstreamFile] });
  const chosen = choose(options, all);
  const ready = await prepareAll(chosen, { ...options, upstream: upstream.url, progress, figures });
  const work = { ready, figures, effort, progress, upstream: upstream.url, sdk: ready[0]?.folder ?? '' };
  for (const name of options.measures) if (name !== 'http') await measures[name](work);
  const servers = options.measures.includes('http') ? await measureAllHttp(ready, http, work) : [];
  return {
    stdio: { figures, metrics, contestants: [...chosen.map(({ name }) => name), FETCH] },
    http: { figures: http, metrics: httpMetrics, contestants: servers },
    titles: Object.fromEntries(chosen.map(({ name, title }) => [name, title])),
  };
}

/** The baseline, other builds of ours, and what was asked for. */
function choose({ only, packages }: CompareOptions, all: readonly Contestant[]): Contestant[] {
  const [baseline, ...others] = all;
  const chosen = others.filter(({ name }) => only === undefined || only.includes(name));
  return [...(baseline === undefined ? [] : [baseline]), ...packages.map(otherBuild), ...chosen];
}

async function prepareAll(
  chosen: readonly Contestant[],
  { figures, ...setting }: Parameters<Contestant['prepare']>[0] & { figures: Figures<MetricName> },
): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const { name, prepare } of chosen) {
    setting.progress(`preparing ${name}`);
    try {
      ready.push({ name, ...(await prepare(setting)) });
    } catch (error) {
      setting.progress(`${name} takes no part: ${messageOf(error)}`);
      figures.refuse(name, 'coldStart', error);
    }
  }
  return ready;
}
