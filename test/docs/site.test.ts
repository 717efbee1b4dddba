import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContents } from '../../scripts/docs/read-contents.ts';
import { root } from './support/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run docs` with these options. */
function docs(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/docs.ts'), ...args], { cwd: folder, encoding: 'utf8' });
}

/** Links of a page to headings of the site that are not there. */
function deadAnchors(out: string, page: string): readonly string[] {
  const html = readFileSync(join(out, page), 'utf8');
  const links = [...html.matchAll(/href="([^":]*)#([^"]+)"/g)].map(([, path = '', anchor = '']) => ({
    target: path === '' ? page : path.replace('/toolkit/', '').replace(/^\.\//, ''),
    anchor: decodeURIComponent(anchor),
  }));
  return links
    .filter(({ target, anchor }) => !readFileSync(join(out, target), 'utf8').includes(`id="${anchor}"`))
    .map(({ target, anchor }) => `${target}#${anchor}`);
}

const isInstalled = existsSync(join(root, 'site/node_modules'));
if (!isInstalled) console.warn('SKIPPED: the site of the documentation (npm ci --prefix site)');

describe.skipIf(!isInstalled)('the site', () => {
  test('is made below any address: every page, the catalog, what models read; dead links would end it', () => {
    const out = join(folder, 'out');
    const { status, stderr, stdout } = docs('--base', '/toolkit/', '--out', out);
    expect(stderr).not.toMatch(/dead link/i);
    expect(status, stdout + stderr).toBe(0);
    const pages = readContents().flatMap((group) => group.pages);
    for (const { path } of pages) {
      expect(readFileSync(join(out, path.replace(/\.md$/, '.html')), 'utf8')).toContain('<h1');
      expect(readFileSync(join(out, 'llms.txt'), 'utf8')).toContain(`(/toolkit/${path})`);
      expect(existsSync(join(out, path)), path).toBe(true);
    }
    for (const { path } of pages) expect(deadAnchors(out, path.replace(/\.md$/, '.html')), path).toEqual([]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('src="/toolkit/assets/');
    expect(existsSync(join(out, 'catalog/tools/get_single_intercom_me.html'))).toBe(true);
    const whole = readFileSync(join(out, 'llms-full.txt'), 'utf8');
    for (const title of ['# Connect a client', '# All tools', '# Security model']) expect(whole).toContain(title);
  });

  test('a folder with other files is left as it is, and an address that is none is refused', () => {
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(docs('--out', folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('holds other files') });
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
    expect(docs('--base', 'toolkit')).toMatchObject({ status: 1, stderr: expect.stringContaining('slash') });
  });
});
