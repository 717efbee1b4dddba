import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));
const programs = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'stand-in.ts');

test('there are examples', () => {
  expect(programs.length).toBeGreaterThanOrEqual(3);
});

test.for(programs)('%s runs to its end and every assertion in it holds', async (program) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=intercom-mcp-toolkit:source',
    `${folder}${program}`,
  ]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
});
