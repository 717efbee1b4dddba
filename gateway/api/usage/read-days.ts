import type { z } from '@hono/zod-openapi';
import { Problem } from '../../problem/problem.ts';
import { SPANS, startOf } from '../../store/contract/counters.ts';
import { DAYS, type usageQuery } from './schemas.ts';

/** Reads which days are asked for; throws a {@link Problem} for too many and for none. */
export function readDays({ from, to }: z.output<typeof usageQuery>, now: number): { from: string; to: string } {
  const { length } = SPANS.day;
  const last = to === undefined ? now : Date.parse(to);
  const range = { from: from ?? startOf('day', last - (DAYS.usual - 1) * length), to: startOf('day', last) };
  if (range.from > range.to) throw wrongRange(`from: ${range.from} is after ${range.to}.`);
  const days = (Date.parse(range.to) - Date.parse(range.from)) / length + 1;
  if (days > DAYS.most) throw wrongRange(`from: these are ${days} days, and at most ${DAYS.most} are answered.`);
  return range;
}

function wrongRange(message: string): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: 'from' },
    message,
    'Give days that are nearer together.',
  );
}
