import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { program } from '../../cli/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a file loads at once: imports of values, not those of types or within functions. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;']*?\sfrom\s+)?'([^']+)'/gm;

function loadedBy(start: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [statement, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      const isTypes = /\{\s*(?:type \w+(?: as \w+)?,?\s*)+\}/.test(statement);
      if (name.startsWith('.') && name.endsWith('.ts') && !isTypes) queue.push(join(dirname(file), name));
      else if (!name.startsWith('.') && !name.startsWith('node:') && !isTypes) packages.add(name);
    }
  }
  return { files, packages };
}

test('a start loads the options of all commands, and nothing of what they do', () => {
  const { files, packages } = loadedBy('cli/program.ts');
  expect([...packages]).toEqual(['@commander-js/extra-typings', 'fast-string-truncated-width']);
  expect([...files].filter((file) => /^(?:gateway|generator|sandbox|dashboard|runtime\/mcp)\//.test(file))).toEqual([]);
  // 85 when this was written: what grows it is loaded at every word that a shell completes.
  expect(files.size).toBeLessThan(95);
  expect(files).toContain('cli/commands/gateway-keys.ts');
});

test('a line that begins with a command makes the options of that one alone, and its name is the one it is found by', () => {
  const all = program().commands.map((command) => command.name());
  expect(all.length).toBeGreaterThan(20);
  for (const name of all.filter((each) => each !== 'complete'))
    expect(program(name).commands.map((command) => command.name())).toEqual([name]);
});

test.each([undefined, '', 'help', '--help', 'tols', 'complete', 'toString'])('any other line makes all: %j', (word) => {
  expect(program(word).commands.map((command) => command.name())).toEqual(
    program().commands.map((each) => each.name()),
  );
});
