import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layout } from '../../../runtime/text/markdown-to-html.ts';
import { toHtml } from '../../../runtime/text/to-html.ts';
import { expectLinear } from '../../support/expect-linear.ts';

const same: readonly [name: string, text: string, html: string][] = [
  ['quotation marks stay', '**Hello** "you"', '<p><strong>Hello</strong> "you"</p>'],
  ['an underscore or a star within words is none', 'a\nsnake_case 2 * 3, 2*3*4', '<p>a<br>snake_case 2 * 3, 2*3*4</p>'],
  [
    'emphasis and a link',
    'Hi **Ana**, [docs](https://x.example/?a=1&b=2)',
    '<p>Hi <strong>Ana</strong>, <a href="https://x.example/?a=1&amp;b=2">docs</a></p>',
  ],
  ['the end of a line is one', 'Hi,\nbye', '<p>Hi,<br>bye</p>'],
  ['a break and the end of its line are one', 'Hi,<br>\nbye', '<p>Hi,<br>bye</p>'],
  ['paragraphs', 'Hi\n\nbye', '<p>Hi</p><p>bye</p>'],
  ['lists in lists', '1. One\n   - a\n2. Two', '<ol><li>One<ul><li>a</li></ul></li><li>Two</li></ol>'],
  [
    'code',
    '`a<b`\n\n```js\nx < "y"\n```',
    '<p><code>a&lt;b</code></p><pre><code class="language-js">x &lt; "y"</code></pre>',
  ],
  ['a picture', '![p](https://x.example/p.png)', '<p><img src="https://x.example/p.png" alt="p"></p>'],
  ['a line below words makes no heading of them', 'Thanks\n---\nBob', '<p>Thanks</p><hr><p>Bob</p>'],
  ['indented words are no code', '    Best\n    Bob', '<p>Best<br>Bob</p>'],
  ['HTML', '<p>2*3*4 <b>x</b></p>', '<p>2*3*4 <b>x</b></p>'],
  ['HTML with empty lines', '<div>\n\n    <p>a</p>\n</div>', '<div>\n\n    <p>a</p>\n</div>'],
  ['a line of HTML', '<b>Hi</b>', '<b>Hi</b>'],
  ['HTML within Markdown', 'Hi <b>Ana</b>, **bye**', '<p>Hi <b>Ana</b>, <strong>bye</strong></p>'],
  ['lines that begin with HTML', '<b>A</b>\n\n<i>B</i>', '<p><b>A</b></p><p><i>B</i></p>'],
  [
    'blocks of HTML between Markdown',
    '<div>a</div>\n\n**b**\n\n<div>c</div>',
    '<div>a</div><p><strong>b</strong></p><div>c</div>',
  ],
  ['what only looks like a tag', 'Dear <Your Name>, a < b', '<p>Dear &lt;Your Name&gt;, a &lt; b</p>'],
  ['a placeholder', 'Hi {{first_name|fallback:"*you*"}} *x*', '<p>Hi {{first_name|fallback:"*you*"}} <em>x</em></p>'],
  ['a placeholder as an address', '[x]({{url}}) **y**', '<p><a href="{{url}}">x</a> <strong>y</strong></p>'],
  [
    'an address that is a script is no link',
    '**x** [y](javascript:alert(1))',
    '<p><strong>x</strong> [y](javascript:alert(1))</p>',
  ],
  ['white space', ' \n ', ' \n '],
];

test.each(same)('%s', (_name, text, html) => {
  expect(toHtml(text, 'message')).toBe(html);
  expect(toHtml(text, 'document')).toBe(html);
});

const table = '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |';

test.each<[text: string, html: Record<Layout, string>]>([
  ['# A', { message: '<h1>A</h1>', document: '<h1>A</h1>' }],
  ['### A', { message: '<p><strong>A</strong></p>', document: '<h3>A</h3>' }],
  ['###### A', { message: '<p><strong>A</strong></p>', document: '<h4>A</h4>' }],
  [
    table,
    {
      message: '<p><strong>a</strong> | <strong>b</strong><br>1 | 2<br>3 | 4</p>',
      document:
        '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
    },
  ],
])('%j is laid out as its field can be', (text, html) => {
  expect(toHtml(text, 'message')).toBe(html.message);
  expect(toHtml(text, 'document')).toBe(html.document);
});

test('a message of one line of plain words stays as it is, an article is made of paragraphs', () => {
  expect(toHtml('Hello "you"', 'message')).toBe('Hello "you"');
  expect(toHtml('Hello "you"', 'document')).toBe('<p>Hello "you"</p>');
});

test('what it made is HTML, and stays as it is', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '<b>',
    '</b>',
    '<p>',
    '[a](',
    ')',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '# ',
    '| ',
    '|-',
    '{{',
    '}}',
    'a',
    ' ',
    '&',
    '<',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = toHtml(pieces.join(''), 'document');
      if (html.startsWith('<p>')) expect(toHtml(html, 'document')).toBe(html);
    }),
    { numRuns: 500 },
  );
});

test.each(['[', '*a **b ', '![', '[a](', '<b>', '<!-- ', '{{a', 'x*y', '- a\n', '[a]: <'])(
  'hostile %j takes time in proportion',
  (piece) => {
    expectLinear(10_000, (size) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      return () => toHtml(text, 'document');
    });
  },
);
