import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../scripts/house.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'house-'));
  await mkdir(join(folder, 'runtime'));
  await writeFile(join(folder, 'runtime/heap.ts'), 'export const a = 1;\n');
});
afterAll(() => rm(folder, { recursive: true }));

function run(...options: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, folder, ...options], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test('a table for readers, JSON for programs, and an exit code for checks', async () => {
  const [table, json, check] = await Promise.all([run(), run('--json'), run('--check')]);
  expect(table).toMatchObject({ code: 0, stdout: expect.stringMatching(/^files at the runtime's root +1$/m) });
  expect(JSON.parse(json.stdout)).toMatchObject({ runtimeRoot: ['runtime/heap.ts'], folderCircles: [] });
  expect(check).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Not allowed by scripts/house/rooms.ts: runtime/heap.ts is in no room of the runtime\n',
  });
});
