import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contestants } from '../../bench/contestants/index.ts';
import { madeOnce } from '../../bench/contestants/made-once.ts';
import { otherBuild } from '../../bench/contestants/ours.ts';
import { processUsage } from '../../bench/support/process-usage.ts';

let folder = '';
let made = 0;
beforeEach(async () => {
  made = 0;
  folder = await mkdtemp(join(tmpdir(), 'bench-made-'));
  await writeFile(join(folder, 'api.json'), '{}');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(output: string): Promise<void> {
  made += 1;
  await mkdir(output);
  await writeFile(join(output, 'tool.ts'), '');
}

test('what was made of a description is made once, and again of another', async () => {
  const file = join(folder, 'api.json');
  const first = await madeOnce(folder, file, make);
  expect(await madeOnce(folder, file, make)).toBe(first);
  expect(made).toBe(1);
  await writeFile(file, '{ "paths": {} }');
  expect(await madeOnce(folder, file, make)).not.toBe(first);
  expect(made).toBe(2);
});

test('what broke off leaves nothing that would be taken for whole', async () => {
  const breaks = async (output: string): Promise<void> => {
    await make(output);
    throw new Error('no space');
  };
  await expect(madeOnce(folder, join(folder, 'api.json'), breaks)).rejects.toThrow('no space');
  expect(await readdir(folder)).toEqual(['api.json']);
  expect(existsSync(join(await madeOnce(folder, join(folder, 'api.json'), make), 'tool.ts'))).toBe(true);
});

test('of two runs that make the same one wins, and both have it', async () => {
  // As another process would that is done first.
  let other = '';
  const mine = await madeOnce(folder, join(folder, 'api.json'), async (output) => {
    await make(output);
    other = output.replace(/\.\d+$/, '');
    await mkdir(other);
    await writeFile(join(other, 'tool.ts'), 'of the other');
  });
  expect(mine).toBe(other);
  expect(await readdir(folder)).toEqual(['api.json', mine.slice(folder.length + 1)]);
});

test('contestants have names of their own, the bare server is the first, and every version is pinned', () => {
  const names = contestants.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe('floor');
  for (const { name, title } of contestants) if (name !== 'ours') expect(title).toMatch(/@\d+\.\d+\.\d+/);
});

test('another build has the name that it is given', () => {
  const file = join(folder, 'api.json');
  expect(otherBuild(file, 0)).toMatchObject({ name: 'other', title: 'another build of ours: api.json' });
  expect(otherBuild(file, 1).name).toBe('other-2');
  expect(otherBuild(`before=${file},${file}`, 1).name).toBe('before');
});

test('another build that is not there is refused', () => {
  expect(() => otherBuild('/nowhere.tgz', 0)).toThrow('--package /nowhere.tgz: there is no such folder or tarball');
});

const isLinux = process.platform === 'linux';
if (!isLinux) console.warn('SKIPPED: what a process takes is read from /proc, which Linux alone has');

test.runIf(isLinux)('what a process takes is known while it lives', () => {
  const usage = processUsage(process.pid);
  expect(usage?.resident).toBeGreaterThan(20);
  expect(usage?.peak).toBeGreaterThanOrEqual(usage?.resident ?? Number.NaN);
  expect(usage?.cpu).toBeGreaterThan(0);
  expect(processUsage(undefined)).toBeUndefined();
});
