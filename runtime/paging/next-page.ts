import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Pagination } from '../tool/tool.ts';
import { digestValue } from '../value/digest.ts';
import { asInteger, asText, own } from '../value/value.ts';
import { queryOf, valueAt } from '../value/value-at.ts';
import type { Answered } from './answered.ts';
import type { Position } from './cursor.ts';
import { endOf } from './last-page.ts';
import { nextLink } from './link-header.ts';

/** Where the API says that the next page starts; `undefined` at the end, and where it names the page just read again. */
export function nextPosition(pagination: Pagination, answered: Answered): Position | undefined {
  const next = FINDERS[pagination.style](pagination, answered);
  if (next === undefined || PAGING_STYLES[pagination.style].isOnce) return next;
  return isSame(next, answered.position, pagination) ? undefined : next;
}

/** Where a list goes on behind the first `count` items of an answer, of which it has more. */
export function positionWithin(pagination: Pagination, { position, items }: Answered, count: number): Position {
  const skipped: Position = { ...position, skip: count };
  if (!PAGING_STYLES[pagination.style].isByItem || count === 0) return skipped;
  if (pagination.style === 'offset') return { page: (position.page ?? pagination.first ?? 0) + count };
  return behindItem(pagination, items[count - 1]) ?? skipped;
}

/** The first page has the number 1 or what the operation says, also where it was asked for without one. */
function isSame(
  next: Position,
  position: Position,
  { style, first = style === 'offset' ? 0 : 1 }: Pagination,
): boolean {
  const page = next.page === undefined ? position.page : (position.page ?? first);
  return (
    next.after === position.after && next.page === page && JSON.stringify(next.query) === JSON.stringify(position.query)
  );
}

type Finder = (pagination: Pagination, answered: Answered) => Position | undefined;

const FINDERS = {
  cursor: (pagination, { answer, items }) => {
    const { next = 'pages.next.starting_after', in: where = 'query', param } = pagination;
    if (own(answer, 'has_more') === false || endOf(pagination, { answer, items }) === true) return undefined;
    const after = cursorAt(valueAt(answer, next), param);
    if (after !== undefined) return after;
    return where === 'query' && pagination.next === undefined
      ? toldPage(valueAt(answer, 'pages.next'), 'page')
      : undefined;
  },
  page: (pagination, answered) => {
    const { next = 'pages.next', param = 'page', total } = pagination;
    const isEnd = endOf(pagination, answered);
    if (isEnd === true) return undefined;
    const stated = toldPage(valueAt(answered.answer, next), param) ?? countedPage(answered, pagination);
    const told =
      stated ?? (isEnd === false ? { page: pageOf(answered, pagination) + 1 } : pageBehind(answered, pagination));
    const given = (answered.position.given ?? 0) + answered.items.length;
    return told === undefined || total === undefined ? told : { ...told, given };
  },
  offset: (pagination, answered) => {
    const { next, param = 'offset', first = 0 } = pagination;
    const { answer, position, items } = answered;
    const isEnd = endOf(pagination, answered);
    if (isEnd === true) return undefined;
    const told = next === undefined ? undefined : toldPage(valueAt(answer, next), param);
    if (told !== undefined) return told;
    const page = (position.page ?? first) + items.length;
    return isEnd === false ? { page } : { page, seen: digestValue(items) };
  },
  'last-id': (pagination, answered) => {
    const isEnd = endOf(pagination, answered);
    const next = isEnd === true ? undefined : behindItem(pagination, answered.items.at(-1));
    return next === undefined || isEnd === false ? next : { ...next, seen: digestValue(answered.items) };
  },
  scroll: ({ next = 'scroll_param' }, { answer, items }) => {
    const after = asText(valueAt(answer, next));
    return after === undefined || items.length === 0 ? undefined : { after };
  },
  link: (_, { link }) => toldAddress(nextLink(link ?? '')),
  url: (pagination, { answer, items }) => {
    if (endOf(pagination, { answer, items }) === true) return undefined;
    return toldAddress(valueAt(answer, pagination.next ?? 'pages.next'));
  },
  none: () => undefined,
} satisfies Record<Pagination['style'], Finder>;

/** A cursor may be a text, a number, an object that is sent back as it is, or stand in an address. */
function cursorAt(value: unknown, param = ''): Position | undefined {
  if (typeof value === 'string') {
    const told = /^(?:https?:\/\/|[/?])/.test(value) ? queryOf(value)?.get(param) : undefined;
    return value === '' ? undefined : { after: told ?? value };
  }
  if (typeof value === 'number') return { after: String(value), isJson: true };
  const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  return isEmpty ? undefined : { after: JSON.stringify(value), isJson: true };
}

/** The query of the address of a next page: its host and path are never followed. */
function toldAddress(address: unknown): Position | undefined {
  const query = typeof address === 'string' ? queryOf(address) : undefined;
  // A credential that the API repeats was taken out on the way.
  const pairs = [...(query ?? [])].filter(([, value]) => value !== '[token]');
  return pairs.length === 0 ? undefined : { query: pairs };
}

/** `pages.next` was seen as an address and as an object, with a page number, a cursor or both: what it says is sent back. */
function toldPage(next: unknown, param: string): Position | undefined {
  const number = asInteger(valueAt(next, param)) ?? asInteger(next);
  const page = number !== undefined && number > 0 ? number : undefined;
  const after = asText(valueAt(next, 'starting_after'));
  if (page === undefined && after === undefined) return undefined;
  return { ...(after !== undefined && { after }), ...(page !== undefined && { page }) };
}

/** The item that the next page is asked for by: itself, or its id. */
function behindItem({ id = 'id' }: Pagination, item: unknown): Position | undefined {
  const value = typeof item === 'object' ? valueAt(item, id) : item;
  if (typeof value === 'number') return { after: String(value), isJson: true };
  return typeof value === 'string' && value !== '' ? { after: value } : undefined;
}

/** Without a word on the next page, the page count decides; the page asked for is trusted more than the one answered. */
function countedPage(answered: Answered, pagination: Pagination): Position | undefined {
  const { first = 1 } = pagination;
  const read = reader(answered.answer);
  const page = pageOf(answered, pagination);
  const size = read('per_page');
  const total = read('total_count');
  const counted = size && total !== undefined ? Math.ceil(total / size) : 0;
  const pages = pagesOf(answered, pagination) ?? counted;
  return answered.items.length > 0 && page - first + 1 < pages ? { page: page + 1 } : undefined;
}

function pagesOf({ answer }: Answered, { pages }: Pagination): number | undefined {
  return pages === undefined ? reader(answer)('total_pages') : asInteger(valueAt(answer, pages));
}

function pageOf({ answer, position }: Answered, { first }: Pagination): number {
  return position.page ?? first ?? reader(answer)('page') ?? 1;
}

function reader(answer: unknown): (key: string) => number | undefined {
  const pages = own(answer, 'pages');
  return (key) => asInteger(own(pages, key)) ?? asInteger(own(answer, key));
}

/** Where nothing is counted either, or what counts is missing, only an empty page or the same page again can tell the end. */
function pageBehind(answered: Answered, pagination: Pagination): Position | undefined {
  const { answer, position, items } = answered;
  const { first = 1, untilEmpty = false, more, total, pages } = pagination;
  const isUnsaid = (more ?? total ?? pages) !== undefined && pagesOf(answered, pagination) === undefined;
  const isCounted = ['pages', 'total_pages', 'total_count'].some((key) => (own(answer, key) ?? null) !== null);
  if (items.length === 0 || !(isUnsaid || (untilEmpty && !isCounted))) return undefined;
  return { page: (position.page ?? first) + 1, seen: digestValue(items) };
}
