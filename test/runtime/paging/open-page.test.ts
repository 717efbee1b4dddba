import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../intercom/client.ts';
import type { Client } from '../../../runtime/client.ts';
import { decodeCursor, encodeCursor, type Position } from '../../../runtime/paging/cursor.ts';
import { DEFAULT_LIMIT } from '../../../runtime/paging/open-page.ts';
import type { Pagination } from '../../../runtime/tool/tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { listThings, record, type ThingPage, TOKEN } from '../../support/runtime-fixture.ts';

/** What a paging API was asked: parameters of the query or the body, whichever it reads. */
interface Asked {
  readonly after: string | undefined;
  readonly page: number;
  readonly size: number;
}

interface Slice {
  readonly items: readonly number[];
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** Offset of the next page as a cursor, where there is one. */
  readonly after: string | undefined;
}

interface Style {
  readonly pagination: Pagination;
  readonly answer: (slice: Slice) => unknown;
  /** The API pages by number, and ignores cursors. */
  readonly numbered?: true;
  /** The API answers all of its items at once. */
  readonly whole?: true;
}

const SERVER_SIZE = 7;
const SERVER_MAX = 9;
const host = 'https://elsewhere.example/other';
function counts({ page, pages, size }: Slice) {
  return { type: 'pages', page, total_pages: pages, per_page: size };
}
function more({ page, pages }: Slice) {
  return page < pages;
}

const styles: Readonly<Record<string, Style>> = {
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

/** How an API takes a page size: as asked up to its maximum, not at all, or only if it is no odd little number. */
const sizes = {
  honest: (size: number) => Math.min(size, SERVER_MAX),
  deaf: () => SERVER_SIZE,
  fussy: (size: number) => (size < 5 ? 2 * SERVER_SIZE : size),
} as const;

/** An API of `total` items that pages as the style says. */
function simulate(
  { answer, pagination, numbered, whole }: Style,
  { total, sizing }: { total: number; sizing: keyof typeof sizes },
): Client {
  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    expect([url.host, url.pathname]).toEqual(['api.intercom.io', pagination.in ? '/things/search' : '/things']);
    const { after, page, size } = ask(url, pagination, typeof init?.body === 'string' ? init.body : '{}');
    if (whole)
      return Response.json(answer({ items: numbers(0, total), page: 1, pages: 1, size: total, after: undefined }));
    const length = sizes[sizing](size);
    const from = numbered ? (page - 1) * length : Number(after === 'end' ? total : (after ?? 0));
    const to = Math.min(total, from + length);
    const pages = Math.ceil(total / length);
    return Response.json(
      answer({ items: numbers(from, to), page, pages, size: length, after: to < total ? `${to}` : undefined }),
    );
  };
  return createClient({ token: TOKEN, fetch: send });
}

function ask(url: URL, { in: where, param, style }: Pagination, json: string): Asked {
  const body = JSON.parse(json);
  const fields =
    where === 'body' ? body : where === 'body.pagination' ? body.pagination : Object.fromEntries(url.searchParams);
  const name = param ?? (style === 'scroll' ? 'scroll_param' : 'starting_after');
  return {
    after: fields?.[name] ?? fields?.starting_after,
    page: Number(fields?.[param ?? 'page'] ?? 1),
    size: Number(fields?.per_page ?? SERVER_SIZE),
  };
}

function numbers(from: number, to: number) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

describe.each(Object.entries(styles))('%s', (name, style) => {
  const tool = listThings(style.pagination, `list_${name.replace(/\W/g, '_')}`);
  const limits = fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 8,
  });

  test('gives every item once and keeps to the limit, whatever its size', async () => {
    const hasLimit = style.pagination.style !== 'scroll';
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 40 }),
        fc.constantFrom('honest', 'deaf', 'fussy'),
        limits,
        async (total, sizing, given) => {
          const client = simulate(style, { total, sizing });
          const seen: number[] = [];
          let cursor: string | null | undefined;
          for (let turn = 0; cursor !== null; turn += 1) {
            expect(turn).toBeLessThan(100);
            const limit = given[turn % given.length];
            const page: ThingPage = await client.call(tool, {
              filter: 'x',
              ...(limit && { limit }),
              ...(cursor && { next_cursor: cursor }),
            });
            if (limit !== undefined && hasLimit) expect(page.result.length).toBeLessThanOrEqual(limit);
            seen.push(...page.result);
            cursor = page.next_cursor;
          }
          expect(seen).toEqual(numbers(0, total));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a page', () => {
  test('is asked for as the operation wants it, in the search object beside the query', async () => {
    await using server = await record(() => ({ body: { data: [1], pages: { next: { starting_after: 'abc' } } } }));
    const tool = listThings({ style: 'cursor', items: 'data', in: 'body.pagination', max: 150 });
    const first = await server.client.call(tool, { filter: 'x', limit: 500 });
    await server.client.call(tool, { filter: 'x', next_cursor: first.next_cursor });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { query: 'x', pagination: { per_page: 150 } },
      { query: 'x', pagination: { per_page: 150, starting_after: 'abc' } },
    ]);
  });

  test('of a size that the operation does not take is cut here', async () => {
    await using server = await record(() => ({
      body: { data: [1, 2, 3, 4, 5], highlights: ['a', 'b', 'c', 'd', 'e'] },
    }));
    const tool = listThings({ style: 'page', items: 'data', sized: false });
    const first = await server.client.call(tool, { limit: 3 });
    expect(first).toEqual({ result: [1, 2, 3], next_cursor: expect.any(String), highlights: ['a', 'b', 'c'] });
    const second = await server.client.call(tool, { limit: 3, next_cursor: first.next_cursor });
    expect(second).toEqual({ result: [4, 5], next_cursor: null, highlights: ['d', 'e'] });
    expect(server.requests.map(({ query }) => query.size)).toEqual([0, 0]);
  });

  test('of everything is the default limit long', async () => {
    await using server = await record(() => ({ body: numbers(0, DEFAULT_LIMIT + 1) }));
    const tool = listThings({ style: 'none', items: '' });
    const { result, next_cursor } = await server.client.call(tool, {});
    expect(result).toHaveLength(DEFAULT_LIMIT);
    expect((await server.client.call(tool, { next_cursor })).result).toEqual([DEFAULT_LIMIT]);
  });

  test.each<[string, string, unknown, object]>([
    [
      'keeps what stands beside the items',
      'data',
      { type: 'list', data: [1], total_count: 9, note: 'x', pages: { page: 1 } },
      { result: [1], total_count: 9, note: 'x' },
    ],
    [
      'keeps what stands beside nested items',
      'data.articles',
      { data: { articles: [1], highlights: [2] }, total_count: 1 },
      { result: [1], highlights: [2], total_count: 1 },
    ],
    [
      'drops paging fields and empty values',
      'data',
      { data: [], page: 1, per_page: 5, total_pages: 0, has_more: false, empty: {}, none: [], nil: null, no: '' },
      { result: [] },
    ],
    [
      'keeps zero and false',
      'data',
      { data: [], total_count: 0, live: false },
      { result: [], total_count: 0, live: false },
    ],
    ['takes null for no items', 'data', { data: null }, { result: [] }],
    ['takes a missing list for no items', 'data', {}, { result: [] }],
    ['takes no answer at all for no items', 'data', null, { result: [] }],
    [
      'takes one thing for a list of one',
      'data',
      { type: 'company', id: '7' },
      { result: [{ type: 'company', id: '7' }] },
    ],
    ['is not fooled by a field called result', 'data', { data: [1], result: 'x' }, { result: [1] }],
    ['reads nothing from a prototype', '__proto__', {}, { result: [] }],
  ])('%s', async (_, items, body, expected) => {
    await using server = await record(() => ({ body: JSON.stringify(body) }));
    const page = await server.client.call(listThings({ style: 'page', items }), {});
    expect(page).toEqual({ next_cursor: null, ...expected });
  });

  test.each<[string, Pagination, unknown]>([
    [
      'the same cursor again',
      { style: 'cursor', items: 'data' },
      { data: [1], pages: { next: { starting_after: 'a' } } },
    ],
    ['the same page again', { style: 'page', items: 'data' }, { data: [1], pages: { next: '?page=2' } }],
    [
      'the same address again',
      { style: 'url', items: 'data' },
      { data: [1], pages: { next: 'https://a.example/?b=c' } },
    ],
  ])('that names %s is the last', async (_, pagination, body) => {
    await using server = await record(() => ({ body }));
    const tool = listThings(pagination);
    const { next_cursor } = await server.client.call(tool, {});
    expect(next_cursor).not.toBeNull();
    expect((await server.client.call(tool, { next_cursor })).next_cursor).toBeNull();
  });

  test('that ignores the page number ends with the page count', async () => {
    await using server = await record(() => ({ body: { data: [1], pages: { page: 1, total_pages: 3 } } }));
    const tool = listThings({ style: 'page', items: 'data' });
    let cursor: string | null | undefined;
    do cursor = (await server.client.call(tool, { ...(cursor && { next_cursor: cursor }) })).next_cursor;
    while (cursor !== null && server.requests.length < 10);
    expect(server.requests.map(({ query }) => query.get('page'))).toEqual([null, '2', '3']);
  });

  test('at an address gives its query, never its host or path', async () => {
    await using server = await record(() => ({
      body: { data: [1], pages: { next: 'https://evil.example/steal?a=1&a=2&b=x%26y&__proto__=z' } },
    }));
    const tool = listThings({ style: 'url', items: 'data' });
    const { next_cursor } = await server.client.call(tool, { filter: 'f' });
    await server.client.call(tool, { filter: 'f', next_cursor });
    expect(server.requests[1]?.pathname).toBe('/things');
    expect([...(server.requests[1]?.query ?? [])]).toEqual([
      ['filter', 'f'],
      ['a', '1'],
      ['a', '2'],
      ['b', 'x&y'],
      ['__proto__', 'z'],
    ]);
  });
});

describe('a cursor', () => {
  const owner = { tool: 'list_things', args: ['a', 'b'] };
  const position: fc.Arbitrary<Position> = fc.oneof(
    fc.record({ after: fc.string({ minLength: 1 }) }),
    fc.record({ page: fc.integer({ min: 1 }), skip: fc.integer({ min: 1 }) }),
    fc.record({ query: fc.array(fc.tuple(fc.string(), fc.string())) }),
  );

  test('says what was put in', () => {
    fc.assert(
      fc.property(position, fc.option(fc.integer({ min: 1 }), { nil: undefined }), (start, size) => {
        const state = { position: start, ...(size !== undefined && { size }) };
        const cursor = encodeCursor(owner, state);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(owner, cursor)).toEqual(state);
      }),
    );
  });

  test('with one letter changed is refused', () => {
    const cursor = encodeCursor(owner, { position: { page: 3 }, size: 20 });
    fc.assert(
      fc.property(fc.nat({ max: cursor.length - 1 }), fc.constantFrom(...'Aa0_-z9 ='), (at, letter) => {
        fc.pre(cursor[at] !== letter);
        expect(() => decodeCursor(owner, cursor.slice(0, at) + letter + cursor.slice(at + 1))).toThrow(InputError);
      }),
      { numRuns: 500 },
    );
  });

  const good = encodeCursor(owner, { position: { page: 3 }, size: 20 });
  test.each([
    ['cut', good.slice(0, -3)],
    ['with something after it', `${good}A`],
    ['with white space', ` ${good}`],
    ['empty', ''],
    ['a page number', '2'],
    ['plain JSON', '{"page":2}'],
    ['another JSON', Buffer.from('{"page":2}').toString('base64url')],
    ['made up', Buffer.from('["list_things",{"page":-1},0,"x"]').toString('base64url')],
    ['of another tool', encodeCursor({ ...owner, tool: 'list_others' }, { position: { page: 3 } })],
  ])('%s is refused before anything is sent', async (_, next_cursor) => {
    await using server = await record(() => ({ body: {} }));
    const call = server.client.call(listThings({ style: 'page', items: 'data' }), { next_cursor });
    await expect(call).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^next_cursor: /),
      help: 'Pass next_cursor of the last answer back unchanged, or leave it out to start again.',
    });
    expect(server.requests).toEqual([]);
  });

  test('of another tool is told apart by name', () => {
    const cursor = encodeCursor({ ...owner, tool: 'list_others' }, { position: { page: 3 } });
    expect(() => decodeCursor(owner, cursor)).toThrow('next_cursor: belongs to the tool list_others');
  });
});
