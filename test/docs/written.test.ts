import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { llmsText } from '../../scripts/docs/llms-text.ts';
import { firstSentence, readContents, withSentences } from '../../scripts/docs/read-contents.ts';
import { toolsPage } from '../../scripts/docs/tools-page.ts';
import { pages, root, textOf } from './support/pages.ts';

const contents = readContents();

test('the page of all tools is what the catalog says (npm run docs:write)', () => {
  expect(textOf('docs/tools.md')).toBe(toolsPage());
});

test('llms.txt is what the pages say (npm run docs:write)', () => {
  expect(readFileSync(`${root}/llms.txt`, 'utf8')).toBe(llmsText(contents, (path) => `docs/${path}`));
});

test('the table of contents has the first sentence of each page (npm run docs:write)', () => {
  const text = textOf('docs/README.md');
  expect(withSentences(text, contents)).toBe(text);
});

test('every page stands in the table of contents once, and begins with a sentence about itself', () => {
  const listed = contents.flatMap((group) => group.pages);
  const held = [...pages.keys()].filter((path) => path.startsWith('docs/') && path !== 'docs/README.md');
  expect(listed.map(({ path }) => `docs/${path}`).toSorted()).toEqual(held.toSorted());
  for (const { path, about } of listed) {
    expect(about, path).toMatch(/^[A-Z].{20,200}\.$/);
    expect(textOf(`docs/${path}`), path).toMatch(/^# \S.*\n\n/);
  }
});

test.each([
  ['# T\n\nOne [link](x.md), **two**. Three.\n', 'One link, two.'],
  ['# T\n\nVersion 2.16 of\nit: more. And\n', 'Version 2.16 of it: more.'],
  ['# T\n\n```sh\nx\n```\n', ''],
  ['# T\n\n| a |\n', ''],
])('the first sentence of %j is %j', (page, expected) => {
  expect(firstSentence(page)).toBe(expected);
});
