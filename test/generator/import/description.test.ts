import { describe, expect, test } from 'vitest';
import { documentFacts } from '../../../generator/import/document-facts.ts';
import { importDescription } from '../../../generator/import/index.ts';
import { isArray, type Json, objectOf } from '../../../generator/json/json.ts';
import { isRecord } from '../../../generator/json/json-schema.ts';
import { stableJson } from '../../../generator/json/stable-json.ts';
import { sample, sampleYaml, withPath, withSearch } from './support/fixture.ts';

function contractOf(text: string): Json {
  return importDescription(text, 'sample.yaml').contract;
}
function reverseKeys(value: Json): Json {
  if (isArray(value)) return value.map(reverseKeys);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reverseKeys(child)]),
  );
}

describe('importDescription', () => {
  test('keeps the facts and nothing else', () => {
    expect(contractOf(sampleYaml())).toEqual({
      openapi: '3.0.1',
      info: { title: 'Widgets', version: '2.16' },
      servers: [{ url: 'https://api.example.test' }],
      security: [{ bearer: [] }],
      tags: [{ name: 'Apple' }, { name: 'Zebra' }],
      paths: {
        '/widgets/{widget_id}': {
          parameters: [{ name: 'widget_id', in: 'path', required: true, schema: { type: 'string' } }],
          get: {
            operationId: 'getWidget',
            tags: ['Zebra', 'Apple'],
            parameters: [
              {
                name: 'ids',
                in: 'query',
                style: 'form',
                explode: false,
                schema: { type: 'array', items: { type: 'string' } },
              },
            ],
            responses: {
              '200': {
                description: '',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/widget' } } },
              },
              '404': {
                description: '',
                content: { 'application/json': { schema: { type: 'object' } } },
                'x-error-codes': ['gone', 'not_found'],
              },
              '401': { $ref: '#/components/responses/Unauthorized' },
            },
          },
        },
      },
      components: {
        schemas: {
          widget: {
            type: 'object',
            required: ['description', 'title'],
            properties: {
              title: { type: 'string', maxLength: 9 },
              description: { type: 'string', nullable: true },
              example: { type: 'integer', default: 3, enum: [3, 1, 2] },
            },
            additionalProperties: { type: 'string' },
          },
        },
        responses: {
          Unauthorized: { description: '', content: { 'application/json': {} }, 'x-error-codes': ['unauthorized'] },
        },
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      },
    });
  });

  test('gives the same bytes again, for shuffled keys, and for JSON', () => {
    const bytes = stableJson(contractOf(sampleYaml()));
    expect(stableJson(contractOf(sampleYaml()))).toBe(bytes);
    expect(stableJson(contractOf(sampleYaml(objectOf(reverseKeys(sample())))))).toBe(bytes);
    expect(stableJson(contractOf(JSON.stringify(reverseKeys(sample()))))).toBe(bytes);
    expect(bytes.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(bytes))).toEqual([...Object.keys(JSON.parse(bytes))].sort());
  });

  test.each([
    ['2.10', '2.10'],
    ["'2.16'", '2.16'],
    ['"3.0"', '3.0'],
    ['Preview', 'Preview'],
  ])('reads the version %s as %s', (written, want) => {
    const text = sampleYaml().replace(/version: .*/, `version: ${written}`);
    expect(importDescription(text, 'a').info).toEqual({ apiVersion: want });
    expect(contractOf(text)).toMatchObject({ info: { version: want } });
  });

  test('puts the stated page size where it is stated', () => {
    const text = withPath('/widgets', {
      get: {
        description: 'The default is `20` results per page.',
        parameters: [
          { name: 'per_page', in: 'query', description: 'Defaults to 15', schema: { type: 'integer' } },
          { name: 'page', in: 'query', description: 'Defaults to 1', schema: { type: 'integer' } },
        ],
        responses: {},
      },
    });
    expect(contractOf(text)).toMatchObject({
      paths: {
        '/widgets': {
          get: {
            'x-page-size': { default: 20 },
            parameters: [
              { name: 'per_page', 'x-page-size': { default: 15 } },
              expect.not.objectContaining({ 'x-page-size': expect.anything() }),
            ],
          },
        },
      },
    });
  });

  test('adds x-search to the search operations and to no other', () => {
    const table = '### Accepted Fields\n| Field | Type |\n| - | - |\n| id | String |\n### Accepted Operators\n';
    const prose = `${table}| Operator | Valid Types |\n| - | - |\n| = | All |\n\nlimit of max 2 nested filters, limit of max 9 filters for each AND or OR group`;
    const search = { fields: [{ name: 'id', operators: ['='], type: 'string' }], maxFilters: 9, maxNesting: 2 };
    expect(contractOf(withSearch(prose))).toMatchObject({
      paths: { '/contacts/search': { post: { 'x-search': search } } },
    });
    const elsewhere = withPath('/widgets', { post: { description: prose, responses: {} } });
    expect(stableJson(contractOf(elsewhere))).not.toContain('x-search');
  });
});

test('documentFacts leaves out components that nothing has', () => {
  expect(documentFacts({ openapi: '3.0.1', paths: {} }, '1')).toMatchObject({
    components: { securitySchemes: {} },
    tags: [],
  });
});
