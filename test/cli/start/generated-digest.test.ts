import { appendFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isGeneratedCurrent, keepDigest } from '../../../cli/start/generated-digest.ts';
import { importedVersions, requireImported } from '../../../cli/start/intercom-folders.ts';
import { TOOL_VERSIONS } from '../../../intercom/open-api.ts';

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

test('the tools that are committed are current, of every version: npm run generate keeps that', async () => {
  const versions = importedVersions(root);
  expect(versions.toSorted()).toEqual(TOOL_VERSIONS);
  for (const version of versions) expect([version, await isGeneratedCurrent(root, version)]).toEqual([version, true]);
});

test('a change of one version is none of the others, and a change of the overlays is one of all', async () => {
  await mkdir(join(copy, 'specs/intercom-2.15'), { recursive: true });
  await mkdir(join(copy, 'generated/intercom-2.15'), { recursive: true });
  await writeFile(join(copy, 'specs/intercom-2.15/contract.json'), '{}');
  expect(importedVersions(copy)).toEqual(['2.16', '2.15']);
  const current = () => Promise.all([isGeneratedCurrent(copy), isGeneratedCurrent(copy, '2.15')]);
  const keep = async () => {
    await keepDigest(copy);
    await keepDigest(copy, '2.15');
  };
  await keep();
  await writeFile(join(copy, 'specs/intercom-2.15/contract.json'), '{ }');
  expect(await current()).toEqual([true, false]);
  await keep();
  await appendFile(join(copy, 'specs/intercom/overlays/words/articles.yaml'), '\n');
  expect(await current()).toEqual([false, false]);
});

test.each(['2.13', '../intercom', ''])('the version %j was not imported, and what does it is said', (version) => {
  expect(() => requireImported(root, version)).toThrow(`version ${version} of the API was not imported`);
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
