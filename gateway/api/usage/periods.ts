import { Problem } from '../../problem/problem.ts';
import { type CountSpan, HOURS_KEPT, SPANS, startOf } from '../../store/contract/counters.ts';
import { isoTime } from '../openapi/fields.ts';

/** Periods of one answer at most: the hours of 31 days. */
export const MOST_PERIODS = 744;

/** Tools whose calls are answered by period: those that are used most. */
export const MOST_SERIES = 10;

/** Periods that are answered unless said otherwise. */
export const USUAL_PERIODS = { hour: 24, day: 30 } as const satisfies Record<CountSpan, number>;

/** Hours or days in a row: `from` is the beginning of the first one and `to` the end of the last one, in milliseconds. */
export interface Periods {
  readonly span: CountSpan;
  readonly from: number;
  readonly to: number;
}

/** Reads which periods are asked for: all that a moment from `from` until before `to` lies in, and that have begun. Throws a {@link Problem} for what cannot be answered. */
export function readPeriods(
  { span, from, to }: { span: CountSpan; from?: string | undefined; to?: string | undefined },
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

/** The same time in fewer periods: whole days for the hours of a day. */
export function inDays({ span, from, to }: Periods): Periods[] {
  const day = SPANS.day.length;
  const [first, last] = [Math.ceil(from / day) * day, Math.floor(to / day) * day];
  if (span === 'day' || first >= last) return [{ span, from, to }];
  const parts: Periods[] = [
    { span, from, to: first },
    { span: 'day', from: first, to: last },
    { span, from: last, to },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** The first and the last of them as counters name them. */
export function countedIn({ span, from, to }: Periods): { span: CountSpan; from: string; to: string } {
  return { span, from: startOf(span, from), to: startOf(span, to - 1) };
}

function wrong(reason: string, help: string): Problem {
  return new Problem({ status: 400, code: 'invalid_input', field: 'from' }, `from: ${reason}.`, help);
}
