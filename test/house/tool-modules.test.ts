import { expect, test } from 'vitest';
import { importsOf } from '../../scripts/house/source-files.ts';
import { files, loadedBy } from './support/house.ts';

const modules = [...files.values()].filter(({ path }) => path.startsWith('generated/intercom/tools/'));

test('a tool module imports zod, the shape of a tool, and its types', () => {
  expect(modules.length).toBeGreaterThan(30);
  for (const { path, imports } of modules) {
    const allowed = ['zod', 'runtime/tool/tool.ts', 'generated/intercom/types/schema.d.ts'];
    const other = imports.filter(
      ({ target, typeOnly, lazy }) => lazy || !allowed.includes(target) || (target.endsWith('.d.ts') && !typeOnly),
    );
    expect(other.map(({ target }) => `${path} -> ${target}`)).toEqual([]);
    expect(imports.map(({ target }) => target)).toContain('zod');
  }
});

test('the shape of a tool is a few small files of its room and the one below, and needs zod alone', () => {
  const shape = loadedBy('runtime/tool/tool.ts');
  expect(shape.filter((target) => !/^runtime\/(?:tool|value)\/[a-z-]+\.ts$/.test(target))).toEqual(['zod']);
  expect(shape.length).toBeLessThan(8);
});

test('importing one tool loads its own module, zod and the shape of a tool', () => {
  const shape = loadedBy('runtime/tool/tool.ts');
  expect(shape).toContain('zod');
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
