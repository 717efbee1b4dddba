import { appendFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isGeneratedCurrent, keepDigest } from '../../../cli/start/generated-digest.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const FILES = [
  'specs/intercom/overlays/words/articles.yaml',
  'specs/intercom/contract.json',
  'generator/package.json',
  'generator/generate.ts',
  'generator/templates/module.ts.hbs',
  'generated/intercom/catalog.json',
];
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'digest-'));
  for (const path of FILES) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await cp(join(root, path), join(copy, path));
  }
});
afterAll(() => rm(copy, { recursive: true }));

test('the tools that are committed are current: npm run generate keeps that', async () => {
  expect(await isGeneratedCurrent()).toBe(true);
});

test('without a digest nothing is current', async () => {
  expect(await isGeneratedCurrent(copy)).toBe(false);
});

test.each(FILES)('a change of %s is noticed', async (path) => {
  await keepDigest(copy);
  expect(await isGeneratedCurrent(copy)).toBe(true);
  await appendFile(join(copy, path), '\n');
  expect(await isGeneratedCurrent(copy)).toBe(false);
});

test('a file that is renamed, or gone, is noticed; what is built or installed is none', async () => {
  await keepDigest(copy);
  await mkdir(join(copy, 'generator/dist'));
  await mkdir(join(copy, 'generator/node_modules'));
  await writeFile(join(copy, 'generator/dist/index.js'), 'built');
  await writeFile(join(copy, 'generator/node_modules/a.js'), 'installed');
  expect(await isGeneratedCurrent(copy)).toBe(true);
  const words = join(copy, 'specs/intercom/overlays/words');
  await rename(join(words, 'articles.yaml'), join(words, 'article.yaml'));
  expect(await isGeneratedCurrent(copy)).toBe(false);
  await rm(join(words, 'article.yaml'));
  expect(await isGeneratedCurrent(copy)).toBe(false);
});
