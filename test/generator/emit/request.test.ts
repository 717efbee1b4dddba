// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expected texts are code
import { describe, expect, test } from 'vitest';
import { requestText } from '../../../generator/emit/request.ts';
import type { Field, Operation } from '../../../generator/ir/ir.ts';
import { field, operationOf } from '../support/fixture.ts';

function requestOf(path: string, fields: readonly Field[], bodyType: Operation['bodyType'] = 'json') {
  return requestText({ ...operationOf('POST', path.replace(/\{.*?\}/g, 'x')), path, fields, bodyType });
}

describe('the request function of a tool', () => {
  test.each<[string, { given: [string, Field[], Operation['bodyType']?]; want: string }]>([
    ['no argument', { given: ['/me', []], want: '() => ({ path: "/me" })' }],
    [
      'path',
      {
        given: ['/pets/{id}', [field('pet_id', 'path', { wire: 'id' })]],
        want: '({ pet_id }) => ({ path: path`/pets/${pet_id}` })',
      },
    ],
    ['query', { given: ['/pets', [field('q', 'query')]], want: '(query) => ({ path: "/pets", query })' }],
    [
      'body',
      { given: ['/pets', [field('a', 'body'), field('b', 'body')]], want: '(body) => ({ path: "/pets", body })' },
    ],
    [
      'path and query',
      {
        given: ['/pets/{id}', [field('id', 'path'), field('q', 'query')]],
        want: '({ id, ...query }) => ({ path: path`/pets/${id}`, query })',
      },
    ],
    [
      'path and body',
      {
        given: ['/pets/{id}', [field('id', 'path'), field('a', 'body')]],
        want: '({ id, ...body }) => ({ path: path`/pets/${id}`, body })',
      },
    ],
    [
      'query and body: the query by name',
      {
        given: ['/pets', [field('q', 'query'), field('a', 'body')]],
        want: '({ q, ...body }) => ({ path: "/pets", query: { q }, body })',
      },
    ],
    [
      'another name on the wire',
      {
        given: ['/tags', [field('tag_id', 'body', { wire: 'id' })]],
        want: '({ tag_id }) => ({ path: "/tags", body: { id: tag_id } })',
      },
    ],
    [
      'another name beside plain ones',
      {
        given: ['/tags', [field('tag_id', 'body', { wire: 'id' }), field('a', 'body')]],
        want: '({ tag_id, ...body }) => ({ path: "/tags", body: { id: tag_id, ...body } })',
      },
    ],
    [
      'a constant',
      {
        given: ['/pets', [field('type', 'query', { constant: 'user' }), field('q', 'query')]],
        want: '(query) => ({ path: "/pets", query: { type: "user", ...query } })',
      },
    ],
    [
      'a constant alone',
      {
        given: ['/pets', [field('type', 'body', { constant: 7 })]],
        want: '() => ({ path: "/pets", body: { type: 7 } })',
      },
    ],
    [
      'one comma-separated value',
      {
        given: ['/pets', [field('ids', 'query', { style: 'csv' })]],
        want: '({ ids }) => ({ path: "/pets", query: { ids: csv(ids) } })',
      },
    ],
    [
      'deepObject',
      {
        given: ['/pets', [field('filter', 'query', { style: 'deepObject' })]],
        want: '({ filter }) => ({ path: "/pets", query: { filter: deepObject(filter) } })',
      },
    ],
    [
      'JSON in the query',
      {
        given: ['/pets', [field('filter', 'query', { style: 'json' })]],
        want: '({ filter }) => ({ path: "/pets", query: { filter: JSON.stringify(filter) } })',
      },
    ],
    [
      'a header',
      {
        given: ['/pets', [field('x_id', 'header', { wire: 'X-Id' })]],
        want: '({ x_id }) => ({ path: "/pets", headers: { "X-Id": x_id } })',
      },
    ],
    [
      'a whole body',
      { given: ['/pets', [field('body', 'whole-body')]], want: '({ body }) => ({ path: "/pets", body })' },
    ],
    [
      'a form',
      {
        given: ['/pets', [field('a', 'body')], 'form'],
        want: '(body) => ({ path: "/pets", body, bodyType: \'form\' })',
      },
    ],
    ['a form without fields', { given: ['/pets', [], 'form'], want: '() => ({ path: "/pets" })' }],
    [
      'a key that is no identifier',
      {
        given: ['/pets', [field('filter.state', 'query', { wire: 'filter[state]' })]],
        want: '({ "filter.state": filterStateValue }) => ({ path: "/pets", query: { "filter[state]": filterStateValue } })',
      },
    ],
    [
      'a reserved word',
      {
        given: ['/pets/{class}', [field('class', 'path')]],
        want: '({ class: classValue }) => ({ path: path`/pets/${classValue}` })',
      },
    ],
    [
      'a key that is the name of a helper',
      {
        given: ['/pets/{path}', [field('path', 'path')]],
        want: '({ path: pathValue }) => ({ path: path`/pets/${pathValue}` })',
      },
    ],
    [
      'a body property called body',
      {
        given: ['/pets/{id}', [field('id', 'path'), field('body', 'body')]],
        want: '({ id, ...body }) => ({ path: path`/pets/${id}`, body })',
      },
    ],
    [
      'two keys that want one variable',
      {
        given: ['/pets/{a}/{b}', [field('x.y', 'path', { wire: 'a' }), field('x-y', 'path', { wire: 'b' })]],
        want: '({ "x.y": xYValue, "x-y": xYValue_ }) => ({ path: path`/pets/${xYValue}/${xYValue_}` })',
      },
    ],
    [
      'a hostile path',
      {
        given: ['/`+f()+`/${g}/$\\{id}', [field('g', 'path'), field('id', 'path')]],
        want: '({ g, id }) => ({ path: path`/%60+f()+%60/$${g}/$%5C${id}` })',
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(requestOf(...given).text).toBe(want);
  });

  test('names the helpers that it calls', () => {
    const fields = [field('id', 'path'), field('a', 'query', { style: 'csv' }), field('b', 'query', { style: 'csv' })];
    expect(requestOf('/pets/{id}', fields).helpers.toSorted()).toEqual(['csv', 'path']);
    expect(requestOf('/pets', [field('a', 'query')]).helpers).toEqual([]);
  });
});
