import { useEffect, useState } from 'preact/hooks';

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const second = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as it is said from now: `in 23 hours`, `3 minutes ago`. */
function sayWhen(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  for (const [unit, size] of UNITS) {
    const count = Math.trunc(seconds / size);
    if (count !== 0) return relative.format(count, unit);
  }
  return seconds > 0 ? 'in less than a minute' : 'just now';
}

/** A moment in the reader's own zone. */
export function sayMoment(at: Date): string {
  return short.format(at);
}

interface TimeProps {
  readonly at: string | null;
  /** Says when it was and not how long ago; with `seconds` to the second. */
  readonly moment?: boolean | 'seconds';
  readonly none?: string;
}

/** A moment from now, or as such with `moment`; the exact one, in the reader's zone, on hover. What is missing is said by `none`. */
export function Time({ at, moment = false, none = 'never' }: TimeProps) {
  const now = useNow();
  if (at === null) return <span class="hush">{none}</span>;
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact.format(date)} class="nowrap">
      {moment === 'seconds' ? second.format(date) : moment ? sayMoment(date) : sayWhen(date, now)}
    </time>
  );
}

/** Milliseconds between two looks at the clock. */
const LOOK = 30_000;

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOK);
    return () => clearInterval(timer);
  }, []);
  return now;
}
