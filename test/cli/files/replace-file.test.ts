import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locked } from '../../../cli/files/locked.ts';
import { replaceFile } from '../../../cli/files/replace-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const rightsOf = async (file: string) => (await stat(file)).mode & 0o777;

test('a file is made with its rights, and keeps its own unless they are fixed', async () => {
  const file = join(folder, 'a/b.json');
  await replaceFile(file, 'one', { mode: 0o600 });
  expect(await rightsOf(file)).toBe(0o600);
  await chmod(file, 0o640);
  await replaceFile(file, 'two', { mode: 0o600 });
  expect(await rightsOf(file)).toBe(0o640);
  await replaceFile(file, 'three', { mode: 0o600, always: true });
  expect(await rightsOf(file)).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe('three');
  expect(await readdir(join(folder, 'a'))).toEqual(['b.json']);
});

test('what cannot be replaced stays, and nothing is left beside it', async () => {
  await writeFile(join(folder, 'file'), 'x');
  await expect(replaceFile(join(folder, 'file/below'), 'y', { mode: 0o600 })).rejects.toThrow(
    'file/below cannot be written',
  );
  await expect(replaceFile(folder, 'y', { mode: 0o600 })).rejects.toThrow('cannot be written');
  expect(await readdir(folder)).toEqual(['file']);
});

test('one at a time, also after one that failed', async () => {
  const file = join(folder, 'counter');
  await writeFile(file, '0');
  await expect(locked(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const add = () => locked(file, async () => writeFile(file, String(Number(await readFile(file, 'utf8')) + 1)));
  await Promise.all(Array.from({ length: 10 }, add));
  expect(await readFile(file, 'utf8')).toBe('10');
  expect(await readdir(folder)).toEqual(['counter']);
});
