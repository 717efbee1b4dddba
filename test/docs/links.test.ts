import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages, root } from './support/pages.ts';

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** A page without what stands between fences, where nothing is a heading or a link. */
function proseOf(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '');
}

describe.each([...pages])('%s', (page, text) => {
  const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

  test('was merged to its end', () => {
    expect(text).not.toMatch(/^(?:<{7}|>{7}|={7}$)/m);
  });

  test('leads to files and headings that are there', () => {
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : normalize(join(dirname(page), file));
      expect(target.startsWith('..'), link).toBe(false);
      expect(existsSync(join(root, target)), link).toBe(true);
      if (anchor === undefined) continue;
      const headings = [...proseOf(pages.get(target) ?? '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
      expect(headings.map(anchorOf), link).toContain(anchor);
    }
  });
});

test('most pages lead somewhere', () => {
  expect([...pages.values()].filter((text) => /\]\([^)]+\)/.test(text)).length).toBeGreaterThan(20);
});
