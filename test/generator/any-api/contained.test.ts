import { describe, expect, test } from 'vitest';
import { contain, withoutRawErrors } from '../../../generator/build/contain.ts';
import { emitFiles } from '../../../generator/build/emit-files.ts';
import { planTools } from '../../../generator/build/plan-tools.ts';
import { DiagnosticError, diagnostic } from '../../../generator/diagnostics/diagnostics.ts';
import { emitTypes } from '../../../generator/emit/types.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { load } from '../../../generator/load/load.ts';
import { answers, description } from './support/describe.ts';

describe('what throws for some items costs these', () => {
  const numbers = Array.from({ length: 1000 }, (_, at) => at);
  const failingFor = (...bad: readonly number[]) => {
    let runs = 0;
    const run = (items: readonly number[]): number => {
      runs += 1;
      const found = items.find((item) => bad.includes(item));
      if (found !== undefined) throw new Error(`${found} is bad\nin many lines`);
      return items.length;
    };
    return { run, runs: () => runs };
  };

  test.each<[string, readonly number[], number]>([
    ['none', [], 1],
    ['the first', [0], 30],
    ['one in the middle', [500], 30],
    ['several', [1, 2, 998], 80],
  ])('%s', (_name, bad, mostRuns) => {
    const { run, runs } = failingFor(...bad);
    const { result, left } = contain(numbers, run);
    expect(result).toBe(1000 - bad.length);
    expect([...left]).toEqual(bad.map((item) => [item, `${item} is bad`]));
    expect(runs()).toBeLessThanOrEqual(mostRuns);
  });

  test('what throws for all of them, or for none alone, is a fault of another kind', () => {
    expect(() => contain([1, 2], failingFor(1, 2).run)).toThrow('1 is bad');
    const together = (items: readonly number[]): void => {
      if (items.length > 1) throw new Error('too many');
    };
    expect(() => contain([1, 2, 3], together)).toThrow('too many');
  });

  test('a diagnostic goes through', () => {
    const error = new DiagnosticError([diagnostic('NO_OPERATIONS', 'none')]);
    const run = (): never => {
      throw error;
    };
    expect(() => contain([1], run)).toThrow(error);
  });
});

test('an error that nobody thought of is a diagnostic with its place, and keeps its cause', async () => {
  const cause = new TypeError('x is not a function\nmore');
  const fault = withoutRawErrors(() => Promise.reject(cause));
  await expect(fault).rejects.toMatchObject({ name: 'DiagnosticError', cause });
  await expect(fault).rejects.toMatchObject({
    diagnostics: [{ code: 'GENERATOR_FAULT', message: expect.stringMatching(/^x is not a function \(.*:\d+:\d+\)$/) }],
  });
});

const pet = { type: 'object', properties: { name: { type: 'string' } } };
const paths = {
  '/pets': { get: { responses: answers(), tags: ['a'] }, post: { tags: ['a'], responses: answers(pet) } },
  '/cages': {
    get: { responses: answers({ type: 'array', items: { $ref: '#/components/schemas/Cage' } }), tags: ['b'] },
  },
};
const components = { schemas: { Cage: { type: 'object', properties: { pet, size: { type: 'integer' } } } } };

/** Tools of three operations, of which one is changed before it is written. */
async function emittedWith(change: (tool: Json) => Json, path = '/pets', method = 'GET') {
  const loaded = await load('acme.json', JSON.stringify(description(paths, { components })), []);
  const planned = planTools(loaded, { name: 'acme', expectWords: false });
  const modules = planned.modules.map((module) => ({
    ...module,
    tools: module.tools.map((tool) =>
      tool.path === path && tool.method === method ? Object.assign({}, tool, change({ ...tool })) : tool,
    ),
  }));
  const out = new URL('../../../generated/acme', import.meta.url).pathname;
  const runtime = '../../../runtime/tool/index.ts';
  return await emitFiles(
    { ...planned, modules },
    { name: 'acme', runtime, runtimeTypes: runtime, out, onStage: () => {} },
  );
}

describe('a tool whose files are wrong is left out, and all others are written', () => {
  test.each<[string, (tool: Json) => Json, RegExp]>([
    ['it cannot be written', () => ({ title: 5 }), /replaceAll is not a function/],
    [
      'a name in it is no name',
      ({ names }) => ({ names: Object.assign({}, names, { identifier: 'get pets' }) }),
      /^GET \/pets has no tool: EMITTED_SYNTAX: /,
    ],
    ['it does not compile', () => ({ method: 'FETCH' }), /has no tool: EMITTED_TYPE: tools\/a\.ts:\d+: .*FETCH/],
    [
      'the type of its arguments does not',
      () => ({ inputSchema: { type: 'object', properties: { a: { type: 'strng' } } } }),
      /has no tool: EMITTED_TYPE: (?:inputs|tools)\/a\.ts:\d+: .*strng/,
    ],
  ])('where %s', async (_name, change, message) => {
    const { planned, diagnostics, files } = await emittedWith(change);
    expect(planned.catalog.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /pets', 'GET /cages']);
    const left = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(left).toMatchObject([
      {
        code: 'OPERATION_LEFT_OUT',
        message: expect.stringMatching(message),
        pointer: expect.stringMatching(/^\/paths\/~1pets\//),
      },
    ]);
    expect(JSON.parse(files.get('catalog.json') ?? '')).toHaveLength(2);
    expect(files.get('index.ts')).not.toContain('listPets');
  });

  test('where it was the only one of its module, the module is gone as well', async () => {
    const { files } = await emittedWith(() => ({ method: 'FETCH' }), '/cages');
    expect([...files.keys()].filter((name) => name.startsWith('tools/'))).toEqual(['tools/a.ts']);
    expect(files.get('modules.ts')).not.toContain('tools/b');
  });
});

test('a schema that no type can be made of is open, and all others have theirs', () => {
  const odd = { type: 'object', properties: { a: { $ref: 'nowhere' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/a': {
        get: {
          responses: {
            200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Odd' } } } },
          },
        },
      },
    },
    components: { schemas: { Pet: pet, Odd: odd, Cage: { type: 'string' } } },
  };
  const { text, diagnostics } = emitTypes(document);
  expect(diagnostics).toMatchObject([{ code: 'TYPE_OPENED', pointer: '/components/schemas/Odd' }]);
  expect(text).toMatch(/Odd: unknown;/);
  expect(text).toMatch(/Pet: \{\s+name\?: string;\s+\};/);
  expect(text).toContain('"/a"');
});
