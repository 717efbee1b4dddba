import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const text = { type: 'string' };
const get = (own: Json = {}): Json => ({ get: { responses: answers(), ...own } });
const post = (schema: unknown): Json => ({
  post: { requestBody: { content: { 'application/json': { schema } } }, responses: answers() },
});

describe('references within a file', () => {
  const pet = { type: 'object', properties: { a: text } };
  test.each<[string, unknown, Json]>([
    ['by a name of its own', { $ref: '#pet' }, { components: { schemas: { Pet: { $anchor: 'pet', ...pet } } } }],
    [
      'by a dynamic name',
      { $dynamicRef: '#pet' },
      { components: { schemas: { Pet: { $dynamicAnchor: 'pet', ...pet } } } },
    ],
    [
      'by an id',
      { $ref: 'https://api.example.test/schemas/pet' },
      { components: { schemas: { Pet: { $id: 'https://api.example.test/schemas/pet', ...pet } } } },
    ],
    ['by the bare name', { $ref: 'Pet' }, { components: { schemas: { Pet: pet } } }],
    ['without its first slash', { $ref: '#components/schemas/Pet' }, { components: { schemas: { Pet: pet } } }],
    [
      'through another one',
      { $ref: '#/components/schemas/Alias' },
      { components: { schemas: { Alias: { $ref: '#/components/schemas/Pet' }, Pet: pet } } },
    ],
    [
      'into a property',
      { $ref: '#/components/schemas/Zoo/properties/pet' },
      { components: { schemas: { Zoo: { type: 'object', properties: { pet } } } } },
    ],
    ['into an operation', { $ref: '#/paths/~1b/post/requestBody/content/application~1json/schema' }, {}],
    [
      'with words beside it',
      { $ref: '#/components/schemas/Pet', description: 'A pet' },
      { components: { schemas: { Pet: pet } } },
    ],
  ])('%s', async (_name, schema, more) => {
    const { inputs, told } = await outcomeOf(
      description({ '/a': post(schema), '/b': post(pet) }, { openapi: '3.1.0', ...more }),
    );
    expect(told).toEqual([]);
    expect(inputs['POST /a']).toMatchObject({ a: text });
  });

  test.each<[string, unknown]>([
    ['that is gone', { $ref: '#/components/schemas/Gone' }],
    ['by a name that nobody has', { $ref: '#gone' }],
    ['by a bare name that nobody has', { $ref: 'Gone' }],
    ['to the document', { $ref: '#' }],
    ['that is empty', { $ref: '' }],
    ['to a text', { $ref: '#/info/title' }],
    ['into what every object has', { $ref: '#/components/constructor' }],
    ['to itself', { $ref: '#/components/schemas/Self' }],
    ['in a circle', { $ref: '#/components/schemas/A' }],
  ])('%s are open, once named', async (_name, schema) => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const schemas = { Self: to('Self'), A: to('B'), B: to('A') };
    const body = { type: 'object', properties: { b: schema, c: text } };
    const own = {
      schemas: Object.fromEntries(
        Object.entries(schemas).filter(
          ([name]) =>
            JSON.stringify(schema).includes(`/${name}"`) || (name === 'B' && JSON.stringify(schema).includes('/A"')),
        ),
      ),
    };
    const { inputs, told } = await outcomeOf(description({ '/a': post(body), '/b': post(body) }, { components: own }));
    expect(inputs).toMatchObject({ 'POST /a': { c: text }, 'POST /b': { c: text } });
    expect(Object.keys(inputs['POST /a'] ?? {})).toContain('b');
    expect(told).toEqual([expect.stringMatching(/^(?:REFERENCE_DANGLING|SCHEMA_TOO_DEEP) /)]);
  });

  test.each<[string, Json]>([
    ['a parameter', get({ parameters: [{ $ref: '#/components/parameters/gone' }] })],
    ['a body', { post: { requestBody: { $ref: '#/components/requestBodies/gone' }, responses: {} } }],
    ['an answer', { get: { responses: { 200: { $ref: '#/components/responses/gone' } } } }],
    [
      'a header of an answer',
      { get: { responses: { 200: { description: '', headers: { A: { $ref: '#/components/headers/gone' } } } } } },
    ],
    ['a parameter that is a schema', get({ parameters: [{ $ref: '#/components/schemas/S' }] })],
    ['an answer in a circle', { get: { responses: { 200: { $ref: '#/components/responses/R' } } } }],
  ])('%s that is gone costs no operation', async (_name, item) => {
    const components = { schemas: { S: {} }, responses: { R: { $ref: '#/components/responses/R' } } };
    const own = JSON.stringify(item).includes('/R"') ? components : { schemas: components.schemas };
    const { tools, told } = await outcomeOf(description({ '/a': item }, { components: own }));
    expect(tools).toHaveLength(1);
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) expect(one).toMatch(/^REFERENCE_DANGLING /);
  });
});
