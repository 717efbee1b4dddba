import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

/** Bytes that a browser loads before anything is shown, compressed: what was promised is 200,000. */
const BUDGET = 80_000;

const folder = inject('dashboard');

test('a browser loads little before the first page is there', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/dashboard\/([^"]+)"/g)].map(([, file = '']) => file);
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  // What a script imports is loaded with it.
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    if (file.endsWith('.js'))
      for (const [, next = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) follow(join('assets', next));
  };
  files.forEach(follow);
  const bytes = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  expect(bytes).toBeLessThan(BUDGET);
});

test('no file asks another host for anything, and the page has no script or style of its own', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
  for (const file of readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css')))
    expect(readFileSync(join(folder, 'assets', file), 'utf8'), file).not.toMatch(/url\(|@import/);
});
