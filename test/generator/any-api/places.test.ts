import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticLines } from '../../../cli/output/diagnostic-lines.ts';
import { diagnostic } from '../../../generator/diagnostics/diagnostics.ts';
import { generate } from '../../../generator/generate.ts';
import { parseText } from '../../../generator/source/parse-text.ts';

describe('where a value stands in its text', () => {
  const json = '{\n "a": {"b": [1, {"c\\"d": "}"}, null]},\n "e": {}, "f": "\\\\", "g": -1.50\n}';
  const yaml = 'a:\n  b:\n    - 1\n    - { "c\\"d": "}" }\n    - null\ne: {}\nf: "\\\\"\ng: -1.50\n';
  test.each<[string, readonly string[], string, string]>([
    ['the whole', [], '1:1', '1:1'],
    ['an object', ['a'], '2:7', '2:3'],
    ['an item', ['a', 'b', '0'], '2:14', '3:7'],
    ['a key with a sign', ['a', 'b', '1', 'c"d'], '2:26', '4:17'],
    ['a text behind a text with signs', ['g'], '3:27', '8:4'],
    ['what is not there: its parent', ['e', 'x', 'y'], '3:7', '6:4'],
    ['a part of a text: the text', ['f', '0'], '3:16', '7:4'],
  ])('%s', (_name, path, inJson, inYaml) => {
    expect(parseText(json, 'x').locate(path)).toBe(`x:${inJson}`);
    expect(parseText(yaml, 'x').locate(path)).toBe(`x:${inYaml}`);
  });

  test('a number as it was written', () => {
    const version = ['info', 'version'];
    for (const text of ['{"info": {"version": 2.10}}', 'info: { version: 2.10 }\nx: 1'])
      expect(parseText(text, 'x').written(version)).toBe('2.10');
  });

  test('a long text is gone through once, and deep ones without recursion', () => {
    const wide = JSON.stringify({ a: Array.from({ length: 100_000 }, (_, at) => ({ b: at })), c: 1 });
    expect(parseText(wide, 'x').locate(['c'])).toBe(`x:1:${wide.indexOf('"c":') + 5}`);
    const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)},"b":1}`;
    expect(parseText(deep, 'x').locate(['b'])).toBe(`x:1:${deep.length - 1}`);
  });
});

const INDENTED = 2;
const bad = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  paths: { '/a': { get: 5, post: { parameters: [{ in: 'query' }], responses: {} } } },
};

async function generatedFrom(document: unknown, more: { strict?: boolean } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'places-'));
  try {
    const spec = join(folder, 'api.json');
    await writeFile(spec, JSON.stringify(document, null, INDENTED));
    const out = join(folder, 'out');
    const done = generate({ spec, out, name: 'acme', runtime: 'intercom-mcp-toolkit/tool', ...more });
    const { diagnostics } = await done.catch((error: { diagnostics: Awaited<typeof done>['diagnostics'] }) => error);
    const written = await readdir(out).catch(() => []);
    return {
      diagnostics: diagnostics.map((each) => ({ ...each, place: each.place?.replace(`${folder}/`, '') })),
      written,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a problem of a description', () => {
  test('has its line, also where nothing can be made of it', async () => {
    const lines = JSON.stringify(bad, null, INDENTED).split('\n');
    const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
    const { diagnostics, written } = await generatedFrom(bad);
    expect(diagnostics).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'OPERATION_LEFT_OUT',
          pointer: '/paths/~1a/get',
          place: `api.json:${lineOf('"get"')}:14`,
        }),
        expect.objectContaining({ code: 'VALUE_MALFORMED', place: `api.json:${lineOf('"in"') - 1}:11` }),
      ]),
    );
    expect(written).toContain('catalog.json');
    const none = await generatedFrom({ ...bad, paths: { '/a': { get: 5 } } });
    expect(none.diagnostics).toMatchObject([
      { code: 'NO_OPERATIONS', place: expect.stringMatching(/^api\.json:7:/) },
      { code: 'OPERATION_LEFT_OUT', place: expect.stringMatching(/^api\.json:9:/) },
    ]);
    expect(none.written).toEqual([]);
  });

  test('of a lost operation refuses everything where that is wanted, and no other does', async () => {
    const { diagnostics, written } = await generatedFrom(bad, { strict: true });
    expect(diagnostics).toMatchObject([{ code: 'OPERATION_LEFT_OUT', pointer: '/paths/~1a/get' }]);
    expect(written).toEqual([]);
    const whole = { ...bad, paths: { '/a': { post: bad.paths['/a'].post } } };
    expect((await generatedFrom(whole, { strict: true })).written).toContain('catalog.json');
  });
});

describe('problems as lines', () => {
  const plain = (_format: string, text: string): string => text;
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => diagnostic('VALUE_MALFORMED', `value ${at}`, `/${at}`));

  test('each with its place, and once what to do', () => {
    const placed = { ...diagnostic('REFERENCE_DANGLING', 'gone', '/a'), place: 'api.json:3:4' };
    expect(diagnosticLines([diagnostic('PARTS_LEFT_OUT', '1 webhook'), placed, ...many(2)], plain)).toEqual([
      'warning REFERENCE_DANGLING  gone  /a (api.json:3:4)',
      expect.stringMatching(/^ {2}Correct the \$ref/),
      'warning VALUE_MALFORMED  value 0  /0',
      'warning VALUE_MALFORMED  value 1  /1',
      expect.stringMatching(/^ {2}Correct it/),
      'info PARTS_LEFT_OUT  1 webhook',
      expect.stringMatching(/^ {2}Nothing/),
    ]);
  });

  test('more than twenty of a code are counted', () => {
    expect(diagnosticLines(many(20), plain)).toHaveLength(21);
    const lines = diagnosticLines(many(21), plain);
    expect(lines).toHaveLength(7);
    expect(lines[5]).toBe('  and 16 more of VALUE_MALFORMED, 21 in all');
  });
});
