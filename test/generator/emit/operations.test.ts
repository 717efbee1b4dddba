import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emitOperations } from '../../../generator/emit/operations.ts';
import { catalog } from '../../../intercom/catalog.ts';

const document = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '7' },
  paths: {
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getPet',
        summary: 'Get a pet',
        security: [],
        'x-mcp': { name: 'get_pet', pagination: { style: 'none', items: 'data' } },
        parameters: [{ name: 'deep', in: 'query', description: 'Words', schema: { type: 'boolean' } }],
        responses: { 200: { description: 'Words' }, 404: { $ref: '#/components/responses/Missing' } },
      },
    },
  },
  components: {
    responses: { Missing: { description: 'Words', 'x-error-codes': ['not_found'] } },
    schemas: {
      pet: {
        title: 'Pet',
        properties: { title: { type: 'string', description: 'Words' }, description: { type: 'string' } },
      },
    },
  },
};

test('a contract keeps facts and drops words, but no property that is called like one', () => {
  expect(JSON.parse(emitOperations(document))).toEqual({
    version: '7',
    groups: {},
    paths: {
      '/pets/{id}': {
        get: {
          operationId: 'getPet',
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'string' },
              'x-origin': '/paths/~1pets~1{id}/parameters/0',
            },
            {
              name: 'deep',
              in: 'query',
              schema: { type: 'boolean' },
              'x-origin': '/paths/~1pets~1{id}/get/parameters/0',
            },
          ],
          responses: {
            200: {},
            404: { 'x-error-codes': ['not_found'], 'x-origin': '/components/responses/Missing' },
          },
          security: [],
          'x-pagination': { style: 'none', items: 'data' },
        },
      },
    },
    schemas: { pet: { properties: { title: { type: 'string' }, description: { type: 'string' } } } },
  });
});

test('one operation and one schema a line', () => {
  const lines = emitOperations(document).split('\n');
  expect(lines.filter((line) => line.includes('"getPet"'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('"pet":'))).toHaveLength(1);
});

test("Intercom's has every operation of the catalogue and refers to schemas of its own alone", () => {
  const text = readFileSync(new URL('../../../generated/intercom/operations.json', import.meta.url), 'utf8');
  const { paths, schemas } = JSON.parse(text);
  for (const { method, path } of catalog) expect(paths[path]).toHaveProperty(method.toLowerCase());
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = '']) => target);
  expect(references.length).toBeGreaterThan(1000);
  const names = new Set(Object.keys(schemas).map((name) => `#/components/schemas/${name}`));
  expect(references.filter((target) => !names.has(target))).toEqual([]);
});
