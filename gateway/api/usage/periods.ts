import { Problem } from '../../problem/problem.ts';
import { type CountSpan, HOURS_KEPT, type PeriodSpan, SPANS, startOf } from '../../store/contract/counters.ts';
import { isoTime } from '../openapi/fields.ts';

/** Periods of one answer at most: the hours of 31 days. */
export const MOST_PERIODS = 744;

/** Tools whose calls are answered by period: those that are used most. */
export const MOST_SERIES = 10;

/** Periods that are answered unless said otherwise. */
export const USUAL_PERIODS = { hour: 24, day: 30 } as const satisfies Record<PeriodSpan, number>;

/** Hours or days in a row: `from` is the beginning of the first one and `to` the end of the last one, in milliseconds. */
export interface Periods {
  readonly span: PeriodSpan;
  readonly from: number;
  readonly to: number;
}

/** Reads which periods are asked for: all that a moment from `from` until before `to` lies in, and that have begun. Throws a {@link Problem} for what cannot be answered. */
export function readPeriods(
  { span, from, to }: { span: PeriodSpan; from?: string | undefined; to?: string | undefined },
  now: number,
): Periods {
  const { length } = SPANS[span];
  const floor = (at: number): number => Math.floor(at / length) * length;
  const end = floor(to === undefined ? now : Math.min(now, Date.parse(to) - 1)) + length;
  const start = Math.max(0, from === undefined ? end - USUAL_PERIODS[span] * length : floor(Date.parse(from)));
  if (start >= end) throw wrong(`${isoTime(start)} is not before ${isoTime(end)}`, 'Give an earlier moment.');
  const periods = (end - start) / length;
  if (periods > MOST_PERIODS)
    throw wrong(
      `these are ${periods} periods, and at most ${MOST_PERIODS} are answered`,
      span === 'hour' ? 'Ask for less, or for days with span=day.' : 'Ask for less.',
    );
  if (span === 'hour' && start < floor(now - HOURS_KEPT * SPANS.day.length))
    throw wrong(`hours are kept for ${HOURS_KEPT} days`, 'Ask for days with span=day.');
  return { span, from: start, to: end };
}

/** The beginnings of periods, in milliseconds. */
export function beginningsOf({ span, from, to }: Periods): number[] {
  const { length } = SPANS[span];
  return Array.from({ length: (to - from) / length }, (_, index) => from + index * length);
}

/** A time that is counted by one span. */
interface Part {
  readonly span: CountSpan;
  readonly from: number;
  readonly to: number;
}

/** The same time in as few spans as it takes: whole months, then whole days, then hours. */
export function inLongest({ span, from, to }: Periods): Part[] {
  const days = split({ span, from, to }, 'day', [Math.ceil(from / DAY) * DAY, Math.floor(to / DAY) * DAY]);
  return days.flatMap((part) =>
    part.span === 'day' ? split(part, 'month', [monthFrom(part.from), monthOf(part.to, 0)]) : [part],
  );
}

const DAY = SPANS.day.length;

/** A part with what lies between two moments of it by a longer span. */
function split(part: Part, span: CountSpan, [first, last]: readonly [number, number]): Part[] {
  if (first >= last) return [part];
  const parts: Part[] = [
    { ...part, to: first },
    { span, from: first, to: last },
    { ...part, from: last },
  ];
  return parts.filter(({ from, to }) => from < to);
}

/** The beginning of the month that a moment lies in, or of one so many after it. */
function monthOf(at: number, later: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
}

/** The first beginning of a month that is not before a moment. */
function monthFrom(at: number): number {
  return monthOf(at, 0) === at ? at : monthOf(at, 1);
}

/** The first and the last of them as counters name them. */
export function countedIn({ span, from, to }: Part): { span: CountSpan; from: string; to: string } {
  return { span, from: startOf(span, from), to: startOf(span, to - 1) };
}

function wrong(reason: string, help: string): Problem {
  return new Problem({ status: 400, code: 'invalid_input', field: 'from' }, `from: ${reason}.`, help);
}
