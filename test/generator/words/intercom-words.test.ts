import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDescription } from '../../../generator/build/plan-description.ts';
import { inspectWords, type WordsReport } from '../../../generator/words/inspect-words.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { createToolIndex } from '../../../runtime/discovery/tool-index.ts';

const specs = fileURLToPath(new URL('../../../specs/intercom/', import.meta.url));
const intercom = { spec: join(specs, 'contract.json'), overlays: join(specs, 'overlays'), name: 'intercom' };

describe('the words of Intercom', () => {
  let report: WordsReport;
  beforeAll(async () => {
    report = await inspectWords(intercom);
  });

  test('are there, of every tool and argument', () => {
    expect(report.wordless.map(({ tool }) => tool)).toEqual([]);
    expect(report.tools).toHaveLength(231);
  });

  test('keep every rule', () => {
    expect(report.problems.map(({ at, rule, message }) => `${at} ${rule}: ${message}`)).toEqual([]);
  });
});

describe('tools of two resources whose words are gone', () => {
  const gone = ['tickets', 'news'];
  let folder = '';
  let catalog: readonly CatalogEntry[] = [];
  let wordless: readonly CatalogEntry[] = [];
  let written: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'words-'));
    await mkdir(join(folder, 'words'));
    const files = await readdir(intercom.overlays, { recursive: true });
    const kept = files.filter(
      (file) => file.endsWith('.yaml') && !gone.some((module) => file === `words/${module}.yaml`),
    );
    for (const file of kept) await copyFile(join(intercom.overlays, file), join(folder, file));
    ({ catalog } = await planDescription({ ...intercom, overlays: folder, expectWords: true }));
    wordless = catalog.filter(({ module }) => gone.includes(module));
    const { default: before } = await import('../../../generated/intercom/catalog.json', { with: { type: 'json' } });
    written = new Map(before.map(({ name, title }) => [name, title]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('are all there, each with words of its own that are short', () => {
    expect(wordless).toHaveLength(18);
    expect(new Set(wordless.map(({ description }) => description)).size).toBe(18);
    for (const { title, description } of wordless) {
      expect(title).toMatch(/^[A-Z][a-z]+ .{3,54}$/);
      expect(description).toMatch(/^[A-Z][a-z]+ .{8,390}\.$/);
    }
  });

  test('are found by what a person would call them', () => {
    // Nobody has said anything of a new tool.
    const sayings = Object.fromEntries(
      Object.entries(intercomProfile.sayings ?? {}).filter(([name]) => !wordless.some((entry) => entry.name === name)),
    );
    const index = createToolIndex(catalog, { ...intercomProfile, sayings });
    const all = new Set(catalog.map(({ name }) => name));
    const missed = wordless.filter(({ name }) => {
      const first = index.search(written.get(name) ?? '', all).slice(0, 5);
      return !first.some(({ entry }) => entry.name === name);
    });
    expect(missed.map(({ name }) => [name, written.get(name)])).toEqual([]);
  });
});
