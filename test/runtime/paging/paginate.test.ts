import { describe, expect, expectTypeOf, test } from 'vitest';
import { listTags, searchContacts } from '../../../generated/intercom/index.ts';
import type { Tag } from '../../../generated/intercom/tools/tags.ts';
import { createClient } from '../../../intercom/client.ts';
import type { Pagination } from '../../../runtime/tool/tool.ts';
import { type Recorded, record, TOKEN } from '../../support/recorder.ts';
import { getThing, listThings } from '../../support/sample-tools.ts';

const cursor: Pagination = { style: 'cursor', items: 'data' };

/** Ten items, three a page unless the request names a size. */
function pages({ query }: Recorded): { body: object } {
  const from = Number(query.get('starting_after') ?? 0);
  const to = Math.min(10, from + Number(query.get('per_page') ?? 3));
  const data = Array.from({ length: to - from }, (_, index) => from + index);
  return { body: { data, pages: { next: to < 10 ? { starting_after: String(to) } : null } } };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('an iterator over a list', () => {
  test('gives each item and asks for each page once', async () => {
    await using server = await record(pages);
    const list = listThings(cursor);
    expect(await collect(server.client.paginate(list, { filter: 'x' }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(server.requests.map(({ query }) => query.get('filter'))).toEqual(['x', 'x', 'x', 'x']);
  });

  test('asks for no page before it is needed', async () => {
    await using server = await record(pages);
    const items = server.client.paginate(listThings(cursor), {});
    expect(server.requests).toHaveLength(0);
    for await (const item of items) if (item === 2) break;
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [{ limit: 5 }, ['5', '5'], 10],
    [{ maxItems: 4 }, ['4'], 4],
    [{ maxItems: 5, limit: 4 }, ['4', '4'], 5],
    [{ maxItems: 99 }, ['99'], 10],
  ])('with %j', async (options, sizes, count) => {
    await using server = await record(pages);
    expect(await collect(server.client.paginate(listThings(cursor), {}, options))).toHaveLength(count);
    expect(server.requests.map(({ query }) => query.get('per_page'))).toEqual(sizes);
  });

  test('asks once for what comes all at once', async () => {
    await using server = await record(() => ({ body: { data: Array.from({ length: 300 }, (_, index) => index) } }));
    const list = listThings({ style: 'none', items: 'data' });
    expect(await collect(server.client.paginate(list, {}))).toHaveLength(300);
    expect(server.requests).toHaveLength(1);
  });

  test('goes on from a cursor', async () => {
    await using server = await record(pages);
    const list = listThings(cursor);
    const { next_cursor } = await server.client.call(list, {});
    expect(await collect(server.client.paginate(list, { next_cursor }))).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  test('stops with the reason of its signal, in the middle of a page and between two', async () => {
    await using server = await record(pages);
    for (const last of [1, 2]) {
      const giveUp = new AbortController();
      const seen: number[] = [];
      const walk = async () => {
        for await (const item of server.client.paginate(listThings(cursor), {}, { signal: giveUp.signal })) {
          seen.push(item);
          if (item === last) giveUp.abort(new Error('enough'));
        }
      };
      await expect(walk()).rejects.toThrow('enough');
      expect(seen.at(-1)).toBe(last);
    }
    expect(server.requests).toHaveLength(2);
  });

  test.each<[string, (turn: number) => object, number]>([
    ['new cursors for one page', (turn) => ({ data: [1, 2], pages: { next: { starting_after: `c${turn}` } } }), 2],
    ['two pages in turns', (turn) => ({ data: [turn % 2], pages: { next: { starting_after: `c${turn % 2}` } } }), 3],
  ])('is not led in a circle by %s', async (_, body, requests) => {
    let turn = 0;
    await using server = await record(() => ({ body: body(++turn) }));
    const walk = collect(server.client.paginate(listThings(cursor), {}));
    await expect(walk).rejects.toMatchObject({
      name: 'ResponseError',
      message: 'list_things was given the same page twice.',
    });
    expect(server.requests).toHaveLength(requests);
  });

  test('ends where the API names the page just read again', async () => {
    await using server = await record(() => ({ body: { data: [1], pages: { next: '?page=1' } } }));
    const list = listThings({ style: 'page', items: 'data' });
    expect(await collect(server.client.paginate(list, {}))).toEqual([1]);
  });

  test('ends where an API without page counts gives its only page for ever', async () => {
    await using server = await record(() => ({ body: { data: [1, 2] } }));
    const list = listThings({ style: 'page', items: 'data', untilEmpty: true });
    expect(await collect(server.client.paginate(list, {}))).toEqual([1, 2]);
    expect(server.requests.map(({ query }) => query.get('page'))).toEqual([null, '2']);
  });

  test.each([{ maxItems: 0 }, { maxItems: Number.NaN }])('refuses %j', async (options) => {
    await using server = await record(pages);
    await expect(collect(server.client.paginate(listThings(cursor), {}, options))).rejects.toThrow('maxItems');
  });

  test('refuses a tool without pages, whatever its type says', async () => {
    await using server = await record(pages);
    const { pagination: _, ...tool } = listThings(cursor);
    await expect(collect(server.client.paginate(tool, {}))).rejects.toThrow('list_things has no pages');
  });
});

test('the items are typed, and only lists have pages', () => {
  const client = createClient({ token: TOKEN, fetch: () => Promise.reject(new Error('never called')) });
  const tags = client.paginate(listTags, {});
  expectTypeOf(tags).toEqualTypeOf<AsyncGenerator<Tag, void, undefined>>();
  const walk = () => client.paginate(searchContacts, { query: { field: 'email', operator: '=', value: 'x' } });
  expectTypeOf(walk).returns.not.toBeAny();
  // @ts-expect-error a tool that is no list has no pages
  const none = () => client.paginate(getThing, { thing_id: 1 });
  expect([walk, none]).toHaveLength(2);
});
