import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generate } from '../../generator/generate.ts';
import { build } from '../../generator/generate-anew.ts';
import type { Json } from '../../generator/json/json-schema.ts';
import type { GenerateOptions } from '../../generator/run/generate-options.ts';
import { RECORD } from '../../generator/run/record.ts';
import { answer, description } from './support/fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of a folder by its path in it. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(names.map((name) => readFile(name, 'utf8')));
  return new Map(names.map((name, at) => [name.slice(folder.length + 1), texts[at] ?? ''] as const).sort());
}

describe('Intercom', () => {
  const options = {
    spec: join(root, 'specs/intercom/contract.json'),
    overlays: join(root, 'specs/intercom/overlays'),
    name: 'intercom',
    runtime: '../../../runtime/tool/index.ts',
    runtimeTypes: '../../../runtime/tool/tool.ts',
  };

  test('what is committed is what the description and the overlays say, to the byte', async () => {
    const committed = await filesOf(join(root, 'generated/intercom'));
    const { files } = await build(options);
    expect([...files.keys(), RECORD].sort()).toEqual([...committed.keys()].sort());
    const drifted = [...files].filter(([name, text]) => committed.get(name) !== text).map(([name]) => name);
    expect(drifted, 'run `npm run generate`').toEqual([]);
  });

  test('the same bytes each time', async () => {
    const [one, other] = [await build(options), await build(options)];
    expect([...other.files].filter(([name, text]) => one.files.get(name) !== text)).toEqual([]);
    expect(other.files.size).toBe(one.files.size);
    expect(other.catalog).toEqual(one.catalog);
  });
});

describe('a folder of output', () => {
  let folder = '';
  let options: GenerateOptions;
  const out = (...names: string[]): string => join(folder, 'out', ...names);
  const list = (tag: string): Json => ({ get: { tags: [tag], responses: answer({ type: 'array' }) } });
  const write = (paths: Json): Promise<void> => writeFile(join(folder, 'api.json'), JSON.stringify(description(paths)));
  const overlay = (...targets: string[]): Promise<void> => {
    const actions = targets.map((target) => ({
      target,
      update: { summary: 'List pets', description: 'List all pets.' },
    }));
    return writeFile(join(folder, 'overlays', 'words.yaml'), JSON.stringify({ overlay: '1.0.0', actions }));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'));
    options = {
      spec: join(folder, 'api.json'),
      overlays: join(folder, 'overlays'),
      out: out(),
      name: 'acme',
      runtime: join(root, 'runtime/tool/index.ts'),
    };
    await mkdir(join(folder, 'overlays'));
    await overlay("$.paths['/pets'].get");
    await write({ '/pets': list('Pets'), '/cages': list('Cages') });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('holds the modules, their map, the barrel, the types and the catalogue', async () => {
    const report = await generate(options);
    const files = await filesOf(out());
    const known = [
      'catalog.json',
      'facts.ts',
      'index.ts',
      'modules.ts',
      'tools/cages.ts',
      'tools/pets.ts',
      'types/schema.d.ts',
    ];
    expect([...files.keys()]).toEqual(expect.arrayContaining(known));
    expect([...files.keys()].filter((name) => name.startsWith('tools/'))).toEqual(['tools/cages.ts', 'tools/pets.ts']);
    expect([...report.files, RECORD].sort()).toEqual([...files.keys()].sort());
    expect(report).toMatchObject({
      version: '1',
      tools: 2,
      report: { from: undefined, to: '1', release: 'none', changes: [] },
    });
    expect(report.resources.map(({ resource, tools }) => [resource, tools])).toEqual([
      ['cages', 1],
      ['pets', 1],
    ]);
    expect(report.tokens).toBe(report.resources.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(files.get('modules.ts')).toContain("pets: () => import('./tools/pets.ts'),");
    expect(files.get('facts.ts')).toContain("export const apiVersion = '1';");
    expect(JSON.parse(files.get('catalog.json') ?? '')).toMatchObject([
      { name: 'list_all_acme_cages' },
      { name: 'list_all_acme_pets', title: 'List pets' },
    ]);
  });

  test('that is up to date is not written again', async () => {
    await generate(options);
    const before = (await stat(out('catalog.json'))).mtimeMs;
    const report = await generate(options);
    expect(report).toMatchObject({ files: [], report: { changes: [] } });
    expect((await stat(out('catalog.json'))).mtimeMs).toBe(before);
  });

  test.each<[string, { given: () => Promise<void>; want: RegExp }]>([
    [
      'an overlay target that matches nothing',
      {
        given: () => overlay("$.paths['/pets'].get", "$.paths['/gone'].get"),
        want: /^OVERLAY_TARGET_MISSING: the target \$\.paths\['\/gone'\]\.get matches nothing \(words\.yaml#\/actions\/1\)$/,
      },
    ],
    [
      'an overlay that is none',
      {
        given: () => writeFile(join(folder, 'overlays', 'x.yaml'), 'a: 1\n'),
        want: /^OVERLAY_INVALID: .* \(x\.yaml\)$/,
      },
    ],
    [
      'a description that breaks off',
      { given: () => writeFile(options.spec, '{"openapi": "3.0.3", "paths": {'), want: /^SOURCE_TRUNCATED: / },
    ],
    [
      'no operation',
      { given: () => write({ '/pets': { get: 1 } }), want: /^(?:NO_OPERATIONS|OVERLAY_UPDATE_MISFIT): / },
    ],
    ['no description', { given: () => rm(options.spec), want: /^SOURCE_NOT_FOUND: / }],
  ])('is left as it was by an error: %s', async (_name, { given, want }) => {
    await generate(options);
    await writeFile(out('tools', 'stale.ts'), '// stale\n');
    const before = await filesOf(out());
    await given();
    await expect(generate(options)).rejects.toThrow(want);
    expect(await filesOf(out())).toEqual(before);
  });

  test('loses the modules of resources that are gone, and nothing else', async () => {
    await generate(options);
    await mkdir(out('tools', 'deeper'));
    const mine = ['notes.md', 'mine.ts', 'tools/README.md', 'tools/deeper/mine.ts'];
    for (const name of mine) await writeFile(out(name), 'mine\n');
    const before = [...(await filesOf(out())).keys()];
    await write({ '/pets': list('Pets') });
    const report = await generate(options);
    expect(report.files).toContain('tools/cages.ts');
    expect(report.report.changes).toMatchObject([
      { tool: 'list_all_acme_cages', kind: 'tool removed', label: 'breaking for models' },
    ]);
    expect([...(await filesOf(out())).keys()]).toEqual(
      before.filter((name) => !/^(?:inputs|tools)\/cages\.ts$/.test(name)),
    );
    expect(before).toEqual(expect.arrayContaining(mine));
  });

  test('is only looked at by check', async () => {
    const nothing = await generate({ ...options, check: true });
    expect(nothing.files).toContain('catalog.json');
    await expect(readdir(out())).rejects.toThrow('ENOENT');

    await generate(options);
    expect((await generate({ ...options, check: true })).files).toEqual([]);

    await writeFile(out('tools', 'pets.ts'), '// edited by hand\n');
    await writeFile(out('tools', 'stale.ts'), '// stale\n');
    const before = await filesOf(out());
    expect((await generate({ ...options, check: true })).files).toEqual(['tools/pets.ts', 'tools/stale.ts']);
    expect(await filesOf(out())).toEqual(before);
  });

  test('a catalogue that somebody broke is written anew', async () => {
    await generate(options);
    await writeFile(out('catalog.json'), '{ broken');
    const { files, report, diagnostics } = await generate(options);
    expect(files).toEqual(['catalog.json']);
    expect(report).toMatchObject({ from: undefined, release: 'none', changes: [] });
    expect(diagnostics.map(({ code }) => code)).toContain('FORMER_FILES_DAMAGED');
  });

  test('nothing is written of what is not accepted', async () => {
    await generate(options);
    await write({ '/pets': list('Pets') });
    const before = await filesOf(out());
    const refused = await generate({ ...options, accept: ({ changes }) => changes.length === 0 });
    expect(refused.files).toContain('tools/cages.ts');
    expect(await filesOf(out())).toEqual(before);
  });

  test('stages are reported in their order; types are checked where something changed', async () => {
    const stages: string[] = [];
    const onStage = (stage: string) => stages.push(stage);
    await generate({ ...options, onStage });
    expect(stages.splice(0)).toEqual(['load', 'plan', 'emit', 'check', 'format', 'types', 'compare', 'write']);
    await generate({ ...options, force: true, onStage });
    expect(stages).toEqual(['load', 'plan', 'emit', 'check', 'format', 'compare', 'write']);
  });

  test('words that are missing are warnings of a description with overlays only', async () => {
    const codes = async (given: GenerateOptions) =>
      (await generate(given)).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    // That no host is declared is said of both.
    expect(await codes(options)).toEqual(['warning SERVER_RELATIVE', 'warning WORDS_MISSING']);
    const { overlays: _none, ...bare } = options;
    expect(await codes(bare)).toEqual(['warning SERVER_RELATIVE']);
  });
});
