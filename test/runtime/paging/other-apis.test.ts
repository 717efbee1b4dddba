import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pagination } from '../../../runtime/tool/tool.ts';
import { type Answer, record } from '../../support/recorder.ts';
import { listThings } from '../../support/sample-tools.ts';
import { countedApis } from './support/counted-apis.ts';
import { items, type Sizing, serving } from './support/other-apis.ts';
import { toldApis } from './support/told-apis.ts';

describe.each(Object.entries({ ...countedApis, ...toldApis }))('%s', (name, api) => {
  const tool = listThings(api.pagination, `list_${name.replace(/\W/g, '_')}`);
  const limits = fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 6,
  });
  const sizings: Sizing[] = api.isDeaf ? ['honest', 'deaf'] : ['honest'];

  test('gives every item once, keeps to the limit, and ends', async () => {
    let answer: Answer = () => undefined;
    await using server = await record((request) => answer(request));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 30 }), fc.constantFrom(...sizings), limits, async (total, sizing, wanted) => {
        answer = serving(api, { total, sizing });
        const seen: unknown[] = [];
        let cursor: string | null | undefined;
        for (let turn = 0; cursor !== null; turn += 1) {
          expect(turn).toBeLessThan(60);
          const limit = wanted[turn % wanted.length];
          const input = { filter: 'x', ...(limit && { limit }), ...(cursor && { next_cursor: cursor }) };
          const page = await server.client.call(tool, input);
          if (limit !== undefined) expect(page.result.length).toBeLessThanOrEqual(limit);
          seen.push(...page.result);
          cursor = page.next_cursor;
        }
        expect(seen.map((item) => (item as { id: string }).id)).toEqual(items(0, total, total).map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });

  test('gives an iterator every item once', async () => {
    await using server = await record(serving(api, { total: 23, sizing: 'honest' }));
    const seen: unknown[] = [];
    for await (const item of server.client.paginate(tool, { filter: 'x' }, { limit: 4 })) seen.push(item);
    expect(seen).toHaveLength(23);
  });
});

describe('a server that never moves on', () => {
  test.each<[string, Pagination, object]>([
    [
      'the same cursor',
      { style: 'cursor', items: 'data', next: 'next', param: 'c' },
      { data: [{ id: 'a' }], next: 'x' },
    ],
    ['the same page', { style: 'page', items: 'data', untilEmpty: true }, { data: [{ id: 'a' }] }],
    ['the same items by offset', { style: 'offset', items: 'data' }, { data: [{ id: 'a' }] }],
    ['the same last id', { style: 'last-id', items: 'data', more: 'more' }, { data: [{ id: 'a' }], more: true }],
    ['more of nothing by offset', { style: 'offset', items: 'data', more: 'more' }, { data: [], more: true }],
    ['more of nothing by id', { style: 'last-id', items: 'data', more: 'more' }, { data: [], more: true }],
    ['more of nothing by page', { style: 'page', items: 'data', more: 'more' }, { data: [], more: true }],
    ['the same address', { style: 'url', items: 'data', next: 'next' }, { data: [{ id: 'a' }], next: '/x?a=1' }],
  ])('and gives %s is left after a few requests', async (_, pagination, body) => {
    await using server = await record(() => ({ body }));
    const tool = listThings(pagination);
    let cursor: string | null | undefined;
    do cursor = (await server.client.call(tool, { ...(cursor && { next_cursor: cursor }) })).next_cursor;
    while (cursor !== null && server.requests.length < 10);
    expect(server.requests.length).toBeLessThan(4);
  });

  test('and says that there is more for ever is refused by an iterator', async () => {
    await using server = await record(() => ({ body: { data: [{ id: 'a' }], more: true } }));
    const walk = server.client.paginate(listThings({ style: 'offset', items: 'data', more: 'more' }), {});
    await expect(collected(walk)).rejects.toThrow(/same page twice/);
    expect(server.requests.length).toBeLessThan(4);
  });
});

describe('the request for a page', () => {
  test('names the size and the position as the API does, and the first page where it has a number', async () => {
    await using server = await record(() => ({ body: { data: [1, 2, 3], total: 9 } }));
    const tool = listThings({ style: 'page', items: 'data', param: 'p', size: 'n', first: 0, total: 'total' });
    const { next_cursor } = await server.client.call(tool, { limit: 3 });
    await server.client.call(tool, { limit: 3, next_cursor });
    expect(server.requests.map(({ search }) => search)).toEqual(['?n=3&p=0', '?n=3&p=1']);
  });

  test('keeps what stands beside its paging in the body', async () => {
    await using server = await record(() => ({ body: { data: [1], next: 'b' } }));
    const tool = listThings({ style: 'cursor', items: 'data', param: 'c', size: 'n', in: 'body.a.b', next: 'next' });
    const { next_cursor } = await server.client.call(tool, { filter: 'x', limit: 1 });
    await server.client.call(tool, { filter: 'x', limit: 1, next_cursor });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { query: 'x', a: { b: { n: 1 } } },
      { query: 'x', a: { b: { n: 1, c: 'b' } } },
    ]);
  });

  test('takes the query alone from an address, and no credential that the API repeats', async () => {
    await using server = await record(({ headers }) => {
      const token = headers.authorization?.replace('Bearer ', '');
      return { body: { data: [1], next: `https://evil.example/steal?filter=y&c=2&access_token=${token}` } };
    });
    const tool = listThings({ style: 'url', items: 'data', next: 'next' });
    const { next_cursor } = await server.client.call(tool, { filter: 'x' });
    await server.client.call(tool, { filter: 'x', next_cursor });
    expect(server.requests.map(({ pathname, search }) => pathname + search)).toEqual([
      '/things?filter=x',
      '/things?filter=y&c=2',
    ]);
  });
});

describe('what stands beside the items', () => {
  test.each<[string, Pagination, object, object]>([
    [
      'a total becomes total_count',
      { style: 'offset', items: 'data', total: 'total' },
      { data: [1], total: 1 },
      { total_count: 1 },
    ],
    [
      'a total in a meta becomes total_count, and the rest of it is kept',
      { style: 'offset', items: 'data', total: 'meta.total' },
      { data: [1], meta: { total: 1, per_page: 5, facets: { a: 1 } } },
      { total_count: 1, meta: { facets: { a: 1 } } },
    ],
    ['a word on more goes', { style: 'last-id', items: 'data', more: 'hasMore' }, { data: [1], hasMore: false }, {}],
    [
      'links of pages go, and others stay',
      { style: 'url', items: 'data', next: 'links.next' },
      { data: [1], links: { next: null, prev: '/x?a=1', docs: '/help' } },
      { links: { docs: '/help' } },
    ],
  ])('%s', async (_, pagination, body, beside) => {
    await using server = await record(() => ({ body }));
    expect(await server.client.call(listThings(pagination), {})).toEqual({ result: [1], next_cursor: null, ...beside });
  });
});

async function collected(walk: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of walk) all.push(item);
  return all;
}
