import { describe, expect, test } from 'vitest';
import { requestText } from '../../../generator/emit/request.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { toPortableKey } from '../../../generator/normalize/keys.ts';
import { body, operationOf } from '../support/fixture.ts';

const text = { type: 'string' };
function query(name: string, more: Json = {}): Json {
  return { name, in: 'query', schema: text, ...more };
}

describe('a name as a key that every client accepts', () => {
  test.each([
    ['name', 'name'],
    ['_id', '_id'],
    ['-1', '-1'],
    ['$filter', 'filter'],
    ['page[size]', 'page.size'],
    ['filter[a][b]', 'filter.a.b'],
    ['ids[]', 'ids'],
    ['@type', 'type'],
    ['+1', '1'],
    ['first name', 'first_name'],
    ['größe', 'grosse'],
    ['数', 'shu'],
    ['!?', 'value'],
    ['', 'value'],
    ['__proto__', 'proto'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('%s -> %s', (given, want) => {
    expect(toPortableKey(given)).toBe(want);
  });
});

describe('the key on the wire stays', () => {
  test.each<[string, { given: Json; want: string }]>([
    [
      '$filter',
      {
        given: { parameters: [query('$filter')] },
        want: '({ filter }) => ({ path: "/pets", query: { $filter: filter } })',
      },
    ],
    [
      'page[size]',
      {
        given: { parameters: [query('page[size]')] },
        want: '({ "page.size": pageSizeValue }) => ({ path: "/pets", query: { "page[size]": pageSizeValue } })',
      },
    ],
    [
      'two names that become one',
      {
        given: { parameters: [query('filter'), query('$filter')] },
        want: '({ query_filter, ...query }) => ({ path: "/pets", query: { $filter: query_filter, ...query } })',
      },
    ],
    [
      'of a body',
      {
        given: { requestBody: body({ properties: { '@type': text, a: text }, required: ['@type'] }) },
        want: '({ type, ...body }) => ({ path: "/pets", body: { "@type": type, ...body } })',
      },
    ],
    [
      'of a body and of the query',
      {
        given: { parameters: [query('id')], requestBody: body({ properties: { id: text } }) },
        want: '({ id, body_id }) => ({ path: "/pets", query: { id }, body: { id: body_id } })',
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(requestText(operationOf('POST', '/pets', given)).text).toBe(want);
  });

  test('long names that begin alike stay apart', () => {
    const long = 'x'.repeat(70);
    const { fields } = operationOf('GET', '/pets', {
      parameters: [1, 2, 3].map((end) => query(`${long}${end}`)),
    });
    expect(new Set(fields.map(({ key }) => key)).size).toBe(3);
    for (const { key } of fields) expect(key.length).toBeLessThanOrEqual(64);
    expect(fields.map(({ wire }) => wire)).toEqual([1, 2, 3].map((end) => `${long}${end}`));
  });

  test('a nested key that no client takes is told where it is needed', () => {
    const schema = { properties: { a: { properties: { '@id': text, b: text }, required: ['@id'] } } };
    const [field] = operationOf('POST', '/pets', { requestBody: body(schema) }).fields;
    // Lists leave it out; what is given under it is checked.
    const properties = { '@id': text, b: text };
    expect(field?.schema).toEqual({
      type: 'object',
      properties,
      required: ['@id'],
      description: expect.stringMatching(/^Also needs "@id"/),
    });
  });
});
