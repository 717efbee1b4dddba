import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { planTools } from '../../../generator/build/plan-tools.ts';
import { emitOperations } from '../../../generator/emit/operations.ts';
import { prepareUpdate } from '../../../generator/import/index.ts';
import { loadDocument } from '../../../generator/load/load.ts';
import { shop } from './support/shop.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moves-'));
  await mkdir(join(folder, 'overlays'));
  await save('contract.json', shop());
});
afterEach(() => rm(folder, { recursive: true }));

const save = (file: string, value: unknown): Promise<void> =>
  writeFile(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');

/** Imports a description into the folder. */
async function update(description: unknown, applyMoves: boolean) {
  await save('new.json', description);
  const [from, generated] = [join(folder, 'new.json'), join(folder, 'generated')];
  const options = { from, apiVersion: '1', dir: folder, name: 'acme', generated, applyMoves };
  const { report, write } = await prepareUpdate(options);
  return { report, written: (await write()).map((path) => path.slice(folder.length + 1)) };
}

/** The shop after a tool moved, its method changed, and a path of a list moved. */
function moved() {
  const next = shop();
  const { put, ...rest } = next.paths['/pets/{pet_id}'] ?? {};
  next.paths['/pets/{pet_id}'] = rest;
  next.paths['/animals/{pet_id}'] = { parameters: rest.parameters, patch: put };
  next.paths['/things'] = next.paths['/toys'] ?? {};
  delete next.paths['/toys'];
  return next;
}

const TOOLS = `# Facts, each with its reason.
overlay: 1.0.0
x-api-version: '1'
actions:
  - target: $.paths['/pets/{pet_id}'].put   # the change
    update: {summary: Change pet}

  - target: "$.paths['/toys','/pets'].get"
    update: { x-mcp: { pagination: { style: none, items: data } } }
  # the end
`;

test('targets are written where they went, twice changes nothing, and words alone are left to do', async () => {
  await save('overlays/tools.yaml', TOOLS);
  await save('overlays/words.yaml', "overlay: 1.0.0\nactions: [{target: $.info, update: {title: 'Shop'}}]\n");
  const { report, written } = await update(moved(), true);
  const unsure = report.todos.filter(({ certain }) => !certain);
  expect(unsure.map(({ message }) => message)).toEqual([expect.stringContaining('no words for pet_id, born_at, name')]);
  expect(written).toEqual(['contract.json', 'source.json', 'overlays/tools.yaml']);
  const text = await read('overlays/tools.yaml');
  expect(text).toBe(
    TOOLS.replace("$.paths['/pets/{pet_id}'].put ", "$.paths['/animals/{pet_id}'].patch ")
      .replace("'/toys'", "'/things'")
      .replace(
        '  # the end',
        [
          `  - { target: "$.paths['/animals/{pet_id}'].patch", update: { x-mcp: { name: update_a_acme_pet_by_id, export: updatePet } } }`,
          `  - { target: "$.paths['/things'].get", update: { x-mcp: { name: list_all_acme_toys, export: listToys } } }`,
          '  # the end',
        ].join('\n'),
      ),
  );
  const again = await update(moved(), true);
  expect(again.written).toEqual([]);
  expect(again.report).toMatchObject({ release: 'none', changes: [], todos: [] });
  expect(await read('overlays/tools.yaml')).toBe(text);
});

test('overlays stay as they are unless they are to be moved', async () => {
  await save('overlays/tools.yaml', TOOLS);
  const { report, written } = await update(moved(), false);
  expect(report.todos.length).toBeGreaterThan(0);
  expect(written).toEqual(['contract.json', 'source.json']);
  expect(await read('overlays/tools.yaml')).toBe(TOOLS);
});

test('what moved in a contract that was updated already is found by what was generated before', async () => {
  await save('overlays/tools.yaml', TOOLS);
  const overlays = [{ file: 'tools.yaml', content: parse(TOOLS) }];
  const tools = planTools(await loadDocument('shop', shop(), overlays), { name: 'acme', expectWords: false });
  await mkdir(join(folder, 'generated'));
  await save('generated/catalog.json', tools.catalog);
  await save('generated/operations.json', emitOperations(tools.document, tools.api));
  await update(moved(), false);
  const { report } = await update(moved(), true);
  expect(await read('overlays/tools.yaml')).toContain("$.paths['/animals/{pet_id}'].patch");
  expect(report.changes.map(({ kind }) => kind)).toContain('operation moved');
  expect(report.counts['breaking for models']).toBe(0);
  expect((await update(moved(), true)).report.todos).toEqual([]);
});

test('a file that cannot be changed refuses all of it', async () => {
  await save('overlays/tools.yaml', TOOLS);
  const aliased =
    "x: &x $.paths['/pets/{pet_id}'].put\noverlay: 1.0.0\nactions:\n- {target: *x, update: {summary: Pet}}\n";
  await save('overlays/words.yaml', aliased);
  const before = await read('contract.json');
  await expect(update(moved(), true)).rejects.toMatchObject({ diagnostics: [{ code: 'OVERLAY_KEPT' }] });
  expect(await read('overlays/tools.yaml')).toBe(TOOLS);
  expect(await read('contract.json')).toBe(before);
});
