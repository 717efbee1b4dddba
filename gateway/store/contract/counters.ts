/** Spans of time in which use is shown. */
export const periodSpans = ['hour', 'day'] as const;

export type PeriodSpan = (typeof periodSpans)[number];

/** Spans of time that calls are counted by: months are what long times are added up of. */
export const countSpans = [...periodSpans, 'month'] as const;

export type CountSpan = (typeof countSpans)[number];

/** Milliseconds of a span. */
export const SPANS = {
  hour: { length: 3_600_000 },
  day: { length: 86_400_000 },
} as const satisfies Record<PeriodSpan, { length: number }>;

/** How much of an ISO time (UTC) names a span. */
const DIGITS = {
  hour: '2026-11-25T12'.length,
  day: '2026-11-25'.length,
  month: '2026-11'.length,
} as const satisfies Record<CountSpan, number>;

/** Days for which hours are kept; days stay. */
export const HOURS_KEPT = 31;

/** The name of the span that a moment lies in, such as `2026-11-25T12`, `2026-11-25` or `2026-11`. */
export function startOf(span: CountSpan, at: number): string {
  return new Date(at).toISOString().slice(0, DIGITS[span]);
}

/** Bounds of the histogram of latency, in milliseconds: a call is counted at the first one that it does not exceed. */
export const LATENCY_BOUNDS = [10, 25, 50, 100, 200, 400, 800, 1600, 3200, 6400, 15_000, 30_000] as const;

export type LatencyBucket = `upto_${(typeof LATENCY_BOUNDS)[number]}` | 'longer';

/** Calls by their latency: those of which none is known are in none. */
export type LatencyHistogram = Record<LatencyBucket, number>;

/** The columns of a {@link LatencyHistogram}, from the shortest latency to the longest. */
export const latencyBuckets: readonly LatencyBucket[] = [
  ...LATENCY_BOUNDS.map((bound) => `upto_${bound}` as const),
  'longer',
];

/** The tool of a counter that counts the calls of all tools together. */
export const ALL_TOOLS = '';

/** What is counted apart, so that no sum has to be made: all calls, those of an account, or of a server in one account. */
export type CountScope = 'gateway' | `account:${string}` | `server:${string}`;

/** Calls counted by scope, span, tool (or {@link ALL_TOOLS}) and status. */
export interface CallCounter extends LatencyHistogram {
  scope: CountScope;
  span: CountSpan;
  start: string;
  /** Empty for the gateway. */
  account_id: string;
  tool: string;
  status: string;
  calls: number;
  latency_ms: number;
}

/** Calls of a server in an account by day (UTC), tool and status. */
interface Usage extends Pick<CallCounter, 'account_id' | 'tool' | 'status' | 'calls' | 'latency_ms'> {
  day: string;
  server_id: string;
}

/** Whose counters are meant. */
export interface CountWhose {
  readonly scopes: readonly CountScope[];
  readonly span: CountSpan;
  /** Of all tools together, or each for itself, unless given. */
  readonly tool?: string | undefined;
  /** Counts a server's calls in these accounts alone. */
  readonly account_ids?: readonly string[] | undefined;
}

/** Which counters are meant: `from` and `to` are the first and the last span. */
export interface CountRange extends CountWhose {
  readonly from: string;
  readonly to: string;
}

/** Counters with the latencies of their calls, added up. */
export type Counted<Key extends 'start' | 'tool'> = Pick<CallCounter, Key | 'status' | 'calls'> & LatencyHistogram;

/** Calls of tools counted by hour, day and month, which are kept longer than the audit log. */
export interface CounterRepository {
  /** Adds to the counters; two rows of one key must not be in one call. Give them in the order of their keys. */
  readonly add: (counters: readonly CallCounter[]) => Promise<void>;
  /** In each of these spans, whatever was called. */
  readonly byStart: (whose: CountWhose, starts: readonly string[]) => Promise<Counted<'start'>[]>;
  readonly byTool: (range: CountRange) => Promise<Counted<'tool'>[]>;
  /** Calls of these tools in each of these spans. */
  readonly byStartAndTool: (
    whose: CountWhose,
    starts: readonly string[],
    tools: readonly string[],
  ) => Promise<Pick<CallCounter, 'start' | 'tool' | 'calls'>[]>;
  /** Calls of each scope; those without any are missing. */
  readonly byScope: (range: CountRange) => Promise<Pick<CallCounter, 'scope' | 'calls'>[]>;
  /** Counters of an account's servers from one day to another (`2026-11-25`), both included. */
  readonly usage: (accountId: string, days: { from: string; to: string }) => Promise<Usage[]>;
  /** Removes the hours before this one. */
  readonly removeHours: (before: string) => Promise<void>;
}
