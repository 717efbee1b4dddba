import type { Pagination } from '../../../../runtime/tool/tool.ts';

interface Slice {
  readonly items: readonly number[];
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** Offset of the next page as a cursor, where there is one. */
  readonly after: string | undefined;
}

/** A way of paging, and how an API that pages this way answers. */
export interface Style {
  readonly pagination: Pagination;
  readonly answer: (slice: Slice) => unknown;
  /** The API pages by number, and ignores cursors. */
  readonly numbered?: true;
  /** The API answers all of its items at once. */
  readonly whole?: true;
}

const host = 'https://elsewhere.example/other';

function counts({ page, pages, size }: Slice) {
  return { type: 'pages', page, total_pages: pages, per_page: size };
}

function more({ page, pages }: Slice) {
  return page < pages;
}

/** Every way of paging, with each shape that its answers are known to have. */
export const styles: Readonly<Record<string, Style>> = {
  'cursor in the query': {
    pagination: { style: 'cursor', items: 'data' },
    answer: (slice) => ({ data: slice.items, pages: slice.after && { next: { starting_after: slice.after } } }),
  },
  'cursor in body.pagination': {
    pagination: { style: 'cursor', items: 'data', in: 'body.pagination' },
    answer: (slice) => ({
      data: slice.items,
      pages: { next: slice.after ? { page: 2, starting_after: slice.after } : null },
    }),
  },
  'cursor in the body': {
    pagination: { style: 'cursor', items: 'data', in: 'body', param: 'from' },
    answer: (slice) => ({ data: slice.items, pages: { next: slice.after && { starting_after: slice.after } } }),
  },
  'cursor at the top': {
    pagination: { style: 'cursor', items: 'data', param: 'cursor', next: 'next_cursor' },
    answer: ({ items, after }) => ({ data: items, has_more: after !== undefined, next_cursor: after }),
  },
  'cursor in an address': {
    pagination: { style: 'cursor', items: 'data' },
    answer: ({ items, after }) => ({ data: items, pages: { next: after ? `${host}?starting_after=${after}` : null } }),
  },
  'cursor of an operation that pages by number': {
    pagination: { style: 'cursor', items: 'data' },
    numbered: true,
    answer: (slice) => ({ data: slice.items, pages: { next: more(slice) ? `${host}?page=${slice.page + 1}` : null } }),
  },
  'page told by an address': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: (slice) => ({
      data: slice.items,
      pages: { next: more(slice) ? `${host}?page=${slice.page + 1}&per_page=1` : null },
    }),
  },
  'page told by an object': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: (slice) => ({ data: slice.items, pages: more(slice) ? { next: { page: slice.page + 1 } } : {} }),
  },
  'page told by a cursor': {
    pagination: { style: 'page', items: 'data' },
    answer: ({ items, after }) => ({ data: items, pages: { next: after && { starting_after: after } } }),
  },
  'page told by both': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: (slice) => ({
      data: slice.items,
      pages: { next: more(slice) ? { page: slice.page + 1, starting_after: 'x' } : null },
    }),
  },
  'page counted in pages, next null': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: (slice) => ({ data: slice.items, pages: { ...counts(slice), next: null } }),
  },
  'page counted at the top': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: (slice) => ({ data: slice.items, ...counts(slice) }),
  },
  'page counted by the number of items': {
    pagination: { style: 'page', items: 'data' },
    numbered: true,
    answer: ({ items, size, pages }) => ({ data: items, per_page: size, total_count: pages * size }),
  },
  'page in the body': {
    pagination: { style: 'page', items: 'data', in: 'body' },
    numbered: true,
    answer: (slice) => ({ data: slice.items, pages: counts(slice) }),
  },
  'page of another name': {
    pagination: { style: 'page', items: 'data.list', param: 'number' },
    numbered: true,
    answer: (slice) => ({
      data: { list: slice.items },
      pages: { next: more(slice) ? `?number=${slice.page + 1}` : null },
    }),
  },
  scroll: {
    pagination: { style: 'scroll', items: 'data', sized: false },
    answer: ({ items, after }) => ({ data: items, scroll_param: after ?? 'end' }),
  },
  url: {
    pagination: { style: 'url', items: 'data' },
    answer: ({ items, after, size }) => ({
      data: items,
      pages: after === undefined ? {} : { next: `${host}?filter=a%26b&per_page=${size}&starting_after=${after}` },
    }),
  },
  none: { pagination: { style: 'none', items: 'data' }, whole: true, answer: ({ items }) => ({ data: items }) },
  'none, a bare list': { pagination: { style: 'none', items: '' }, whole: true, answer: ({ items }) => items },
};
