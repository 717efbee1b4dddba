import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = new URL('../../examples/', import.meta.url);

/** What the examples share. */
const helpers = ['README.md', 'stand-in.ts', 'scripted-model.ts'];

const text = await readFile(new URL('README.md', folder), 'utf8');
const rows = [...text.matchAll(/^\| \[([\w.-]+)\]\(([^)]+)\) \| (.+?) \| (?:\[([^\]]+)\]\(([^)]+)\))? ?\|$/gm)];

test('the table has every example, once, and each leads to it', () => {
  const examples = readdirSync(fileURLToPath(folder)).filter((name) => !helpers.includes(name));
  expect(rows.map(([, name]) => name).toSorted()).toEqual(examples.toSorted());
  for (const [, name, link, shows, file, target] of rows) {
    expect(link).toBe(name);
    expect(shows?.length).toBeGreaterThan(20);
    if (target === undefined) continue;
    expect(target).toBe(`${name}/${file}`);
    expect(existsSync(new URL(target, folder)), target).toBe(true);
  }
});
