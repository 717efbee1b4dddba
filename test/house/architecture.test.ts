import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { drawRooms } from '../../scripts/house/draw-rooms.ts';
import { folders, lineOf, patternOf } from '../../scripts/house/folders.ts';
import { files } from './support/house.ts';

const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
const sources = [...files.keys()].filter((path) => path.includes('/') && !path.startsWith('test/'));

test('the document shows the rooms as they really import each other', () => {
  const [, shown = ''] = /<!-- rooms -->\n([\s\S]*?)\n<!-- \/rooms -->/.exec(text) ?? [];
  expect(shown).toBe(drawRooms(files));
});

test('every folder with sources has its line, and every line a folder', () => {
  const held = new Set(sources.map(dirname));
  expect([...held].filter((folder) => lineOf(folder) === undefined)).toEqual([]);
  const known = new Set([...held].map((folder) => (folder in folders ? folder : patternOf(folder))));
  // What holds no TypeScript is looked for on the disk.
  const stale = Object.keys(folders).filter(
    (folder) => !known.has(folder) && !existsSync(new URL(`../../${folder.replace('*', 'intercom')}`, import.meta.url)),
  );
  expect(stale).toEqual([]);
});

test('the picture at the beginning has every folder of the runtime', () => {
  const [, picture = ''] = /^```\n([\s\S]*?)^```$/m.exec(text) ?? [];
  const names = new Set(sources.flatMap((path) => /^runtime\/(\w+)\//.exec(path)?.[1] ?? []));
  expect(names.size).toBeGreaterThan(12);
  for (const name of names) expect(picture).toMatch(new RegExp(`runtime/.*\\b${name}\\b`));
});

const steps = [...text.matchAll(/^\| \d+ \| `(\w+)` in `([\w./-]+)` \|/gm)].map(([, name = '', file = '']) => ({
  name,
  file,
}));

test('the steps of a call are functions that stand where the document says', () => {
  expect(steps.length).toBe(10);
  for (const { name, file } of steps) expect(files.get(file)?.text, file).toContain(`function ${name}`);
});

test('one step leads to the next: each file imports those of its own floor', () => {
  const importsOf = (path: string) => (files.get(path)?.imports ?? []).map(({ target }) => target);
  const [server = '', listed = '', tool = '', client = '', ...below] = steps.map(({ file }) => file);
  expect(importsOf(server)).toContain(listed);
  expect(importsOf(listed)).toContain(tool);
  expect(importsOf(tool)).toContain(client);
  expect(importsOf(client)).toEqual(expect.arrayContaining(below.slice(0, 5)));
  expect(importsOf(tool)).toContain(below.at(-1));
});

test('every path that the document names is there', () => {
  const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w.{},<>*-]*)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter(
    (path) =>
      !/[<>*{]/.test(path) &&
      !/^tools\/(?:list|call)$/.test(path) &&
      !existsSync(new URL(`../../${path}`, import.meta.url)),
  );
  expect(missing).toEqual([]);
});
