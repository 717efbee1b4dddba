import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { describe as describeTools } from '../../../generator/plan/describe.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { plan } from '../../../generator/plan/plan.ts';
import { answers, operation } from './support/describe.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const object = { type: 'object' };
const thing = { type: 'object', properties: { id: text, name: text } };
const list = { type: 'array', items: thing };
const of = (properties: Json): Json => ({ type: 'object', properties });

/** The name and class of the tool of a GET that answers so. */
function toolOf(path: string, schema: Json, components: Json = {}): string {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const doc = operation(
    'get',
    path,
    { parameters, responses: answers(schema) },
    { components: { schemas: components } },
  );
  const { api } = describeTools(nameOperations(normalize(doc, 'acme').api).api, { expectWords: false });
  const [tool] = plan(api).flatMap(({ tools }) => tools);
  return `${tool?.names.tool} ${tool?.class}`;
}

describe('a GET', () => {
  test.each<[string, string, Json, string]>([
    ['an array', '/droplets', list, 'list_all_acme_droplets list'],
    ['an array of texts', '/zones', { type: 'array', items: text }, 'list_all_acme_zones list'],
    [
      'the noun of the path beside links and meta',
      '/droplets',
      of({ droplets: list, links: object, meta: object }),
      'list_all_acme_droplets list',
    ],
    [
      'the only array beside words on pages',
      '/v2/reserved_ips',
      of({ ips: list, total_count: integer, next: text }),
      'list_all_acme_reserved_ips list',
    ],
    ['items with a count', '/orders', of({ items: list, total: integer }), 'list_all_acme_orders list'],
    [
      'results with addresses',
      '/orders',
      of({ count: integer, next: text, previous: text, results: list }),
      'list_all_acme_orders list',
    ],
    [
      'data of JSON:API',
      '/orders',
      of({ data: list, included: list, links: object, jsonapi: object }),
      'list_all_acme_orders list',
    ],
    [
      'value of OData',
      '/users',
      of({ '@odata.context': text, '@odata.nextLink': text, value: list }),
      'list_all_acme_users list',
    ],
    [
      '_embedded of HAL',
      '/orders',
      of({ _links: object, page: object, _embedded: of({ orders: list }) }),
      'list_all_acme_orders list',
    ],
    [
      'a wrapper',
      '/orders',
      of({ success: { type: 'boolean' }, data: of({ orders: list, page: integer }) }),
      'list_all_acme_orders list',
    ],
    [
      'content of Spring',
      '/orders',
      of({ content: list, pageable: object, totalElements: integer, last: { type: 'boolean' }, sort: object }),
      'list_all_acme_orders list',
    ],
    [
      'messages of a path of that name',
      '/messages',
      of({ messages: list, next_page_token: text }),
      'list_all_acme_messages list',
    ],
    [
      'a list of what belongs to one',
      '/orders/{order_id}/lines',
      of({ lines: list, total: integer }),
      'list_all_acme_order_lines list',
    ],
    [
      'an enumeration in a nullable array',
      '/tags',
      of({ tags: { ...list, nullable: true } }),
      'list_all_acme_tags list',
    ],
    ['one thing with an array', '/orders/{order_id}', of({ id: text, lines: list }), 'get_single_acme_order_by_id get'],
    [
      'one thing with items, without an id',
      '/carts/{cart_id}',
      of({ items: list, total: { type: 'number' }, currency: text }),
      'get_single_acme_cart_by_id get',
    ],
    ['me', '/me', of({ id: text, teams: list }), 'get_single_acme_me get'],
    ['a status', '/status', of({ status: text, components: list }), 'get_single_acme_status get'],
    [
      'a setting with an array of texts',
      '/ip_allowlist',
      of({ enabled: { type: 'boolean' }, ip_allowlist: { type: 'array', items: text } }),
      'get_single_acme_ip_allowlist get',
    ],
    ['two arrays', '/report', of({ rows_of_a: list, rows_of_b: list }), 'get_single_acme_report get'],
    ['errors alone', '/health', of({ ok: { type: 'boolean' }, errors: list }), 'get_single_acme_health get'],
    ['data that is one', '/orders/{order_id}', of({ data: thing, included: list }), 'get_single_acme_order_by_id get'],
    ['nothing known, of a collection', '/orders', object, 'list_all_acme_orders list'],
    ['nothing known, of one', '/orders/{order_id}', object, 'get_single_acme_order_by_id get'],
    ['nothing known, of settings', '/settings', object, 'get_single_acme_setting get'],
  ])('that answers %s is called what it is', (_, path, schema, want) => {
    expect(toolOf(path, schema)).toBe(want);
  });

  test('whose answer is put together of parts is a list all the same', () => {
    const components = {
      Page: of({ limit: integer, next_marker: integer }),
      Hooks: { allOf: [{ $ref: '#/components/schemas/Page' }, of({ entries: list })] },
    };
    expect(toolOf('/webhooks', { $ref: '#/components/schemas/Hooks' }, components)).toBe('list_all_acme_webhooks list');
  });

  test('whose answer holds itself ends', () => {
    const components = {
      Node: of({ data: { $ref: '#/components/schemas/Node' }, result: { $ref: '#/components/schemas/Node' } }),
    };
    expect(toolOf('/tree', { $ref: '#/components/schemas/Node' }, components)).toBe('get_single_acme_tree get');
  });

  test('with names of prototypes is read as any other', () => {
    expect(
      toolOf(
        '/constructor',
        JSON.parse('{"type":"object","properties":{"__proto__":{"type":"array"},"constructor":{"type":"object"}}}'),
      ),
    ).toMatch(/ (?:get|list)$/);
  });
});
