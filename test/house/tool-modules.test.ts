import { expect, test } from 'vitest';
import { importsOf } from '../../scripts/house/source-files.ts';
import { files, loadedBy } from './support/house.ts';

const modules = [...files.values()].filter(({ path }) => path.startsWith('generated/intercom/tools/'));

test('a tool module imports zod, the shape of a tool, and its types', () => {
  expect(modules.length).toBeGreaterThan(30);
  for (const { path, imports } of modules) {
    const values = ['zod/mini', 'runtime/tool/index.ts'];
    const types = ['runtime/tool/tool.ts', path.replace('/tools/', '/inputs/'), 'generated/intercom/types/outputs.ts'];
    const other = imports.filter(({ target, typeOnly, lazy }) => lazy || !(typeOnly ? types : values).includes(target));
    expect(other.map(({ target }) => `${path} -> ${target}`)).toEqual([]);
    expect(imports.map(({ target }) => target)).toContain('zod/mini');
  }
});

test('what tools are made with is a few small files of its room and the one below, and needs zod alone', () => {
  const shape = loadedBy('runtime/tool/index.ts');
  expect(shape.filter((target) => !/^runtime\/(?:tool|value)\/[a-z-]+\.ts$/.test(target))).toEqual(['zod/mini']);
  // One for each place of a request that a value is written in, and for what a value may be.
  expect(shape.length).toBeLessThan(20);
});

test('what a tool is says nothing of zod, types included', () => {
  const seen = new Set(['runtime/tool/tool.ts']);
  for (const path of seen) for (const { target } of files.get(path)?.imports ?? []) seen.add(target);
  expect([...seen].filter((target) => !target.startsWith('runtime/tool/'))).toEqual([]);
});

test('importing one tool loads its own module, zod and what tools are made with', () => {
  const shape = loadedBy('runtime/tool/index.ts');
  expect(shape).toContain('zod/mini');
  for (const { path } of modules) expect(loadedBy(path).filter((target) => !shape.includes(target))).toEqual([path]);
});

test('no tool module speaks of MCP', () => {
  expect(modules.filter(({ text }) => /modelcontextprotocol|runtime\/mcp/.test(text))).toEqual([]);
});

test('the map of modules loads none of them at once', () => {
  const path = 'generated/intercom/modules.ts';
  const found = importsOf(path, files.get(path)?.text ?? '');
  expect(found.map(({ target }) => target).toSorted()).toEqual(modules.map(({ path }) => path));
  expect(found.every(({ lazy }) => lazy)).toBe(true);
});
