import { expect, test } from 'vitest';
import { loadedBy } from './support/house.ts';

function outside(entry: string): string[] {
  return loadedBy(entry)
    .filter((target) => !/^runtime\//.test(target))
    .toSorted();
}

test('the runtime needs zod, and no generated tool', () => {
  expect(loadedBy('runtime/index.ts')).toContain('runtime/client.ts');
  expect(outside('runtime/index.ts')).toEqual(['zod/mini']);
});

test('serving MCP loads no generated tool', () => {
  expect(loadedBy('runtime/mcp/index.ts')).toContain('runtime/mcp/server.ts');
  expect(outside('runtime/mcp/index.ts')).toEqual([
    '@modelcontextprotocol/server',
    '@modelcontextprotocol/server/stdio',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'minisearch',
    'zod',
    'zod/mini',
  ]);
});
