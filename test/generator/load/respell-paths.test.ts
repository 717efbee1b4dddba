import { describe, expect, test } from 'vitest';
import { planTools } from '../../../generator/build/plan-tools.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { knownPaths } from '../../../generator/load/known-paths.ts';
import { loadDocument } from '../../../generator/load/load.ts';
import { respellPaths, upstreamPointer } from '../../../generator/load/respell-paths.ts';

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const inQuery = (name: string) => ({ name, in: 'query', schema: { type: 'string' } });
const operation = (...parameters: unknown[]) => ({ parameters, responses: {} });

/** The paths of a document as overlays with these targets spell them. */
function respelled(paths: Json, targets: readonly string[], components: Json = {}) {
  const content = { overlay: '1.0.0', actions: targets.map((target) => ({ target, update: {} })) };
  const document = { openapi: '3.0.1', paths, components };
  const before = structuredClone(document);
  const result = respellPaths(document, knownPaths([{ file: 'words.yaml', content }]));
  expect(document).toEqual(before);
  return result;
}

describe('respellPaths', () => {
  test.each<[string, { paths: Json; targets: string[]; want: Json; components?: Json }]>([
    [
      'a renamed parameter, in the path and where it is declared',
      {
        paths: { '/pets/{id}/tags': { get: operation(inPath('id'), inQuery('id')) } },
        targets: ["$.paths['/pets/{pet_id}/tags'].get"],
        want: { '/pets/{pet_id}/tags': { get: operation(inPath('pet_id'), inQuery('id')) } },
      },
    ],
    [
      'double quotes, brackets and lists of paths',
      {
        paths: { '/a/{x}': { get: operation(inPath('x')) }, '/b/{x}': { get: operation(inPath('x')) } },
        targets: [`$["paths"]["/a/{a_id}", '/b/{b_id}'].get.parameters`],
        want: { '/a/{a_id}': { get: operation(inPath('a_id')) }, '/b/{b_id}': { get: operation(inPath('b_id')) } },
      },
    ],
    [
      'parameters of the path, and those that are referred to',
      {
        paths: { '/a/{id}': { parameters: [{ $ref: '#/components/parameters/id' }], get: operation() } },
        targets: ["$.paths['/a/{a_id}'].get"],
        components: { parameters: { id: { $ref: '#/components/parameters/other' }, other: inPath('id') } },
        want: { '/a/{a_id}': { parameters: [inPath('a_id')], get: operation() } },
      },
    ],
    [
      'names that were swapped: the place in the address decides',
      {
        paths: { '/a/{y}/b/{x}': { get: operation(inPath('x'), inPath('y')) } },
        targets: ["$.paths['/a/{x}/b/{y}'].get"],
        want: { '/a/{x}/b/{y}': { get: operation(inPath('y'), inPath('x')) } },
      },
    ],
    [
      'a parameter that is declared in the query by mistake, where overlays correct that',
      {
        paths: { '/a/{id}': { get: operation(inQuery('id')) }, '/b/{id}': { get: operation(inQuery('id')) } },
        targets: ["$.paths['/a/{a_id}'].get.parameters[?@.name == 'a_id']", "$.paths['/b/{b_id}'].get"],
        want: { '/a/{a_id}': { get: operation(inQuery('a_id')) }, '/b/{b_id}': { get: operation(inQuery('id')) } },
      },
    ],
    [
      'two parameters in one segment',
      {
        paths: { '/a/{from}-{to}.{ext}': { get: operation(inPath('to')) } },
        targets: ["$.paths['/a/{first}-{last}.{format}'].get"],
        want: { '/a/{first}-{last}.{format}': { get: operation(inPath('last')) } },
      },
    ],
    [
      'an exact match goes first, and the other spelling keeps its own',
      {
        paths: { '/a/{a_id}': { get: operation() }, '/a/{id}': { put: operation(inPath('id')) } },
        targets: ["$.paths['/a/{a_id}'].get"],
        want: { '/a/{a_id}': { get: operation() }, '/a/{id}': { put: operation(inPath('id')) } },
      },
    ],
    [
      'of two spellings the one that has the method',
      {
        paths: { '/a/{id}': { put: operation(inPath('id')) }, '/a/{key}': { get: operation(inPath('key')) } },
        targets: ["$.paths['/a/{a_id}'].get"],
        want: { '/a/{id}': { put: operation(inPath('id')) }, '/a/{a_id}': { get: operation(inPath('a_id')) } },
      },
    ],
    [
      'a path that was split in two spellings is one again',
      {
        paths: {
          '/a/{id}': { parameters: [inPath('id')], put: operation(inQuery('q')) },
          '/a/{key}': { get: operation(inPath('key')) },
        },
        targets: ["$.paths['/a/{a_id}'].get", "$.paths['/a/{a_id}'].put"],
        want: { '/a/{a_id}': { put: operation(inPath('a_id'), inQuery('q')), get: operation(inPath('a_id')) } },
      },
    ],
    [
      'two spellings of one operation are told apart by nothing',
      {
        paths: { '/a/{id}': { get: operation() }, '/a/{key}': { get: operation() } },
        targets: ["$.paths['/a/{a_id}'].get"],
        want: { '/a/{id}': { get: operation() }, '/a/{key}': { get: operation() } },
      },
    ],
    [
      'a parameter that became a word is another address',
      {
        paths: { '/a/me': { get: operation() } },
        targets: ["$.paths['/a/{a_id}'].get"],
        want: { '/a/me': { get: operation() } },
      },
    ],
    [
      'references into a path follow it',
      {
        paths: {
          '/a/{id}': { get: operation(inPath('id')) },
          '/b/{id}': { get: operation({ $ref: '#/paths/~1a~1{id}/get/parameters/0' }) },
          '/c': { get: { responses: { 200: { $ref: '#/paths/~1a~1%7Bid%7D/get/responses/200' } } } },
        },
        targets: ["$.paths['/a/{a_id}']"],
        want: {
          '/a/{a_id}': { get: operation(inPath('a_id')) },
          '/b/{id}': { get: operation(inPath('id')) },
          '/c': { get: { responses: { 200: { $ref: '#/paths/~1a~1{a_id}/get/responses/200' } } } },
        },
      },
    ],
    [
      'nothing without overlays',
      {
        paths: { '/a/{id}': { get: operation(inPath('id')) } },
        targets: ['$', '$.info', '$.paths[?@.get]', '$..[?@.format]', 'no path'],
        want: { '/a/{id}': { get: operation(inPath('id')) } },
      },
    ],
  ])('%s', (_, { paths, targets, want, components }) => {
    expect(respelled(paths, targets, components).document.paths).toEqual(want);
  });

  test('pointers lead back to what the description says', () => {
    const { spelling } = respelled({ '/a/{id}': { get: operation(), parameters: [] } }, ["$.paths['/a/{a_id}'].get"]);
    expect(upstreamPointer('/paths/~1a~1{a_id}/get/responses/200', spelling)).toBe(
      '/paths/~1a~1{id}/get/responses/200',
    );
    expect(upstreamPointer('/paths/~1a~1{a_id}/parameters/0', spelling)).toBe('/paths/~1a~1{id}/parameters/0');
    expect(upstreamPointer('/paths/~1b/get', spelling)).toBe('/paths/~1b/get');
    expect(upstreamPointer('/components/schemas/a', spelling)).toBe('/components/schemas/a');
  });

  test('a spelling that had to stay is an alias for the targets of the other', () => {
    const paths = { '/a/{id}': { get: operation(), put: operation() } };
    const targets = ["$.paths['/a/{a_id}'].get", "$.paths['/a/{key}'].put", "$.paths['/a/{none}'].delete"];
    const { document, aliases } = respelled(paths, targets);
    expect(Object.keys(document.paths as Json)).toEqual(['/a/{a_id}']);
    expect([...aliases]).toEqual([['/a/{key}', '/a/{a_id}']]);
  });
});

/** A description of three operations whose path parameter has this name. */
function pets(name: string): Json {
  const schema = { type: 'object', properties: { pet_id: { type: 'string' } } };
  const requestBody = { content: { 'application/json': { schema } } };
  const tags = ['Pets'];
  return {
    openapi: '3.0.1',
    info: { title: 'Pets', version: '1' },
    paths: {
      [`/pets/{${name}}`]: { get: { tags, ...operation(inPath(name), inQuery('pet_id')) } },
      [`/pets/find_by_code/{${name}}`]: { get: { tags, ...operation(inPath(name)) } },
      [`/pets/{${name}}/move`]: { post: { tags, requestBody, ...operation(inPath(name)) } },
    },
  };
}

test('tools, names and arguments are the same, whatever a description calls its path parameters', async () => {
  const actions = ["['/pets/{code}'].get", "['/pets/find_by_code/{code}'].get", "['/pets/{code}/move'].post"].map(
    (path) => ({ target: `$.paths${path}`, update: { summary: 'Do', 'x-mcp': { fields: { code: 'Its code' } } } }),
  );
  const content = { overlay: '1.0.0', actions };
  const tools = async (name: string) => {
    const loaded = await loadDocument('pets', pets(name), [{ file: 'words.yaml', content }]);
    return planTools(loaded, { name: 'acme', expectWords: false }).catalog;
  };
  const before = await tools('code');
  expect(before.map(({ name }) => name)).toContain('get_single_acme_pet_by_code');
  expect(await tools('id')).toEqual(before);
  // The name of another argument, of the query and of the body.
  expect(await tools('pet_id')).toEqual(before);
});

test('a path, and an operation, that is named beside others must match as well', async () => {
  const action = (target: string) => ({ target, update: { summary: 'x' } });
  const content = {
    overlay: '1.0.0',
    actions: [
      action("$.paths['/pets/{id}','/gone'].get"),
      action("$.paths['/pets/{key}','/pets/find_by_code/{key}'].get"),
      action("$.paths['/pets/{id}']['get','put']"),
    ],
  };
  const { absent, diagnostics, document } = await loadDocument('pets', pets('id'), [{ file: 'a.yaml', content }]);
  expect(absent.map(({ action: each }) => each)).toEqual(['a.yaml#/actions/0', 'a.yaml#/actions/2']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "the target $.paths['/pets/{id}','/gone'].get matches nothing in /gone",
    "the target $.paths['/pets/{id}']['get','put'] matches nothing in put",
  ]);
  expect(document.paths).toMatchObject({ '/pets/{id}': { get: { summary: 'x' } } });
});
