import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shop } from '../../generator/moves/support/shop.ts';
import { run } from '../support/run-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-update-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

/** Runs the command over a description of the shop. */
async function update(description: unknown, ...flags: string[]) {
  await writeFile(path('new.json'), JSON.stringify(description));
  const fixed = ['--from', path('new.json'), '--dir', path('specs'), '--overlays', path('overlays')];
  return await run(['spec', 'update', ...fixed, '--api-version', '1', ...flags]);
}

test('what changes is told first, and nothing is written of it where that is asked for or where it breaks', async () => {
  const first = await update(shop());
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('There is nothing to compare with');
  const before = await readFile(path('specs/contract.json'), 'utf8');

  const next = shop();
  delete next.paths['/toys'];
  const dry = await update(next, '--dry-run', '--report', path('changes.md'), '--report', path('changes.json'));
  expect(dry.code).toBe(0);
  expect(dry.stdout).toMatch(/list_all_intercom_toys[\s\S]*A dry run: nothing was written/);
  expect(await readFile(path('changes.md'), 'utf8')).toContain('list_all_intercom_toys');
  expect(JSON.parse(await readFile(path('changes.json'), 'utf8'))).toMatchObject({ release: 'major' });

  const refused = await update(next, '--fail-on', 'models', '--json');
  expect(refused.code).toBe(7);
  expect(JSON.parse(refused.stdout)).toMatchObject({ operations: 3, written: [], report: { release: 'major' } });
  expect(await readFile(path('specs/contract.json'), 'utf8')).toBe(before);

  const written = await update(next);
  expect(written.code).toBe(0);
  expect(written.stdout.indexOf('list_all_intercom_toys')).toBeLessThan(written.stdout.indexOf('wrote '));
  expect(await readFile(path('specs/contract.json'), 'utf8')).not.toContain('/toys');
  expect((await readdir(path('specs'))).sort()).toEqual(['contract.json', 'source.json']);
});

test('what could not be read is told, and --strict refuses it', async () => {
  const dangling = shop();
  dangling.paths['/odd'] = { get: { responses: { 200: { $ref: '#/components/responses/gone' } } } };
  const { code, stdout } = await update(dangling, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('#/components/responses/gone leads nowhere');
  const strict = await update(dangling, '--strict');
  expect(strict.code).toBe(1);
  expect(strict.stderr).toContain('SOURCE_DANGLING_REF');
});

test('what moved in one version is not written into the overlays of another', async () => {
  const { code, stderr } = await run([
    'spec',
    'update',
    '--api-version',
    '2.99',
    '--apply-moves',
    '--from',
    'none.yaml',
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('--dir specs/intercom');
});

test('another contract is compared with where one is named', async () => {
  await update(shop());
  const next = shop();
  delete next.paths['/toys'];
  const flags = ['--dir', path('other'), '--compare-with', path('specs'), '--dry-run'];
  const { stdout } = await update(next, ...flags);
  expect(stdout).toContain('list_all_intercom_toys');
  expect(stdout).toContain(`Compared with ${path('specs')}/contract.json.`);
});
