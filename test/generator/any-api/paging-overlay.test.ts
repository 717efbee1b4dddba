import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { integer, list, query, text, tickets } from './support/tickets.ts';
import { generated } from './support/wire.ts';

/** The overlay that says how `GET /tickets` pages. */
const overlay = (pagination: object, more: object = {}) =>
  `overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions:\n  - target: $.paths['/tickets'].get\n    update:\n      x-mcp: ${JSON.stringify({ pagination, ...more })}\n`;

describe('an overlay', () => {
  test('tells an offset, and the operation itself the names and the end', async () => {
    const doc = tickets({ offset: integer, limit: integer }, { tickets: list, total: integer });
    await using made = await generated({ doc, overlay: overlay({ style: 'offset', items: 'tickets' }) });
    const answer = () => Response.json({ tickets: [{ id: 1 }, { id: 2 }], total: 3 });
    const first = await made.send({ limit: 2 }, { answer });
    expect(first.url.search).toBe('?limit=2');
    const { next_cursor } = first.output as { next_cursor: string };
    const second = await made.send(
      { limit: 2, next_cursor },
      { answer: () => Response.json({ tickets: [{ id: 3 }], total: 3 }) },
    );
    expect(second.url.search).toBe('?limit=2&offset=2');
    expect(second.output).toMatchObject({ result: [{ id: 3 }], next_cursor: null });
  });

  test('tells the last id over an answer of which nothing is declared', async () => {
    const doc = tickets({ starting_after: text, limit: integer }, {});
    await using made = await generated({
      doc,
      overlay: overlay({ style: 'last-id', items: 'data', more: 'has_more' }),
    });
    const answer = () => Response.json({ data: [{ id: 'a' }, { id: 'b' }], has_more: true });
    const { next_cursor } = (await made.send({ limit: 2 }, { answer })).output as { next_cursor: string };
    expect((await made.send({ next_cursor }, { answer })).url.search).toBe('?limit=2&starting_after=b');
  });

  test.each<[string, Json | undefined]>([
    ['a list', undefined],
    ['something of which nothing is declared', {}],
  ])('tells the Link header beside %s', async (_, properties) => {
    const doc = tickets({ page: integer, per_page: integer }, properties);
    await using made = await generated({ doc, overlay: overlay({ style: 'link', items: '' }) });
    const link = '<https://evil.example.test/x?page=2&per_page=2>; rel="next"';
    const answer = () => Response.json([1, 2], { headers: { link } });
    const { next_cursor } = (await made.send({ limit: 2 }, { answer })).output as { next_cursor: string };
    const { url } = await made.send({ next_cursor }, { answer });
    expect(`${url.origin}${url.pathname}${url.search}`).toBe('https://api.example.test/v1/tickets?per_page=2&page=2');
  });

  test.each<[string, object, RegExp]>([
    [
      'a style that is none',
      { style: 'nonsense', items: '' },
      /style of GET \/tickets is none of cursor, page, offset/,
    ],
    ['items that are no list', { style: 'offset', items: 'total' }, /declares no list at total/],
    [
      'a total that is nowhere',
      { style: 'offset', items: 'tickets', total: 'meta.count' },
      /declares nothing at meta\.count/,
    ],
    [
      'a place that is none',
      { style: 'offset', items: 'tickets', in: 'header' },
      /in of GET \/tickets is none of query, body, or body/,
    ],
    ['a size that is no parameter', { style: 'offset', items: 'tickets', size: 'take' }, /declares no page size take/],
  ])('is refused with %s', async (_, pagination, message) => {
    const doc = tickets({ offset: integer, limit: integer }, { tickets: list, total: integer });
    await expect(generated({ doc, overlay: overlay(pagination) })).rejects.toThrow(message);
  });

  test('says that an operation does not page, and its parameters stay what they are', async () => {
    const doc = tickets({ offset: integer, limit: integer }, { tickets: list, total: integer });
    const says =
      "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions:\n  - { target: \"$.paths['/tickets'].get\", update: { x-mcp: { paged: false } } }\n";
    await using made = await generated({ doc, overlay: says });
    expect((await made.send({ limit: 2, offset: 4 })).url.search).toBe('?offset=4&limit=2');
    expect(made.diagnostics.filter(({ code }) => code.startsWith('PAGING'))).toEqual([]);
  });
});

describe('arguments of the API that are called as ours', () => {
  test('pass where nothing pages', async () => {
    const parameters = query({ next_cursor: text, limit: integer, fields: text });
    await using made = await generated({ doc: operation('get', '/x', { parameters }) });
    const { url } = await made.send({ next_cursor: 'abc', limit: 3, fields: 'a' });
    expect(Object.fromEntries(url.searchParams)).toEqual({ next_cursor: 'abc', limit: '3', fields: 'a' });
  });

  test('are ours where the API pages by them', async () => {
    const doc = tickets({ next_cursor: text, limit: integer }, { data: list, next_cursor: text });
    await using made = await generated({ doc });
    const answer = () => Response.json({ data: [{ id: 1 }], next_cursor: 'raw' });
    const { output } = await made.send({ limit: 1 }, { answer });
    const { next_cursor } = output as { next_cursor: string };
    expect(next_cursor).not.toBe('raw');
    expect((await made.send({ next_cursor }, { answer })).url.search).toBe('?limit=1&next_cursor=raw');
  });
});
