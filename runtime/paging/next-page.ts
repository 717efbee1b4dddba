import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Pagination } from '../tool/tool.ts';
import { digestValue } from '../value/digest.ts';
import { asInteger, asText, own } from '../value/value.ts';
import { queryOf, valueAt } from '../value/value-at.ts';
import type { Position } from './cursor.ts';

/** An answer of the API, the position that it was asked for, and the items that it holds. */
export interface Answered {
  readonly answer: unknown;
  readonly position: Position;
  readonly items: readonly unknown[];
}

/** Where the API says that the next page starts; `undefined` at the end, and where it names the page just read again. */
export function nextPosition(pagination: Pagination, answered: Answered): Position | undefined {
  const next = FINDERS[pagination.style](pagination, answered);
  if (next === undefined || PAGING_STYLES[pagination.style].isOnce) return next;
  return isSame(next, answered.position) ? undefined : next;
}

/** The first page has the number 1, also where it was asked for without one. */
function isSame(next: Position, position: Position): boolean {
  const page = next.page === undefined ? position.page : (position.page ?? 1);
  return (
    next.after === position.after && next.page === page && JSON.stringify(next.query) === JSON.stringify(position.query)
  );
}

type Finder = (pagination: Pagination, answered: Answered) => Position | undefined;

const FINDERS = {
  cursor: ({ next = 'pages.next.starting_after', in: where = 'query' }, { answer }) => {
    if (own(answer, 'has_more') === false) return undefined;
    const after = asText(valueAt(answer, next));
    if (after !== undefined) return { after };
    const parent = next.split('.').slice(0, -1).join('.');
    return where === 'query' && parent !== '' ? toldPage(valueAt(answer, parent), 'page') : undefined;
  },
  page: ({ next = 'pages.next', param = 'page', untilEmpty = false }, answered) => {
    const stated = toldPage(valueAt(answered.answer, next), param) ?? countedPage(answered);
    return stated ?? (untilEmpty ? pageBehind(answered) : undefined);
  },
  scroll: ({ next = 'scroll_param' }, { answer, items }) => {
    const after = asText(valueAt(answer, next));
    return after === undefined || items.length === 0 ? undefined : { after };
  },
  url: ({ next = 'pages.next' }, { answer }) => {
    const address = valueAt(answer, next);
    const query = typeof address === 'string' ? queryOf(address) : undefined;
    return query === undefined || query.size === 0 ? undefined : { query: [...query] };
  },
  none: () => undefined,
} satisfies Record<Pagination['style'], Finder>;

/** `pages.next` was seen as an address and as an object, with a page number, a cursor or both: what it says is sent back. */
function toldPage(next: unknown, param: string): Position | undefined {
  const number = asInteger(valueAt(next, param)) ?? asInteger(next);
  const page = number !== undefined && number > 0 ? number : undefined;
  const after = asText(valueAt(next, 'starting_after'));
  if (page === undefined && after === undefined) return undefined;
  return { ...(after !== undefined && { after }), ...(page !== undefined && { page }) };
}

/** Without a word on the next page, the page count decides; the page asked for is trusted more than the one answered. */
function countedPage({ answer, position, items }: Answered): Position | undefined {
  const pages = own(answer, 'pages');
  const read = (key: string) => asInteger(own(pages, key)) ?? asInteger(own(answer, key));
  const page = position.page ?? read('page') ?? 1;
  const size = read('per_page');
  const total = read('total_count');
  const counted = size && total !== undefined ? Math.ceil(total / size) : 0;
  return items.length > 0 && page < (read('total_pages') ?? counted) ? { page: page + 1 } : undefined;
}

/** Where nothing is counted either, only an empty page or the same page again can tell the end. */
function pageBehind({ answer, position, items }: Answered): Position | undefined {
  const isCounted = ['pages', 'total_pages', 'total_count'].some((key) => (own(answer, key) ?? null) !== null);
  return isCounted || items.length === 0 ? undefined : { page: (position.page ?? 1) + 1, seen: digestValue(items) };
}
