import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalogue } from '../../../generator/diagnostics/diagnostics.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

test('every code is explained, and every explanation has a code', () => {
  const explained = [...read('docs/diagnostics.md').matchAll(/^### ([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(explained.toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

test('every code is used', () => {
  const folder = fileURLToPath(new URL('../../../generator/', import.meta.url));
  const sources = [
    'cli/commands/generate.ts',
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!dist).*\.ts$/.test(file) && file !== 'diagnostics.ts')
      .map((file) => `generator/${file}`),
  ];
  const text = sources.map(read).join('\n');
  for (const code of Object.keys(catalogue)) expect(text, code).toContain(`'${code}'`);
});
