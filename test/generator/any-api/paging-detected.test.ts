import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { pagingStub } from '../../../generator/paging/paging-stub.ts';
import { withPaging } from '../../../generator/paging/with-paging.ts';
import { answers } from './support/describe.ts';
import { integer, list, query, text, tickets } from './support/tickets.ts';
import { generated } from './support/wire.ts';

/** What the answer of an operation is, and the paging that is found. */
type Row = [
  kind: string,
  parameters: Readonly<Record<string, Json>>,
  answer: Json | undefined,
  found: string | undefined,
];

/** How `GET /tickets` of a description pages once its paging is looked for, and what is said of it. */
function paged(document: Json) {
  const { document: done, diagnostics } = withPaging(document);
  const { api } = normalize(done, 'acme');
  return { pagination: api.operations[0]?.facts.pagination, codes: diagnostics.map(({ code }) => code) };
}

describe('without an overlay', () => {
  test.each<Row>([
    ['an offset with a total', { offset: integer, limit: integer }, { data: list, total: integer }, 'offset'],
    ['a skip without one', { skip: integer, take: integer }, undefined, 'offset'],
    ['a page token', { pageToken: text, pageSize: integer }, { tickets: list, nextPageToken: text }, 'cursor'],
    [
      'a cursor that comes back by its name',
      { cursor: text, limit: integer },
      { tickets: list, cursor: text },
      'cursor',
    ],
    [
      'a cursor in an object',
      { after: text, limit: integer },
      {
        results: list,
        paging: { type: 'object', properties: { next: { type: 'object', properties: { after: text } } } },
      },
      'cursor',
    ],
    ['a last id', { starting_after: text, limit: integer }, { data: list, has_more: { type: 'boolean' } }, 'last-id'],
    [
      'an address beside results',
      { page: integer, page_size: integer },
      { count: integer, next: text, previous: text, results: list },
      'url',
    ],
    [
      'an address in links',
      { 'page[number]': integer, 'page[size]': integer },
      { data: list, links: { type: 'object', properties: { next: text } } },
      'url',
    ],
    ['a page that begins with 1', { page: { ...integer, default: 1 }, per_page: integer }, undefined, 'page'],
    [
      'a page from 0',
      { page: { ...integer, default: 0 }, size: integer },
      { content: list, totalPages: integer },
      'page',
    ],
    ['a page that may begin with 0 or 1', { page: integer, size: integer }, { data: list, pages: integer }, undefined],
    ['a start that may be a time', { start: integer, limit: integer }, { data: list, total: integer }, undefined],
    ['a size alone', { limit: integer }, { data: list, total: integer }, undefined],
    ['an offset over one thing', { offset: integer, limit: integer }, { id: text, lines: list, name: text }, undefined],
    ['a page that is a word', { page: { ...text, enum: ['home', 'shop'] } }, { data: list }, undefined],
    ['nothing', {}, { data: list }, undefined],
  ])('%s is found as what it is', (_, parameters, answer, found) => {
    const { pagination, codes } = paged(tickets(parameters, answer));
    expect([pagination?.style, codes.includes('PAGING_DETECTED')]).toEqual([found, found !== undefined]);
  });

  test('a Link header beside a page is found', () => {
    const responses = answers(list);
    const headers = { Link: { schema: text } };
    const doc = tickets({ page: integer, per_page: integer }, undefined, {
      responses: { 200: { ...(responses[200] as Json), headers } },
    });
    expect(paged(doc).pagination).toEqual({ style: 'link', param: 'page', items: '' });
  });

  test('what is unsure is told, and keeps its arguments', async () => {
    await using made = await generated({
      doc: tickets({ page: integer, size: integer }, { data: list, pages: integer }),
    });
    expect(made.diagnostics.map(({ code }) => code)).toContain('PAGING_UNSURE');
    expect((await made.send({ page: 2, size: 3 })).url.search).toBe('?page=2&size=3');
  });

  test('nothing is found where the facts of the document say so', () => {
    const doc = {
      ...tickets({ offset: integer, limit: integer }, { data: list, total: integer }),
      'x-mcp': { paging: 'declared' },
    };
    expect(paged(doc)).toEqual({ pagination: undefined, codes: [] });
  });

  test('parameters by reference and of the path are looked at too', async () => {
    const doc = tickets({}, { data: list, total: integer });
    const paths = doc.paths as Json;
    const item = {
      ...(paths['/tickets'] as Json),
      parameters: [{ $ref: '#/components/parameters/Offset' }, { $ref: '#/components/parameters/Limit' }],
    };
    const [offset, limit] = query({ offset: integer, limit: { ...integer, maximum: 50, default: 20 } });
    await using made = await generated({
      doc: { ...doc, paths: { '/tickets': item }, components: { parameters: { Offset: offset, Limit: limit } } },
    });
    expect(made.tools[0]?.pagination).toEqual({
      style: 'offset',
      total: 'total',
      items: 'data',
      size: 'limit',
      max: 50,
    });
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      limit: { description: 'At most 50' },
      next_cursor: {},
    });
  });
});

describe('the stub of an overlay', () => {
  const doc = tickets({ offset: integer, limit: integer }, { data: list, total: integer });
  const paths = doc.paths as Json;
  const unsure = tickets({ page: integer, size: integer }, { data: list, pages: integer }, { operationId: 'unsure' })
    .paths as Json;

  test('is an overlay that says what is found, and what is unsure in comments', async () => {
    const both = { ...doc, paths: { ...paths, "/it's": unsure['/tickets'] } };
    const stub = pagingStub(both) ?? '';
    expect(stub).toContain('# certain: offset is the number of items before a page; its items are at data; limit is');
    expect(stub).toMatch(/# likely: .*\n {2}# - target: /);
    await using made = await generated({ doc: both, overlay: stub });
    expect(made.tools.find(({ name }) => name === 'list_all_acme_tickets')?.pagination).toEqual({
      ...{ style: 'offset', items: 'data', size: 'limit', total: 'total' },
    });
  });

  test('says in its comments alone what is unsure, once they are taken away', async () => {
    const only = { ...doc, paths: { "/it's": unsure['/tickets'] } };
    const stub = (pagingStub(only) ?? '').replace('actions: []', 'actions:').replaceAll(/^ {2}# (?!likely)/gm, '  ');
    await using made = await generated({ doc: only, overlay: stub });
    expect(made.tools[0]?.pagination).toEqual({ style: 'page', items: 'data', size: 'size', pages: 'pages' });
  });

  test('is none where nothing looks as if it paged', () => {
    expect(pagingStub(tickets({}, { data: list }))).toBeUndefined();
  });

  test('has no line that a name of the description began', () => {
    const evil = 'x\n    update: { x-mcp: { hide: [a] } }\n#';
    const odd = tickets({ offset: integer, limit: integer }, { [evil]: list, total: integer });
    for (const line of (pagingStub(odd) ?? '').split('\n')) expect(line).not.toMatch(/^\s*update: \{ x-mcp/);
  });
});
