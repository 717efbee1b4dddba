import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMIT } from '../../../runtime/paging/open-page.ts';
import type { Pagination } from '../../../runtime/tool/tool.ts';
import { record } from '../../support/recorder.ts';
import { listThings, type ThingPage } from '../../support/sample-tools.ts';
import { numbers, simulate } from './support/simulate.ts';
import { styles } from './support/styles.ts';

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

  test.each([0, -1])('of %d items is refused, and nothing is sent', async (limit) => {
    await using server = await record(() => ({ body: numbers(0, 1) }));
    const call = server.client.call(listThings({ style: 'none', items: '' }), { limit });
    await expect(call).rejects.toMatchObject({ problems: [{ argument: 'limit' }] });
    expect(server.requests).toEqual([]);
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
    [
      'takes one thing for a list of one',
      'data',
      { type: 'company', id: '7' },
      { result: [{ type: 'company', id: '7' }] },
    ],
    ['is not fooled by a field called result', 'data', { data: [1], result: 'x' }, { result: [1] }],
    ['reads nothing from a prototype', '__proto__', { total_count: 0 }, { result: [], total_count: 0 }],
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
