import { expect, test } from 'vitest';
import { paragraphs } from '../../../sandbox/html/paragraphs.ts';

test.each([
  ['a < b\nc\n\nd', '<p>a &lt; b<br>c</p>\n<p>d</p>'],
  ['<html> <body>  <h2>T</h2><p>a</p> </body> </html>', '<h2>T</h2><p>a</p>'],
  ['a <b>b</b>', 'a <b>b</b>'],
])('%j is stored as %j', (text, html) => {
  expect(paragraphs(text)).toBe(html);
});

test('where HTML is not supported, tags are text', () => {
  expect(paragraphs('a <b>b</b>', false)).toBe('<p>a &lt;b&gt;b&lt;/b&gt;</p>');
});
