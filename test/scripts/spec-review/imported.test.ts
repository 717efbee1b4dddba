import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewSpec } from '../../../scripts/spec-review/review-spec.ts';
import { run as runCommand } from '../../cli/support/run-line.ts';
import { sampleYaml, withPath } from '../../generator/import/support/fixture.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imported-'));
  await mkdir(join(folder, 'overlays'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Reviews a description by the real command; what would generate and write documentation is left out. */
async function review(description: string) {
  await writeFile(join(folder, 'description.yaml'), description);
  const dir = join(folder, 'widgets');
  return await reviewSpec({
    update: ['--from', join(folder, 'description.yaml'), '--dir', dir, '--overlays', join(folder, 'overlays')],
    contract: join(dir, 'contract.json'),
    out: join(folder, 'out'),
    test: false,
    run: async (_, [command, ...words]) => {
      if (command !== 'cli/main.ts' || words[0] !== 'spec') return { isDone: true, said: '' };
      const { code, stderr } = await runCommand(words);
      return { isDone: code === 0, said: stderr };
    },
  });
}

test('the command that is there reports a new description, and one that changes nothing', async () => {
  expect(await review(sampleYaml())).toEqual({ changed: true });
  expect(await review(sampleYaml())).toEqual({ changed: false });
  const gadgets = { get: { operationId: 'listGadgets', tags: ['Apple'], responses: { '200': { description: '' } } } };
  expect(await review(withPath('/gadgets', gadgets))).toEqual({ changed: true });
  const [title, label, body] = await Promise.all(
    ['title.txt', 'label.txt', 'body.md'].map((name) => readFile(join(folder, 'out', name), 'utf8')),
  );
  expect(title).toBe('New API description 2.16: 1 compatible\n');
  expect(label).toBe('tools: compatible\n');
  expect(body).toContain('gadgets');
});

test('a description that the import refuses is no pull request', async () => {
  await expect(review('<!doctype html>')).rejects.toThrow(/HTML|web page/i);
});
