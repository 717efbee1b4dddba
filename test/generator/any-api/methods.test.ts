import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const thing = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };
const one = answers(thing);
const many = answers({ type: 'array', items: thing });
const requestBody = {
  required: true,
  content: {
    'application/json': {
      schema: { type: 'object', required: ['filter'], properties: { filter: { type: 'string' } } },
    },
  },
};
const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const head = { responses: { 200: { description: '' } } };
const list = { get: { responses: many } };

describe('a path has tools for the methods that say something of what is there', () => {
  test.each<[string, string, Json, string[]]>([
    [
      'QUERY beside the GET of a list',
      '/things',
      { ...list, query: { requestBody, responses: many } },
      ['list_all_acme_search_things list', 'list_all_acme_things list'],
    ],
    [
      'QUERY beside the GET of one',
      '/things/{id}',
      { parameters, get: { responses: one }, query: { requestBody, responses: one } },
      ['get_single_acme_thing_by_id get', 'get_single_acme_thing_by_id_and_query get'],
    ],
    ['QUERY alone', '/report', { query: { requestBody, responses: one } }, ['get_single_acme_report_by_query get']],
    [
      'QUERY of a path that says search',
      '/things/search',
      { query: { requestBody, responses: many } },
      ['list_all_acme_search_things list'],
    ],
    ['QUERY of the root', '/', { query: { requestBody, responses: one } }, ['acme_query get']],
    [
      'QUERY among the additional operations',
      '/report',
      { additionalOperations: { QUERY: { requestBody, responses: one } } },
      ['get_single_acme_report_by_query get'],
    ],
    ['HEAD alone', '/things/{id}', { parameters, head }, ['check_a_acme_thing_by_id get']],
    ['HEAD of what is below one', '/things/{id}/file', { parameters, head }, ['check_a_acme_thing_file_by_id get']],
    ['HEAD of an address', '/health', { head }, ['check_a_acme_health get']],
    [
      'HEAD beside a POST',
      '/health',
      { head, post: { responses: one } },
      expect.arrayContaining(['check_a_acme_health get']),
    ],
  ])('%s', async (_name, path, item, tools) => {
    const { catalog, told } = await outcomeOf(description({ [path]: item }, { openapi: '3.2.0' }));
    expect(catalog.map((tool) => `${tool.name} ${tool.class}`)).toEqual(tools);
    expect(catalog.filter(({ name }) => !name.startsWith('create')).every(({ access }) => access === 'read')).toBe(
      true,
    );
    const isMisplaced = 'additionalOperations' in item;
    expect(told).toEqual(isMisplaced ? ['VALUE_MALFORMED /paths/~1report/additionalOperations'] : []);
  });

  test.each<[string, Json, string[]]>([
    ['OPTIONS', { options: head }, ['OPTIONS /a is no tool']],
    ['TRACE', { trace: head }, ['TRACE /a is no tool']],
    ['a method that only some servers know', { additionalOperations: { COPY: one } }, ['COPY /a is no tool']],
    [
      'HEAD, of which GET tells more',
      { head },
      ['HEAD /a is no tool: the GET of the same path tells the same and more'],
    ],
    [
      'QUERY a second time',
      { query: { requestBody, responses: one }, additionalOperations: { query: { responses: one } } },
      ['QUERY /a is no tool'],
    ],
  ])('%s is left out with a note', async (_name, more, messages) => {
    const { diagnostics } = await outcomeOf(description({ '/a': { ...list, ...more } }));
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual(
      messages.map((message) => ['METHOD_LEFT_OUT', 'info', message]),
    );
  });

  test('of a method that stands there in several spellings the first is read', async () => {
    const additionalOperations = { Query: { responses: one }, QUERY: { responses: one } };
    const outcome = await outcomeOf(description({ '/a': { additionalOperations } }));
    expect(outcome).toMatchObject({ tools: ['QUERY /a'], told: ['VALUE_MALFORMED /paths/~1a/additionalOperations'] });
    expect(outcome.diagnostics.map(({ pointer }) => pointer)).toContain('/paths/~1a/additionalOperations/QUERY');
  });

  test('HEAD and GET of one operationId are no two operations', async () => {
    const operationId = 'getThing';
    const item = { get: { operationId, responses: one }, head: { operationId, ...head } };
    expect(await outcomeOf(description({ '/a': item }))).toMatchObject({ tools: ['GET /a'], told: [] });
  });

  test.each(['head', 'query'])('a description may have nothing but %s', async (method) => {
    const { tools, isRefused } = await outcomeOf(description({ '/a': { [method]: { responses: one } } }));
    expect({ tools, isRefused }).toEqual({ tools: [`${method.toUpperCase()} /a`], isRefused: false });
  });

  test.each<[string, Json, string[]]>([
    ['what a HEAD has of a body', { head: { ...head, requestBody: { ...requestBody, required: false } } }, ['HEAD /a']],
    ['a HEAD that needs a body', { head: { ...head, requestBody }, post: { responses: one } }, ['POST /a']],
  ])('%s is left out with a warning', async (_name, item, tools) => {
    const outcome = await outcomeOf(description({ '/a': item }));
    expect(outcome).toMatchObject({ tools, told: ['BODY_LEFT_OUT /paths/~1a/head/requestBody'] });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a word', 'COPY'],
    ['operations that are none', { COPY: null, QUERY: 5, '': [] }],
  ])('%s in place of additional operations costs none of the others', async (_name, additionalOperations) => {
    const { tools, isRefused } = await outcomeOf(description({ '/a': { ...list, additionalOperations } }));
    expect({ tools, isRefused }).toEqual({ tools: ['GET /a'], isRefused: false });
  });
});
