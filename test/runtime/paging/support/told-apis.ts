import { isRecord } from '../../../../runtime/value/value.ts';
import { type Asked, type Item, items, type OtherApi, paged } from './other-apis.ts';

/** Ways of paging in which the API says where the next page begins, or an item does. */
export const toldApis: Readonly<Record<string, OtherApi>> = {
  'a cursor': {
    pagination: { style: 'cursor', param: 'page_token', items: 'items', size: 'page_size', next: 'next_page_token' },
    isDeaf: true,
    answer: (asked) => {
      const { list, next } = cut(asked, 'page_token');
      return { body: { items: list, next_page_token: next ?? '' } };
    },
  },
  'a cursor that is a number': {
    pagination: { style: 'cursor', param: 'after', items: 'items', size: 'limit', in: 'body', next: 'paging.next' },
    isDeaf: true,
    answer: (asked) => {
      const { list, next } = cut(asked, 'after');
      if (asked.sent.after !== undefined && typeof asked.sent.after !== 'number')
        return { status: 400, body: 'no number' };
      return { body: { items: list, paging: { next: next === null ? null : Number(next) } } };
    },
  },
  'a cursor that is an object': {
    pagination: {
      style: 'cursor',
      param: 'start_key',
      items: 'Items',
      size: 'Limit',
      in: 'body',
      next: 'LastEvaluatedKey',
    },
    isDeaf: true,
    answer: (asked) => {
      const { start_key: key } = asked.sent;
      const at = isRecord(key) && isRecord(key.pk) ? String(key.pk.N) : undefined;
      const { list, next } = cut({ ...asked, sent: { at } }, 'at');
      return { body: { Items: list, ...(next !== null && { LastEvaluatedKey: { pk: { N: next } } }) } };
    },
  },
  'a cursor in an address': {
    pagination: { style: 'cursor', param: 'cursor', items: 'data', size: 'limit', next: 'links.next' },
    isDeaf: true,
    answer: (asked) => {
      const { list, next } = cut(asked, 'cursor');
      return { body: { data: list, links: { next: next === null ? '' : `/x?limit=3&cursor=${next}` } } };
    },
  },
  'a cursor with a word on more': {
    pagination: {
      style: 'cursor',
      param: 'after',
      items: 'data',
      size: 'first',
      next: 'page.end',
      more: 'page.hasNext',
    },
    isDeaf: true,
    answer: (asked) => {
      const { list, next } = cut(asked, 'after');
      return {
        body: {
          data: list,
          page: { end: list.at(-1)?.id ?? null, hasNext: false, ...(next !== null && { end: next, hasNext: true }) },
        },
      };
    },
  },
  'the last id': {
    pagination: { style: 'last-id', items: 'data', size: 'limit', more: 'has_more' },
    isDeaf: true,
    answer: behindId('starting_after', (item) => item.id),
  },
  'the last id, until a page is empty': {
    pagination: { style: 'last-id', param: 'since_id', items: '', size: 'limit' },
    isDeaf: true,
    answer: (asked) => ({ body: (behindId('since_id', (item) => item.id)(asked).body as { data: unknown }).data }),
  },
  'the last id at a place of its own, a number': {
    pagination: { style: 'last-id', param: 'after', items: 'data', size: 'limit', id: 'meta.key', more: 'has_more' },
    isDeaf: true,
    answer: (asked) => {
      const from = asked.sent.after === undefined ? 0 : Number(asked.sent.after) + 1;
      const list = items(from, from + asked.size, asked.total).map((item, at) => ({
        ...item,
        meta: { key: from + at },
      }));
      return { body: { data: list, has_more: from + list.length < asked.total } };
    },
  },
  'the Link header': {
    pagination: { style: 'link', items: '', size: 'per_page' },
    isDeaf: true,
    answer: (asked) => {
      const { list, isLast, page, pages } = paged(asked, 'page', 1);
      const of = (number: number, rel: string) =>
        `<https://evil.example/y?filter=x&per_page=${asked.size}&page=${number}>; rel="${rel}"`;
      const links = [...(isLast ? [] : [of(page + 1, 'next')]), of(1, 'first'), of(pages, 'last')];
      return { headers: { link: links.join(', ') }, body: list };
    },
  },
  'the address of the next page': {
    pagination: { style: 'url', items: 'results', size: 'page_size', next: 'next' },
    isDeaf: true,
    answer: (asked) => {
      const { list, next } = cut(asked, 'c');
      const address = `https://evil.example/y?filter=x&page_size=${asked.size}&c=${next}`;
      return { body: { next: next === null ? null : address, results: list } };
    },
  },
};

function behindId(param: string, idOf: (item: Item) => string): OtherApi['answer'] {
  return (asked) => {
    const all = items(0, asked.total, asked.total);
    const from = asked.sent[param] === undefined ? 0 : all.findIndex((item) => idOf(item) === asked.sent[param]) + 1;
    const list = all.slice(from, from + asked.size);
    return { body: { data: list, has_more: from + list.length < asked.total } };
  };
}

/** One page of an API that gives cursors. */
function cut({ total, size, sent }: Asked, name: string) {
  const from = Number(sent[name] ?? 0);
  const list = items(from, from + size, total);
  return { list, next: from + list.length < total ? String(from + list.length) : null };
}
