import type { Use } from '../../api/schema.d.ts';
import { statusWords } from '../../parts/status-words.ts';
import { peakOf } from './usage-series.ts';
import { sayCalls, sayDuration, sayShare, wholePeriod } from './usage-words.ts';

/** What each chart shows, in a sentence or two. */
interface Summaries {
  readonly statuses: string;
  readonly tools: string;
  readonly latency: string;
  readonly errors: string;
}

/** The charts of a time in words. */
export function summarize(use: Use, titleOf: (tool: string) => string): Summaries {
  const { total, tools, latency } = use;
  const [most] = tools;
  const worst = use.statuses.find(({ status }) => status !== 'ok');
  const good = total.calls - total.errors;
  return {
    statuses: `${sayCalls(total.calls)}, ${sayShare(good, total.calls)} of them OK.${peak(use, 'calls', sayCalls)}`,
    tools:
      most === undefined
        ? 'No tool was called.'
        : `${tools.length.toLocaleString()} ${tools.length === 1 ? 'tool' : 'tools'}. Most called: ${titleOf(most.tool)}, ${sayShare(most.calls, total.calls)} of all calls.`,
    latency:
      latency === null
        ? 'No call has a known latency.'
        : `Half of the calls took ${sayDuration(latency.p50_ms)} at most, 19 of 20 took ${sayDuration(latency.p95_ms)}.${peak(use, 'p95_ms', sayDuration)}`,
    errors:
      worst === undefined
        ? 'No call failed.'
        : `${sayShare(total.errors, total.calls)} of all calls failed. Most often: ${statusWords(worst.status).name} (${worst.calls.toLocaleString()}).${peak(use, 'errors', (count) => count.toLocaleString())}`,
  };
}

function peak({ span, periods }: Use, key: 'calls' | 'errors' | 'p95_ms', say: (value: number) => string): string {
  const found = peakOf(periods.map((period) => period[key]));
  const period = found && periods[found.at];
  if (found === undefined || period === undefined) return '';
  return ` Highest: ${say(found.value)}, ${wholePeriod(span, period.at)}.`;
}
