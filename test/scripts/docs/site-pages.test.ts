import { describe, expect, test } from 'vitest';
import { sitePages } from '../../../scripts/docs/site-pages.ts';
import { sourceAddress } from '../../../scripts/docs/source-address.ts';

const alone = sitePages(undefined);
const published = sitePages('https://code.example/toolkit');

/** A page of those. */
function pageOf(pages: typeof alone, path: string): string {
  return pages.find((page) => page.path === path)?.text ?? '';
}

describe('the pages of the site', () => {
  test('are those of docs/, its table of contents first, and some that stand beside it', () => {
    const paths = alone.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['index.md', 'start.md', 'reporting.md', 'contributing.md', 'changes.md']),
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).not.toContain('README.md');
  });

  test('lead to each other by their places on the site', () => {
    expect(pageOf(alone, 'security.md')).toContain('[SECURITY.md](./reporting.md)');
    expect(pageOf(alone, 'reporting.md')).toContain('[The security model](./security.md)');
    expect(pageOf(alone, 'start.md')).toContain('[what to do](./troubleshooting.md)');
  });

  test('lead to sources where the repository is known, and have words alone where not', () => {
    expect(pageOf(published, 'operations.md')).toContain('[`deploy/`](https://code.example/toolkit/tree/main/deploy)');
    expect(pageOf(published, 'discovery.md')).toContain('(https://code.example/toolkit/blob/main/intercom/sayings.ts)');
    for (const { path, text } of alone) expect(text.match(/\]\(\.\.\/[^)]*\)/g), path).toBeNull();
  });

  test('keep addresses, pictures and anchors as they are', () => {
    expect(pageOf(alone, 'dashboard.md')).toContain('](images/create-light.webp)');
    expect(pageOf(alone, 'clients.md')).toContain('[source](https://github.com/');
    expect(pageOf(alone, 'connect.md')).toContain('](#claude-desktop)');
  });

  test('have the tools lead to the catalog, and the changes be found by no search', () => {
    expect(pageOf(alone, 'tools.md')).toContain('href="./catalog/tools/get_single_intercom_me.html"');
    expect(pageOf(alone, 'changes.md')).toMatch(/^---\nsearch: false\n---\n/);
  });
});

test.each([
  [{ repository: { type: 'git', url: 'git+https://code.example/a/b.git' } }, 'https://code.example/a/b'],
  [{ repository: 'https://code.example/a/b' }, 'https://code.example/a/b'],
  [{ repository: { url: 'git@code.example:a/b.git' } }, undefined],
  [{ repository: { url: 'git+https://code.example/GITHUB-OWNER/b.git' } }, undefined],
  [{}, undefined],
])('the sources of %j are at %s', (manifest, expected) => {
  expect(sourceAddress(manifest)).toBe(expected);
});
