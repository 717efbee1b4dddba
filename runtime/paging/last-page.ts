import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Pagination } from '../tool/tool.ts';
import { asInteger } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';
import type { Answered } from './answered.ts';

/** An answer, and what it was asked for. */
type Asked = Pick<Answered, 'answer' | 'items'> & Partial<Pick<Answered, 'position' | 'size'>>;

/** Whether an answer is the last page, by what the operation is known to say of it; undefined where it says nothing. */
export function endOf(pagination: Pagination, asked: Asked): boolean | undefined {
  const { more, next, style } = pagination;
  const isEmpty = asked.items.length === 0;
  const word = more === undefined ? undefined : wordOf(asked.answer, more);
  // A cursor may lead over empty pages; what is counted or numbered does not.
  if (word !== undefined) return !word || (isEmpty && style !== 'cursor');
  const told = PAGING_STYLES[style].isNumbered && next !== undefined ? valueAt(asked.answer, next) : undefined;
  if (told !== undefined && told !== null && told !== '' && told !== false) return isEmpty;
  if (PAGING_STYLES[style].isNumbered && next !== undefined) return true;
  if (isEmpty && PAGING_STYLES[style].isByItem) return true;
  return countedEnd(pagination, asked) ?? (isShort(pagination, asked) ? true : undefined);
}

/** The word on whether there is more; `!` before its place turns it round. */
function wordOf(answer: unknown, more: string): boolean | undefined {
  const isTurned = more.startsWith('!');
  const word = WORDS.get(valueAt(answer, isTurned ? more.slice(1) : more));
  return word === undefined ? undefined : word !== isTurned;
}

const WORDS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [1, true],
  [false, false],
  ['false', false],
  [0, false],
]);

/** Whether as many items were given as there are. */
function countedEnd(pagination: Pagination, { answer, position = {}, items }: Asked): boolean | undefined {
  const { style, total, first = 0 } = pagination;
  const all = total === undefined ? undefined : asInteger(valueAt(answer, total));
  if (all === undefined) return undefined;
  if (style === 'offset') return (position.page ?? first) - first + items.length >= all;
  // A position that was reached without a count of items says nothing of them.
  const isCounted = style === 'page' && (position.page === undefined || position.given !== undefined);
  return isCounted ? items.length === 0 || (position.given ?? 0) + items.length >= all : undefined;
}

/** A page that has fewer items than was asked for, or than pages have, where nothing else tells the end. */
function isShort({ style, max, usual, next, pages, total, untilEmpty }: Pagination, { items, size }: Asked): boolean {
  const isTold = next !== undefined || pages !== undefined || total !== undefined;
  // By default a page number has its own words for the end.
  if (isTold || !(PAGING_STYLES[style].isByItem || untilEmpty)) return false;
  const whole = size === undefined ? usual : max !== undefined && size <= max ? size : undefined;
  return whole !== undefined && items.length < whole;
}
