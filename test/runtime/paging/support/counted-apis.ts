import { type Asked, items, type OtherApi, paged } from './other-apis.ts';

/** Ways of paging in which positions are numbers, by what is particular about each. */
export const countedApis: Readonly<Record<string, OtherApi>> = {
  'offset with a total': {
    pagination: { style: 'offset', items: 'tickets', size: 'limit', total: 'total' },
    isDeaf: true,
    answer: (asked) => ({ body: { tickets: slice(asked, 'offset').list, total: asked.total } }),
  },
  'offset with a total in a meta': {
    pagination: { style: 'offset', param: 'skip', items: 'data', size: 'take', total: 'meta.page.total' },
    isDeaf: true,
    answer: (asked) => ({ body: { data: slice(asked, 'skip').list, meta: { page: { total: asked.total } } } }),
  },
  'offset with a word on more': {
    pagination: { style: 'offset', items: 'data', size: 'limit', more: 'has_more' },
    isDeaf: true,
    answer: (asked) => ({ body: { data: slice(asked, 'offset').list, has_more: !slice(asked, 'offset').isLast } }),
  },
  'offset with a word that this was all': {
    pagination: { style: 'offset', param: 'startAt', items: 'values', size: 'maxResults', more: '!isLast' },
    isDeaf: true,
    answer: (asked) => ({ body: { values: slice(asked, 'startAt').list, isLast: slice(asked, 'startAt').isLast } }),
  },
  'offset with the next offset': {
    pagination: { style: 'offset', items: 'data', size: 'limit', next: 'paging.next_offset' },
    isDeaf: true,
    answer: (asked) => {
      const { list, end, isLast } = slice(asked, 'offset');
      return { body: { data: list, paging: { next_offset: isLast ? null : end } } };
    },
  },
  'offset that counts from 1': {
    pagination: {
      style: 'offset',
      param: 'startIndex',
      items: 'Resources',
      size: 'count',
      first: 1,
      total: 'totalResults',
    },
    isDeaf: true,
    answer: (asked) => ({ body: { Resources: slice(asked, 'startIndex', 1).list, totalResults: asked.total } }),
  },
  'offset until a page is empty': {
    pagination: { style: 'offset', items: '', size: 'limit' },
    isDeaf: true,
    answer: (asked) => ({ body: slice(asked, 'offset').list }),
  },
  'offset until a page is short': {
    pagination: { style: 'offset', items: '', size: 'limit', max: 9, usual: 7 },
    answer: (asked) => ({ body: slice(asked, 'offset').list }),
  },
  'offset in the body': {
    pagination: { style: 'offset', items: 'hits', param: 'from', size: 'size', in: 'body', total: 'found' },
    isDeaf: true,
    answer: (asked) => ({ body: { hits: slice(asked, 'from').list, found: asked.total } }),
  },
  'offset in an object of the body': {
    pagination: { style: 'offset', items: 'hits', size: 'limit', in: 'body.options.paging', total: 'found' },
    isDeaf: true,
    answer: (asked) => ({ body: { hits: slice(asked, 'offset').list, found: asked.total } }),
  },
  'pages with their number': {
    pagination: { style: 'page', items: 'data', size: 'page_size', pages: 'meta.last_page' },
    isDeaf: true,
    answer: (asked) => {
      const { list, page, pages } = paged(asked, 'page', 1);
      return { body: { data: list, meta: { current_page: page, last_page: pages } } };
    },
  },
  'pages from 0 with their number': {
    pagination: { style: 'page', items: 'content', size: 'size', first: 0, pages: 'totalPages' },
    isDeaf: true,
    answer: (asked) => {
      const { list, pages } = paged(asked, 'page', 0);
      return { body: { content: list, totalPages: pages, number: 0 } };
    },
  },
  'pages with the number of items': {
    pagination: { style: 'page', items: 'data', size: 'limit', total: 'total' },
    isDeaf: true,
    answer: (asked) => ({ body: { data: paged(asked, 'page', 1).list, total: asked.total } }),
  },
  'pages from 0 with a word': {
    pagination: { style: 'page', param: 'p', items: 'data', size: 'n', first: 0, more: 'more' },
    isDeaf: true,
    answer: (asked) => ({ body: { data: paged(asked, 'p', 0).list, more: !paged(asked, 'p', 0).isLast } }),
  },
  'pages until one is empty': {
    pagination: { style: 'page', items: '', size: 'limit', untilEmpty: true },
    isDeaf: true,
    answer: (asked) => ({ body: paged(asked, 'page', 1).list }),
  },
  'pages with the next number': {
    pagination: { style: 'page', items: 'data', size: 'limit', next: 'next_page' },
    isDeaf: true,
    answer: (asked) => {
      const { list, page, isLast } = paged(asked, 'page', 1);
      return { body: { data: list, next_page: isLast ? null : page + 1 } };
    },
  },
  'pages with an address': {
    pagination: { style: 'page', items: 'results', size: 'page_size', next: 'next' },
    isDeaf: true,
    answer: (asked) => {
      const { list, page, isLast } = paged(asked, 'page', 1);
      return { body: { count: 3, next: isLast ? null : `https://evil.example/x?page=${page + 1}`, results: list } };
    },
  },
};

/** One page of an API that counts items. */
function slice({ total, size, sent }: Asked, name: string, first = 0) {
  const from = Number(sent[name] ?? first) - first;
  const list = items(from, from + size, total);
  return { list, end: from + list.length, isLast: from + list.length >= total };
}
