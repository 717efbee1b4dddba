import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeTogether } from '../../../generator/write/write-together.ts';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return { ...actual, rename: vi.fn(actual.rename), writeFile: vi.fn(actual.writeFile) };
});

const broken = new Error('the disk is full');
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'import-write-'));
});
afterEach(async () => {
  vi.mocked(rename).mockClear();
  await rm(dir, { recursive: true });
});

function write(...names: string[]) {
  return writeTogether(new Map(names.map((name) => [join(dir, name), `new ${name}`])));
}
async function found(): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name), 'utf8')] as const)),
  );
}

describe('writeTogether', () => {
  test('writes what differs and leaves the rest untouched', async () => {
    await writeFile(join(dir, 'a'), 'new a');
    expect(await write('a', 'b')).toEqual([join(dir, 'b')]);
    expect(await found()).toEqual({ a: 'new a', b: 'new b' });
    expect(rename).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['old', { a: 'old' }],
    [undefined, {}],
  ])('puts the first file back (%s) when the second cannot take its place', async (before, want) => {
    if (before !== undefined) await writeFile(join(dir, 'a'), before);
    const actual = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    vi.mocked(rename).mockImplementationOnce(actual.rename).mockRejectedValueOnce(broken);
    await expect(write('a', 'b')).rejects.toBe(broken);
    expect(await found()).toEqual(want);
  });

  test('leaves nothing behind when a file cannot be written at all', async () => {
    const actual = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    vi.mocked(writeFile).mockImplementationOnce(actual.writeFile).mockRejectedValueOnce(broken);
    await expect(write('a', 'b')).rejects.toBe(broken);
    expect(await found()).toEqual({});
  });
});
