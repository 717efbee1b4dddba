import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generate } from '../../../generator/generate.ts';
import type { GenerateOptions, GenerateReport } from '../../../generator/run/generate-options.ts';
import { RUNTIME_FILES } from '../../../generator/run/generator-digest.ts';
import { RECORD } from '../../../generator/run/record.ts';
import { answer, description } from '../support/fixture.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder = '';
let options: GenerateOptions;

const list = (tag: string) => ({ get: { tags: [tag], responses: answer({ type: 'array', items: {} }) } });
const out = (...names: string[]): string => join(folder, 'out', ...names);

async function describeApi(...tags: string[]): Promise<void> {
  const paths = Object.fromEntries(tags.map((tag) => [`/${tag}`, list(tag)]));
  await writeFile(join(folder, 'api.json'), JSON.stringify(description(paths)));
}

async function say(words: string, file = 'words.yaml'): Promise<void> {
  const actions = [{ target: "$.paths['/pets'].get", update: { summary: words, description: `${words} of all.` } }];
  await writeFile(join(folder, 'overlays', file), JSON.stringify({ overlay: '1.0.0', actions }));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  options = {
    spec: join(folder, 'api.json'),
    overlays: join(folder, 'overlays'),
    out: out(),
    name: 'acme',
    runtime: join(root, 'runtime/tool/index.ts'),
  };
  await mkdir(join(folder, 'overlays'));
  await say('List pets');
  await describeApi('pets', 'cages');
});
afterEach(() => rm(folder, { recursive: true }));

/** What a run said, and which stages it had. */
async function run(more: Partial<GenerateOptions> = {}): Promise<{ report: GenerateReport; stages: string[] }> {
  const stages: string[] = [];
  const report = await generate({ ...options, ...more, onStage: (stage) => stages.push(stage) });
  return { report: { ...report, milliseconds: 0 }, stages };
}

test('the second run has no stage, and says what the first would say again', async () => {
  await run();
  const again = await run({ force: true });
  const { report, stages } = await run();
  expect(again.stages).toContain('plan');
  expect(stages).toEqual([]);
  expect(report).toEqual(again.report);
});

test('a run that writes nothing keeps no record, and one that is asked for goes through all stages', async () => {
  await run({ check: true });
  expect((await run()).stages).toContain('load');
  expect((await run({ check: true })).stages).toEqual([]);
  expect((await run({ force: true })).stages).toContain('load');
});

test.each<[string, () => Promise<unknown>]>([
  ['the description is another', () => describeApi('pets')],
  ['the description has one more space', () => appendFile(options.spec, ' ')],
  ['an overlay is another', () => say('List all pets')],
  ['an overlay is new', () => say('List some pets', 'more.yaml')],
  ['an overlay is gone', () => rm(join(folder, 'overlays/words.yaml'))],
  ['a file was edited', () => appendFile(out('tools/pets.ts'), ' ')],
  ['a type was edited', () => appendFile(out('types/schema.d.ts'), ' ')],
  ['a file is gone', () => rm(out('tools/pets.ts'))],
  ['a file is gone that all APIs have', () => rm(out('facts.ts'))],
  ['a file was added that the next run deletes', () => writeFile(out('inputs/dogs.ts'), '')],
  ['the record is torn', async () => writeFile(out(RECORD), (await readFile(out(RECORD), 'utf8')).slice(0, 300))],
  ['the record is empty', () => writeFile(out(RECORD), '')],
  ['the record is gone', () => rm(out(RECORD))],
  ['the record is no record', () => writeFile(out(RECORD), '[null]')],
  ['the record says something else', () => edit(RECORD, '"tools":1', '"tools":2')],
  ['the record was made by another generator', () => edit(RECORD, /"digest": "./, '"digest": "x')],
])('all stages run where %s, and the files are those of a run from nothing', async (_name, change) => {
  await run();
  await change();
  const { stages } = await run();
  expect(stages).toContain('load');
  expect((await run()).stages).toEqual([]);
  await run({ out: join(folder, 'anew') });
  expect(await filesOf('out')).toEqual(await filesOf('anew'));
});

test.each<[string, Partial<GenerateOptions>]>([
  ['name', { name: 'other' }],
  ['runtime', { runtime: '../../runtime/tool/index.ts' }],
  ['runtimeTypes', { runtimeTypes: join(root, 'runtime/tool/tool.ts') }],
])('all stages run where the option %s is another', async (_name, more) => {
  await run();
  expect((await run({ ...more, check: true })).stages).toContain('load');
});

test('a file that the description refers to is one of its inputs', async () => {
  const pets = join(folder, 'pets.json');
  await writeFile(pets, JSON.stringify({ type: 'array', items: { type: 'string' } }));
  const get = { tags: ['pets'], responses: answer({ $ref: 'pets.json' }) };
  await writeFile(options.spec, JSON.stringify(description({ '/pets': { get } })));
  await run();
  expect((await run()).stages).toEqual([]);
  await writeFile(pets, JSON.stringify({ type: 'array', items: { type: 'integer' } }));
  expect((await run()).report.files).toContain('answers.json');
  await rm(pets);
  expect((await run()).stages).toContain('load');
  // It may be there the next time.
  expect((await run()).stages).toContain('load');
});

test('strict refuses what the record says was lost', async () => {
  const broken = { post: { tags: ['pets'], requestBody: { $ref: '#/components/requestBodies/none' }, responses: {} } };
  await writeFile(options.spec, JSON.stringify(description({ '/pets': { ...list('pets'), ...broken } })));
  const { report } = await run();
  const lost = report.diagnostics.some(({ code }) => code === 'OPERATION_LEFT_OUT');
  const strict = run({ strict: true }).then(
    () => false,
    () => true,
  );
  expect(await strict).toBe(lost);
});

test('the record is the same wherever the project stands, and holds on another machine', async () => {
  await run();
  const other = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  await cp(folder, other, { recursive: true });
  expect(await readFile(out(RECORD), 'utf8')).not.toContain(folder);
  const stages: string[] = [];
  const places = { spec: join(other, 'api.json'), overlays: join(other, 'overlays'), out: join(other, 'out') };
  await generate({ ...options, ...places, onStage: (stage) => stages.push(stage) });
  await rm(other, { recursive: true });
  expect(stages).toEqual([]);
});

test('of two runs at once with other words the record is never that of the other one’s files', async () => {
  await cp(join(folder, 'overlays'), join(folder, 'others'), { recursive: true });
  await say('List every pet');
  await Promise.all([run(), run({ overlays: join(folder, 'others') })]);
  await run();
  await run({ out: join(folder, 'anew') });
  expect(await filesOf('out')).toEqual(await filesOf('anew'));
});

test('after any edits the files are those of a run from nothing', { timeout: 600_000 }, async () => {
  const edits: readonly (() => Promise<unknown>)[] = [
    () => describeApi('pets'),
    () => describeApi('pets', 'cages', 'dogs'),
    () => say('List pets'),
    () => say('Show pets'),
    () => say('Find pets', 'z.yaml'),
    () => rm(join(folder, 'overlays/z.yaml'), { force: true }),
    () => rm(out('inputs/pets.ts'), { force: true }),
    () => writeFile(out('tools/more.ts'), 'export const more = 1;\n'),
    () => writeFile(out('catalog.json'), '[]\n'),
    () => rm(out(RECORD), { force: true }),
  ];
  const steps = fc.array(fc.array(fc.nat(edits.length - 1), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  await run();
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const step of all) {
        for (const edit of step) await edits[edit]?.();
        await run();
      }
      await rm(join(folder, 'anew'), { recursive: true, force: true });
      await run({ out: join(folder, 'anew') });
      expect(await filesOf('out')).toEqual(await filesOf('anew'));
    }),
    { numRuns: 4 },
  );
});

test('the digest of the generator is of all of the runtime that it takes', async () => {
  const taken = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (taken.has(file)) return;
    taken.add(file);
    const imports = (await readFile(file, 'utf8')).matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)'/gms);
    for (const [, from = ''] of imports) await visit(resolve(dirname(file), from));
  };
  const entries = await readdir(join(root, 'generator'), { recursive: true });
  for (const entry of entries.filter((name) => name.endsWith('.ts') && !/^(?:node_modules|dist)\//.test(name)))
    await visit(join(root, 'generator', entry));
  const runtime = join(root, 'runtime/');
  const names = [...taken].filter((file) => file.startsWith(runtime)).map((file) => file.slice(runtime.length));
  expect(names.sort()).toEqual(RUNTIME_FILES.toSorted());
});

test('a run that finds nothing to do loads no library', () => {
  // In processes of their own, since the tests have loaded them all.
  const loader = `
    import { registerHooks } from 'node:module';
    const urls = [];
    registerHooks({ load(url, context, next) { urls.push(url); return next(url, context); } });
    const { generate } = await import(${JSON.stringify(join(root, 'generator/generate.ts'))});
    await generate(${JSON.stringify(options)});
    console.log(JSON.stringify(urls));`;
  const [, urls = []] = [1, 2].map((): readonly string[] => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', loader], { encoding: 'utf8' });
    return JSON.parse(stdout);
  });
  expect(urls.filter((url) => url.includes('/node_modules/'))).toEqual([]);
  expect(urls.filter((url) => !url.startsWith('node:')).length).toBeLessThan(20);
});

async function edit(name: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(out(name), 'utf8');
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  await writeFile(out(name), other);
}

async function filesOf(name: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const));
  // The record's digest is of where the inputs stand from the output, which is the same in both.
  return Object.fromEntries(texts.map(([path, text]) => [path.slice(join(folder, name).length + 1), text]).sort());
}
