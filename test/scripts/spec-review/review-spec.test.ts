import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotImported, reviewSpec } from '../../../scripts/spec-review/review-spec.ts';
import type { Run } from '../../../scripts/spec-review/run-program.ts';

const counts = { 'breaking for models': 1, 'breaking for importers': 0, compatible: 0, cosmetic: 0 };
const unchanged = {
  to: '2.16',
  counts: { ...counts, 'breaking for models': 0 },
  changes: [],
  todos: [],
};
const changed = { ...unchanged, counts, changes: [{}] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');

/** Programs that do what the real ones do to files; `fails` is a word of a line that goes wrong. */
async function review({ report = changed, contract = 'new', fails = 'none', test: runTests = false }) {
  const lines: string[] = [];
  await writeFile(join(folder, 'contract.json'), 'old');
  const run: Run = async (program, args) => {
    lines.push([program, ...args].join(' ').replaceAll(`${folder}/`, ''));
    const isDone = !args.includes(fails);
    if (args.includes('update') && isDone) {
      await writeFile(join(folder, 'contract.json'), contract);
      for (const name of ['report.json', 'report.md'])
        await writeFile(join(folder, 'out', name), name.endsWith('json') ? JSON.stringify(report) : '# Report\n');
    }
    return { isDone, said: isDone ? '' : 'it went wrong' };
  };
  const done = await reviewSpec({
    ...{ update: ['--from', 'x.yaml'], generate: ['--out', 'y'], contract: join(folder, 'contract.json') },
    ...{ out: join(folder, 'out'), test: runTests, run },
  });
  return { done, lines };
}

test('imports, generates and tests, one after the other, and writes a pull request', async () => {
  const { done, lines } = await review({ test: true });
  expect(done).toEqual({ changed: true });
  expect(lines).toEqual([
    'node cli/main.ts spec update --report out/report.md --report out/report.json --from x.yaml',
    'node cli/main.ts generate --out y',
    'node scripts/write-docs.ts',
    'npm test',
  ]);
  expect((await readdir(join(folder, 'out'))).sort()).toEqual([
    ...['body.md', 'label.txt', 'report.json', 'report.md', 'review.json', 'title.txt'],
  ]);
  expect(JSON.parse(await read('review.json'))).toEqual(done);
  expect(await read('label.txt')).toBe('tools: breaking for models\n');
  expect(await read('body.md')).toContain('# Report');
});

test.each([
  ['generate', 'npm run generate', 2],
  ['scripts/write-docs.ts', 'npm run docs:write', 3],
  ['test', 'npm test', 4],
])('a failure of %s is named in the text, and nothing is done after it', async (fails, step, count) => {
  const { done, lines } = await review({ fails, test: true });
  expect(done).toEqual({ changed: true, failed: step });
  expect(lines).toHaveLength(count);
  expect(await read('body.md')).toContain(`## Failed: ${step}\n\n\`\`\`text\nit went wrong`);
});

test('where nothing changed there is nothing to propose', async () => {
  const { done, lines } = await review({ report: unchanged, contract: 'old' });
  expect(done).toEqual({ changed: false });
  expect(lines).toHaveLength(1);
  expect(await readdir(join(folder, 'out'))).not.toContain('body.md');
});

test.each([
  ['a fact that changes no tool', { report: unchanged }],
  ['something to do by hand', { report: { ...unchanged, todos: [{ certain: false }] }, contract: 'old' }],
])('%s is proposed', async (_, setup) => {
  expect((await review(setup as Parameters<typeof review>[0])).done.changed).toBe(true);
});

test('a description that is refused ends it, and nothing of the last review is left', async () => {
  await review({});
  await expect(review({ fails: 'update' })).rejects.toThrow(NotImported);
  expect(await readdir(join(folder, 'out'))).toEqual([]);
});
