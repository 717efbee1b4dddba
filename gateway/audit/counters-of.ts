import { BEGUN, type NewAuditEntry } from '../store/contract/audit.ts';
import {
  ALL_TOOLS,
  type CallCounter,
  type CountScope,
  type CountSpan,
  countSpans,
  LATENCY_BOUNDS,
  type LatencyBucket,
  type LatencyHistogram,
  latencyBuckets,
  SPANS,
  startOf,
} from '../store/contract/counters.ts';

/** Calls of tools through servers, counted for each scope and span, by tool and together, in the order of their keys so that two processes cannot block each other. */
export function countersOf(entries: readonly NewAuditEntry[]): CallCounter[] {
  const counted = new Map<string, CallCounter>();
  for (const { at, account_id, server_id, tool, status, latency_ms } of entries) {
    // A write is counted by its outcome.
    if (account_id === null || server_id === null || tool === null || status === BEGUN) continue;
    const scopes: readonly (readonly [CountScope, string])[] = [
      ['gateway', ''],
      [`account:${account_id}`, account_id],
      [`server:${server_id}`, account_id],
    ];
    const bucket = latency_ms === null ? undefined : bucketOf(latency_ms);
    for (const [span, start] of startsOf(at)) {
      for (const [scope, account] of scopes)
        for (const one of [ALL_TOOLS, tool]) {
          const key = [scope, span, start, one, account, status].join(' ');
          const counter = counted.get(key) ?? none({ scope, span, start, account_id: account, tool: one, status });
          counter.calls += 1;
          counter.latency_ms += latency_ms ?? 0;
          if (bucket !== undefined) counter[bucket] += 1;
          counted.set(key, counter);
        }
    }
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counter]) => counter);
}

/** The spans that a moment lies in, which are those of all moments of its hour. */
function startsOf(at: number): readonly (readonly [CountSpan, string])[] {
  const hour = Math.floor(at / SPANS.hour.length);
  if (last?.hour !== hour) last = { hour, starts: countSpans.map((span) => [span, startOf(span, at)]) };
  return last.starts;
}

let last: { readonly hour: number; readonly starts: readonly (readonly [CountSpan, string])[] } | undefined;

function bucketOf(latency: number): LatencyBucket {
  const bound = LATENCY_BOUNDS.find((one) => latency <= one);
  return bound === undefined ? 'longer' : `upto_${bound}`;
}

function none(key: Pick<CallCounter, 'scope' | 'span' | 'start' | 'account_id' | 'tool' | 'status'>): CallCounter {
  return { ...key, calls: 0, latency_ms: 0, ...EMPTY };
}

/** No call of any latency; the buckets are all that there are. */
const EMPTY = Object.fromEntries(latencyBuckets.map((bucket) => [bucket, 0])) as LatencyHistogram;
