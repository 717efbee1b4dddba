/** How long the time is that is shown, and by what it is counted. */
export const ranges = {
  '24h': { name: '24 hours', span: 'hour', back: 23 },
  '7d': { name: '7 days', span: 'day', back: 6 },
  '30d': { name: '30 days', span: 'day', back: 29 },
  '12m': { name: '12 months', span: 'day', back: 364 },
} as const;

type Preset = keyof typeof ranges;

/** The names of {@link ranges}. */
export const presets = Object.keys(ranges) as readonly Preset[];

/** What the gateway is asked for: `from` is in the first period, and `to` behind the last one. */
interface RangeQuery {
  readonly span: 'hour' | 'day';
  readonly from?: string;
  readonly to?: string;
}

/** A time that a reader chose: one that ends now, or days of their own (of UTC, both included). */
export type UsageRange =
  | { readonly preset: Preset }
  | { readonly preset: 'own'; readonly from: string; readonly to: string };

const LENGTH = { hour: 3_600_000, day: 86_400_000 };

/** Days of an own range that are counted by the hour, and for how many days hours are there. */
const BY_HOUR = { longest: 3, kept: 31 };

/** The time that an address names; the last 24 hours unless it does. */
export function readRange(params: URLSearchParams): UsageRange {
  const name = params.get('span');
  if (name === 'own') return { preset: 'own', from: params.get('from') ?? '', to: params.get('to') ?? '' };
  return { preset: presets.find((preset) => preset === name) ?? '24h' };
}

/** Why a time cannot be shown, at which of its fields; undefined where it can. */
export function rangeProblem(
  range: UsageRange,
): { readonly field: 'from' | 'to'; readonly message: string } | undefined {
  if (range.preset !== 'own') return undefined;
  const { from, to } = range;
  if (dayOf(from) === undefined) return { field: 'from', message: 'Choose the first day.' };
  if (dayOf(to) === undefined) return { field: 'to', message: 'Choose the last day.' };
  return from > to ? { field: 'to', message: 'The last day is before the first one.' } : undefined;
}

/** What to ask the gateway for; undefined for a time with a {@link rangeProblem}. */
export function rangeQuery(range: UsageRange, now: number): RangeQuery | undefined {
  if (range.preset !== 'own') {
    const { span, back } = ranges[range.preset];
    return { span, from: new Date(now - back * LENGTH[span]).toISOString() };
  }
  const [first, last] = [dayOf(range.from), dayOf(range.to)];
  if (first === undefined || last === undefined || first > last) return undefined;
  const end = last + LENGTH.day;
  const isShort = end - first <= BY_HOUR.longest * LENGTH.day && now - first < BY_HOUR.kept * LENGTH.day;
  return { span: isShort ? 'hour' : 'day', from: new Date(first).toISOString(), to: new Date(end).toISOString() };
}

/** Days that a time goes back from now, at most a year: for how long a tool is looked for. */
export function daysBack(range: UsageRange, now: number): number {
  const from = rangeQuery(range, now)?.from;
  return from === undefined ? 30 : Math.min(366, Math.max(30, Math.ceil((now - Date.parse(from)) / LENGTH.day)));
}

/** Where a day (UTC) begins, in milliseconds; undefined for what is none. */
function dayOf(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
