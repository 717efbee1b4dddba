import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** Every module that a module reaches by static imports: files by their path in the project, packages by name. */
async function reach(entry: string): Promise<ReadonlyMap<string, string>> {
  const importers = new Map<string, string>([[entry, '']]);
  for (const file of importers.keys()) {
    if (!file.endsWith('.ts')) continue;
    const source = await readFile(new URL(file, root), 'utf8');
    for (const [, target = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)';/gms)) {
      const found = target.startsWith('.') ? new URL(target, new URL(file, root)).href.slice(root.href.length) : target;
      if (!importers.has(found)) importers.set(found, file);
    }
  }
  return importers;
}

test('the runtime needs zod, and no generated tool', async () => {
  const modules = [...(await reach('runtime/index.ts')).keys()];
  expect(modules).toContain('runtime/client.ts');
  expect(modules.filter((module) => !module.startsWith('runtime/'))).toEqual(['generated/intercom/facts.ts', 'zod']);
});

test('serving MCP loads no generated tool', async () => {
  const modules = [...(await reach('runtime/mcp/index.ts')).keys()];
  expect(modules).toContain('runtime/mcp/server.ts');
  expect(modules.filter((module) => !module.startsWith('runtime/')).sort()).toEqual([
    '@modelcontextprotocol/server',
    '@modelcontextprotocol/server/stdio',
    'minisearch',
    'zod',
  ]);
});

test('a tool module needs no client', async () => {
  expect([...(await reach('runtime/tool/tool.ts')).keys()]).toEqual([
    'runtime/tool/tool.ts',
    'runtime/tool/as-file.ts',
    'runtime/tool/deep-object.ts',
    'runtime/tool/path.ts',
    'runtime/value/value.ts',
  ]);
});
