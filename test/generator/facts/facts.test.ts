import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { apiFactsSchema, toolFactsSchema } from '../../../generator/facts/tool-facts.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { applyOverlays } from '../../../generator/load/overlay.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { answer, body, description } from '../support/fixture.ts';

const page = {
  parameters: ['page', 'per_page'].map((name) => ({ name, in: 'query', schema: { type: 'integer' } })),
  responses: answer({
    type: 'object',
    properties: {
      data: { type: 'array', items: { type: 'object' } },
      parts: { type: 'object', properties: { list: { type: 'array', items: {} }, count: { type: 'integer' } } },
      pages: { $ref: '#/components/schemas/pages' },
    },
  }),
};
const components = {
  schemas: {
    pages: {
      oneOf: [{ type: 'string' }, { type: 'object', properties: { next: { type: 'string', nullable: true } } }],
    },
  },
};

/** What is wrong with the facts that an overlay says of `GET /pets`; where that takes a body, of `POST /pets` in its words. */
function problemsOf(facts: unknown, operation: Json = page): string[] {
  const method = operation.requestBody === undefined ? 'get' : 'post';
  const overlay = {
    overlay: '1.0.0',
    actions: [
      { target: '$.info', update: {} },
      { target: `$.paths['/pets'].${method}`, update: { 'x-mcp': facts } },
    ],
  };
  const { document, origins, diagnostics } = applyOverlays(
    description({ '/pets': { [method]: operation } }, { components }),
    [{ file: 'tools.yaml', content: overlay }],
  );
  expect(diagnostics).toEqual([]);
  return normalize(document, 'acme', origins).diagnostics.map(({ code, severity, message, pointer }) => {
    expect([severity, pointer]).toEqual(['error', 'tools.yaml#/actions/1']);
    return `${code} ${message.replace('POST /pets', 'GET /pets')}`;
  });
}

function paging(more: Json = {}): Json {
  return { pagination: { style: 'page', items: 'data', ...more } };
}

describe('wrong facts', () => {
  test.each<[string, { given: unknown; want: string[] }]>([
    [
      'every fault at once',
      {
        given: { acces: 'read', class: 'creates', destructive: 'no', pagination: { stile: 'curser' } },
        want: [
          'x-mcp.class of GET /pets is none of list, get, create, update, delete, action',
          'x-mcp.destructive of GET /pets is no boolean',
          'x-mcp.pagination.style of GET /pets is none of cursor, page, offset, last-id, scroll, link, url, none',
          'x-mcp.pagination.items of GET /pets is missing: string',
          'x-mcp.pagination.stile of GET /pets is no fact; allowed are style, items, in, param, size, sized, first, next, more, total, pages, id, untilEmpty, max, usual, undeclared',
          'x-mcp.acces of GET /pets is no fact; allowed are name, export, aliases, class, access, destructive, idempotent, pagination, paged, parts, texts, response, constants, nulls, hide, rename, fields, names',
        ],
      },
    ],
    ['no object', { given: 'read', want: ['x-mcp of GET /pets is no object'] }],
    ['a name', { given: { name: 'Get-Pets' }, want: ['x-mcp.name of GET /pets does not fit /^[a-z0-9_]{1,64}$/'] }],
    ['an export', { given: { export: 'Get' }, want: ['x-mcp.export of GET /pets does not fit /^[a-z][A-Za-z0-9]*$/'] }],
    [
      'a reserved export',
      {
        given: { export: 'delete' },
        want: ['x-mcp.export of GET /pets is a word of the language or of the module itself'],
      },
    ],
    [
      'a largest page',
      { given: paging({ max: 0 }), want: [expect.stringContaining('x-mcp.pagination.max of GET /pets')] },
    ],
    ['words', { given: { fields: { a: null } }, want: ['x-mcp.fields.a of GET /pets is no string'] }],
    ['hidden arguments', { given: { hide: 'a' }, want: ['x-mcp.hide of GET /pets is no array'] }],
    [
      'a prototype',
      { given: JSON.parse('{"__proto__":{"class":"get"}}'), want: [expect.stringContaining('__proto__')] },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(problemsOf(given)).toEqual(
      want.map((one) => (typeof one === 'string' ? `OVERLAY_FACT_INVALID ${one}` : one)),
    );
  });

  test('of the document', () => {
    const document = description({ '/pets': { get: page } }, { components, 'x-mcp': { group: {}, fields: { a: 1 } } });
    expect(normalize(document, 'acme').diagnostics).toMatchObject([
      { message: 'x-mcp.fields.a of the document is no string', pointer: '/x-mcp/fields/a' },
      {
        message:
          'x-mcp.group of the document is no fact; allowed are groups, fields, names, paging, environment, bodies, nulls, noise, rare',
        pointer: '/x-mcp/group',
      },
    ]);
  });
});

describe('facts that the description does not bear out', () => {
  const bare = { responses: answer({ type: 'object', properties: { data: { type: 'array', items: {} } } }) };
  test.each<[string, { given: Json; operation?: Json; want: string[] }]>([
    ['all is there', { given: paging(), want: [] }],
    ['items by another name', { given: paging({ items: 'pets' }), want: ['its answer declares no list at pets'] }],
    ['items that are no list', { given: paging({ items: 'parts' }), want: ['its answer declares no list at parts'] }],
    ['items at the top', { given: paging({ items: '' }), want: ['its answer declares no list at its top'] }],
    ['a list of parts', { given: { parts: 'parts.list' }, want: [] }],
    ['parts that are none', { given: { parts: 'parts.count' }, want: ['its answer declares no list at parts.count'] }],
    ['another parameter', { given: paging({ param: 'p' }), want: ['it declares no parameter p in query'] }],
    [
      'another next',
      { given: paging({ next: 'pages.after' }), want: ['its answer declares no next page at pages.after'] },
    ],
    [
      'in the body',
      {
        given: paging({ in: 'body' }),
        want: [
          'it declares no parameter page in body',
          'it declares no page size per_page in body; sized: false where it takes none',
        ],
      },
    ],
    [
      'in the body, declared',
      {
        given: paging({ in: 'body.pagination' }),
        operation: {
          ...page,
          requestBody: body({
            properties: { pagination: { properties: { page: { type: 'integer' }, per_page: { type: 'integer' } } } },
          }),
        },
        want: [],
      },
    ],
    ['everything at once', { given: { pagination: { style: 'none', items: 'data' } }, operation: bare, want: [] }],
    [
      'nothing of it declared',
      {
        given: paging(),
        operation: bare,
        want: [
          'its answer declares no next page at pages.next or pages.total_pages or total_pages or total_count',
          'it declares no parameter page in query',
          'it declares no page size per_page in query; sized: false where it takes none',
        ],
      },
    ],
    [
      'nothing of it declared, and how it is known',
      {
        given: paging({ undeclared: { next: 'Its example.', param: 'Its text.', size: 'Its text.' } }),
        operation: bare,
        want: [],
      },
    ],
    [
      'a reason that is no longer needed',
      {
        given: paging({ undeclared: { size: 'Its text.' } }),
        want: ['pagination.undeclared.size is declared after all'],
      },
    ],
  ])('%s', (_name, { given, operation = page, want }) => {
    expect(problemsOf(given, operation)).toEqual(want.map((one) => `OVERLAY_FACT_UNFOUNDED GET /pets: ${one}`));
  });
});

test.each<[name: string, rule: { given: object; want: string[] }]>([
  [
    'declared texts',
    {
      given: {
        body: { by: 'type', kinds: { note: 'message' } },
        'translations.*.html': 'document',
        'translations.*.markdown': { kind: 'document', as: 'html' },
        'attributes.text': 'plain',
      },
      want: [],
    },
  ],
  [
    'texts that are none, and kinds of nothing',
    {
      given: {
        type: { by: 'kind', kinds: { note: 'message' } },
        count: 'plain',
        body: { kind: 'document', as: 'html' },
        'translations.*.text': 'document',
      },
      want: [
        'its body declares no value note of kind',
        'its body declares no text at count',
        'its body declares no text at html',
        'its body declares no text at translations.*.text',
      ],
    },
  ],
])('%s', (_name, { given: texts, want }) => {
  const text = { type: 'string' };
  const translation = { type: 'object', properties: { html: text, markdown: text } };
  const properties = {
    body: text,
    type: { type: 'string', enum: ['note'] },
    count: { type: 'integer' },
    translations: { type: 'object', properties: { de: translation } },
    attributes: { type: 'object' },
  };
  const body = { content: { 'application/json': { schema: { type: 'object', properties } } } };
  expect(problemsOf({ texts }, { ...page, requestBody: body })).toEqual(
    want.map((one) => `OVERLAY_FACT_UNFOUNDED GET /pets: ${one}`),
  );
});

test('facts of an overlay for another version of the API are no error where this version lacks what they name', () => {
  const actions = [{ target: "$.paths['/pets'].get", update: { 'x-mcp': paging({ items: 'pets' }) } }];
  const content = { overlay: '1.0.0', 'x-api-version': '2', actions };
  const { document, origins } = applyOverlays(description({ '/pets': { get: page } }, { components }), [
    { file: 'tools.yaml', content },
  ]);
  expect(normalize(document, 'acme', origins).diagnostics).toMatchObject([
    { code: 'OVERLAY_FACT_ABSENT', severity: 'info', pointer: 'tools.yaml#/actions/0' },
  ]);
});

test('the table in docs/overlays.md has every key, and no other', () => {
  const text = readFileSync(new URL('../../../docs/overlays.md', import.meta.url), 'utf8');
  const documented = (heading: string): string[] => {
    const [, section = ''] = text.split(`\n## ${heading}\n`);
    const rows = (section.split('\n## ')[0] ?? '').matchAll(/^\| (`.*?`) \|/gm);
    return [...rows].flatMap(([, keys = '']) => keys.replaceAll('`', '').split(', '));
  };
  const keysOf = (schema: z.ZodObject, prefix = ''): string[] => Object.keys(schema.shape).map((key) => prefix + key);
  const { pagination } = toolFactsSchema.shape;
  expect(documented('Tool facts: `x-mcp` of an operation').sort()).toEqual(keysOf(toolFactsSchema).sort());
  expect(documented('`pagination`').sort()).toEqual(keysOf(pagination.unwrap()).sort());
  expect(documented('Facts of the API: `x-mcp` of the document').sort()).toEqual(keysOf(apiFactsSchema).sort());
});
