import { LATEST } from '../tool/time.ts';
import { DAY, type Moment } from './moment.ts';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: DAY, w: 7 * DAY };
const months: Readonly<Record<string, number>> = { mo: 1, y: 12 };
/** Each unit's short and long names; `M` is left out, because it means minutes here and months there. */
const unit =
  '(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?|mo(?:nths?)?|y(?:(?:ea)?rs?)?)';
const offset = new RegExp(`^now\\s*([+-])\\s*(\\d{1,6})\\s*${unit}(\\s*/\\s*d)?$`, 'i');
const ago = new RegExp(
  `^(?:(?:in\\s+)?(?:the\\s+)?(?:last|past)\\s+|-\\s*)?(\\d{1,6}|an?|one)\\s*${unit}(\\s+ago)?$`,
  'i',
);
const ahead = new RegExp(`^(?:in\\s+|\\+\\s*)(\\d{1,6}|an?|one)\\s*${unit}$`, 'i');
const timeOfDay = /^(today|tomorrow|yesterday)(?:\s+at)?\s+([01]?\d|2[0-3]):([0-5]\d)(?:\s*(?:Z|UTC|GMT))?$/i;
const days: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['now/d', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/** The moment that `now-24h`, `-7d`, `24 hours ago`, `last 2 weeks`, `in 3 days`, `yesterday` or `tomorrow 09:00` names; days are those of UTC. */
export function relativeDate(text: string, now: number): Moment | undefined {
  const word = text.toLowerCase();
  if (word === 'now' || word === 'now()') return { seconds: now };
  const day = days.get(word);
  if (day !== undefined) return { seconds: startOfDay(now) + day * DAY, day: true };
  const [, which = '', hour, minute] = timeOfDay.exec(text) ?? [];
  const of = days.get(which.toLowerCase());
  if (of !== undefined) return { seconds: startOfDay(now) + of * DAY + Number(hour) * 3600 + Number(minute) * 60 };
  if (/\dM\b/.test(text)) return undefined;
  const [, later, by] = ahead.exec(text) ?? [];
  if (later !== undefined) return move(now, /\d/.test(later) ? later : '1', by);
  const [whole, sign, count, unitOf, rounded] = offset.exec(text) ?? [];
  if (whole !== undefined) {
    const at = move(now, `${sign}${count}`, unitOf);
    return at === undefined || rounded === undefined ? at : { seconds: startOfDay(at.seconds), day: true };
  }
  const [found, amount = '', past, suffix] = ago.exec(text) ?? [];
  // `7d` alone does not say into which direction.
  if (found === undefined || (suffix === undefined && !/^(?:-|in|the|last|past)/i.test(text))) return undefined;
  return move(now, `-${/\d/.test(amount) ? amount : '1'}`, past);
}

function startOfDay(at: number): number {
  return at - (at % DAY);
}

function move(now: number, amount: string, by = ''): Moment | undefined {
  const name = by.toLowerCase();
  const unit = /^mo/.test(name) ? 'mo' : name.slice(0, 1);
  const size = seconds[unit];
  return positive(
    size === undefined ? addMonths(now, Number(amount) * (months[unit] ?? 0)) : now + Number(amount) * size,
  );
}

/** The same day of another month, or its last one. */
function addMonths(now: number, count: number): number {
  const date = new Date(now * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}

function positive(at: number): Moment | undefined {
  return Number.isSafeInteger(at) && at >= 0 && at < LATEST ? { seconds: at } : undefined;
}
