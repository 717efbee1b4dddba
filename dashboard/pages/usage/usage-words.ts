type Span = 'hour' | 'day';

const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const hourOfDay = new Intl.DateTimeFormat(undefined, {
  ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
});
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const wholeDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A period on an axis: hours in the reader's zone, days as they are counted, in UTC. */
export function shortPeriod(span: Span, at: string): string {
  return (span === 'hour' ? hour : day).format(new Date(at));
}

/** A period by itself. */
export function wholePeriod(span: Span, at: string): string {
  return (span === 'hour' ? hourOfDay : wholeDay).format(new Date(at));
}

/** A duration in milliseconds, as short as it is read: `340 ms`, `1.2 s`. */
export function sayDuration(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds < 1000) return `${Math.round(milliseconds).toLocaleString()} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds.toLocaleString(undefined, { maximumFractionDigits: seconds < 10 ? 1 : 0 })} s`;
}

/** A part of a whole: `12.5%`; a small one is never said to be none. */
export function sayShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const share = part / whole;
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

/** A number of calls with its word. */
export function sayCalls(calls: number): string {
  return `${calls.toLocaleString()} ${calls === 1 ? 'call' : 'calls'}`;
}
