import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
  const [first = '', second] = file.split(sep);
  return second === undefined ? first.endsWith('.ts') && first !== 'stand-in.ts' : second === 'main.ts';
});

test('there are examples', () => {
  expect(programs.length).toBeGreaterThanOrEqual(5);
});

test.for(programs)('%s runs to its end and every assertion in it holds', async (program) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=intercom-mcp-toolkit:source',
    `${folder}${program}`,
  ]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
});
