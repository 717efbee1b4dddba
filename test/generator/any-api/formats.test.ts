import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { load } from '../../../generator/load/load.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const get = { get: { operationId: 'list', responses: answers() } };
const text = { type: 'string' };

describe('the version that a description says', () => {
  test.each<[string, Json, string[]]>([
    ['3.0.0', { openapi: '3.0.0' }, []],
    ['3.1.2', { openapi: '3.1.2' }, []],
    ['3.0 without its last number', { openapi: '3.0' }, []],
    ['3 as a number', { openapi: 3 }, []],
    ['3.1 as a number', { openapi: 3.1 }, []],
    ['a draft of 3.1', { openapi: '3.1.0-rc1' }, []],
    ['3.2', { openapi: '3.2.0' }, []],
    ['none', { openapi: undefined }, ['SOURCE_VERSION_ABSENT']],
    ['null', { openapi: null }, ['SOURCE_VERSION_ABSENT']],
    ['a word', { openapi: 'latest' }, ['SOURCE_VERSION_ABSENT']],
    ['3.0 by the key of Swagger', { openapi: undefined, swagger: '3.0.1' }, []],
  ])('%s is read', async (_name, more, told) => {
    const outcome = await outcomeOf(description({ '/a': get }, more));
    expect(outcome).toMatchObject({ tools: ['GET /a'], told });
  });

  test('3.2 is read as 3.1, with a note, and what only it has is named', async () => {
    const { diagnostics, tools } = await outcomeOf(
      description(
        { '/a': { ...get, additionalOperations: { COPY: get.get } } },
        { openapi: '3.2.0', webhooks: { made: { post: {} }, gone: { post: {} } } },
      ),
    );
    expect(tools).toEqual(['GET /a']);
    expect(diagnostics.map(({ code, pointer, message }) => [code, pointer, message.split(' ')[0]])).toEqual([
      ['SOURCE_NEWER', '', 'acme.yaml'],
      ['PARTS_LEFT_OUT', '', '2'],
      ['METHOD_LEFT_OUT', '/paths/~1a/additionalOperations/COPY', 'COPY'],
    ]);
  });

  test.each<[string, Json | string, string, RegExp]>([
    ['OpenAPI 4', { openapi: '4.0.0', paths: {} }, 'SOURCE_OPENAPI_VERSION', /is 4\.0\.0/],
    ['Swagger 1', { swagger: '1.2', paths: {} }, 'SOURCE_OPENAPI_VERSION', /Swagger 1\.2/],
    ['an envelope', { spec: description({ '/a': get }) }, 'SOURCE_NOT_OPENAPI', /stands at \/spec alone/],
    ['an envelope of two', { data: { api: description({ '/a': get }) } }, 'SOURCE_NOT_OPENAPI', /at \/data\/api alone/],
    ['a collection of Postman', { info: {}, item: [] }, 'SOURCE_NOT_OPENAPI', /Postman/],
    ['AsyncAPI', { asyncapi: '3.0.0', channels: {} }, 'SOURCE_NOT_OPENAPI', /AsyncAPI/],
    ['GraphQL', { data: { __schema: {} } }, 'SOURCE_NOT_OPENAPI', /GraphQL/],
    ['a JSON Schema', { $schema: 'x', type: 'object' }, 'SOURCE_NOT_OPENAPI', /JSON Schema/],
    ['an overlay', { overlay: '1.0.0', actions: [] }, 'SOURCE_NOT_OPENAPI', /--overlays/],
    [
      'two documents',
      'openapi: 3.0.0\n---\nopenapi: 3.0.0\n',
      'SOURCE_SYNTAX',
      /acme\.yaml:3:1: a second document|acme\.yaml:2:1: a second document/,
    ],
    ['a word', 'hello', 'SOURCE_NOT_OBJECT', /not an object/],
    ['a number', '5', 'SOURCE_NOT_OBJECT', /not an object/],
    ['null', 'null', 'SOURCE_NOT_OBJECT', /not an object/],
  ])('%s is refused by its name', async (_name, given, code, message) => {
    const { isRefused, diagnostics } = await outcomeOf(given);
    expect(isRefused).toBe(true);
    expect(diagnostics).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });
});

describe('YAML', () => {
  const head = 'openapi: 3.0.3\ninfo: { title: T, version: 1.0 }\nservers: [{ url: https://api.example.test }]\n';
  const parameters = (names: readonly string[]) => names.map((name) => ({ name, in: 'query', schema: text }));

  test('a version that is no number in the text stays as it was written', async () => {
    const given = [
      `${head}paths: { /a: { get: {} } }\n`,
      '{"openapi":"3.0.3","info":{"version":2.10},"paths":{"/a":{"get":{}}}}',
    ];
    const documents = await Promise.all(given.map(async (one) => (await load('a', one, [])).document));
    expect(documents.map(({ info }) => info)).toMatchObject([{ version: '1.0' }, { version: '2.10' }]);
  });

  test('one anchor may be used as often as it likes', async () => {
    const paths = Array.from({ length: 400 }, (_, at) => `  /p${at}: { get: { responses: *r } }`);
    const { tools } = await outcomeOf(`${head}x-r: &r { 200: { description: fine } }\npaths:\n${paths.join('\n')}\n`);
    expect(tools).toHaveLength(400);
  });

  test.each<[string, string, RegExp]>([
    ['aliases that stand for millions of values', bomb(9), /aliases stand for/],
    ['aliases that stand for more values than there is memory', bomb(40), /aliases stand for/],
    ['an alias inside of what it names', 'a: &a { b: [*a] }', /holds itself/],
    ['an alias of nothing', 'a: *b', /nothing is named &b/],
    ['brackets within each other without end', `a: ${'['.repeat(20_000)}`, /nested too deeply/],
  ])('%s are refused at once', async (_name, more, message) => {
    const before = performance.now();
    const { diagnostics } = await outcomeOf(`${head}paths: {}\n${more}\n`);
    expect(diagnostics).toMatchObject([{ code: 'SOURCE_SYNTAX', message: expect.stringMatching(message) }]);
    // Written out they would take years.
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  test.each<[string, string, string[]]>([
    ['a map', '<<: *one\n          required: false', ['a']],
    ['maps of a list, the first counts', '<<: [*one, *two]', ['a']],
    ['a map whose key stands here too', 'name: here\n          <<: *one', ['here']],
    ['several times', '<<: { in: query }\n          <<: *two', ['b']],
    ['a map that merges another', '<<: *three', ['c']],
  ])('merge keys take %s', async (_name, parameter, names) => {
    const anchors = [
      'x-1: &one { name: a, in: query }',
      'x-2: &two { name: b, in: query, schema: { type: integer } }',
      'x-3: &three { <<: *two, name: c }',
    ];
    const yaml = `${head}${anchors.join('\n')}\npaths:\n  /a:\n    get:\n      parameters:\n        - ${parameter}\n`;
    const { inputs, told } = await outcomeOf(yaml);
    expect(told).toEqual([]);
    expect(Object.keys(inputs['GET /a'] ?? {})).toEqual(names);
  });

  test('a byte-order mark, line ends of Windows, and words that older YAML takes for others', async () => {
    const lines = [
      `\uFEFF${head.trim()}`,
      ...['paths:', '  /a:', '    get:', '      parameters:'],
      ...[
        '        - { name: on, in: query, schema: { enum: [yes, no, on, off] } }',
        '        - { name: 0755, in: query }',
      ],
    ];
    const { inputs } = await outcomeOf(lines.join('\r\n').replaceAll('\n\n', '\n'));
    expect(inputs['GET /a']).toMatchObject({ on: { type: 'string', enum: ['yes', 'no', 'on', 'off'] } });
  });

  test('a key that stands twice loses nothing, and every such place is named', async () => {
    const yaml = `${head}paths:\n  /a:\n    get: { summary: one }\n  /a:\n    post: {}\n    get: { summary: two }\n`;
    const json = JSON.stringify(description({ '/a': get })).replace('"/a"', '"/a":{"post":{}},"/a"');
    for (const [given, place] of [
      [yaml, 'acme.yaml:7:3'],
      [json, 'acme.yaml:1:'],
    ] as const) {
      const { tools, told, diagnostics } = await outcomeOf(given);
      expect(tools.toSorted()).toEqual(['GET /a', 'POST /a']);
      expect(new Set(told)).toEqual(new Set(['KEY_TWICE']));
      expect(diagnostics[0]?.message).toContain(place);
    }
  });

  test('a tag is not followed, and named', async () => {
    const { told, tools } = await outcomeOf(`${head}x-a: !include other.yaml\npaths: { /a: { get: {} } }\n`);
    expect({ told, tools }).toEqual({ told: ['SOURCE_YAML_TAG'], tools: ['GET /a'] });
  });

  test('JSON with a comma too many is read, and tabs for spaces are refused with their line', async () => {
    expect(await outcomeOf('{"openapi":"3.0.3","paths":{"/a":{"get":{},},},}')).toMatchObject({ tools: ['GET /a'] });
    const { diagnostics } = await outcomeOf(`${head}paths:\n\t/a:\n\t\tget: {}\n${'# more\n'.repeat(60)}`);
    expect(diagnostics).toMatchObject([{ code: 'SOURCE_SYNTAX', message: expect.stringMatching(/^acme\.yaml:5:/) }]);
  });

  test('names of any script and of any object are names', async () => {
    const names = ['名前', 'имя', '__proto__', 'constructor', 'a b', '😀'];
    const { tools, inputs } = await outcomeOf(
      description({ '/a': { get: { ...get.get, parameters: parameters(names) } } }),
    );
    expect(tools).toEqual(['GET /a']);
    // A tool that reads has an input of our own beside them.
    const own = Object.keys(inputs['GET /a'] ?? {}).filter((name) => name !== 'fields');
    expect(own).toHaveLength(names.length);
  });
});

/** Each anchor is nine of the one before. */
function bomb(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, at) => `x${at + 1}: &x${at + 1} [${Array(9).fill(`*x${at}`).join(', ')}]`,
  );
  return ['x0: &x0 [1]', ...lines].join('\n');
}
