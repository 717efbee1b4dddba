import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalHtml } from '../../../runtime/text/normal-html.ts';
import { documentReader } from '../../../runtime/text/read-document.ts';
import { toHtml } from '../../../runtime/text/to-html.ts';
import { expectLinear } from '../../support/expect-linear.ts';

const incidental = new Set(['class=own', 'target']);
const read = documentReader(incidental);

function expectSame(html: string): void {
  const markdown = read(html);
  expect(normalHtml(toHtml(markdown, 'document'), incidental), markdown).toBe(normalHtml(html, incidental));
}

test.each([
  ['<h2>A</h2><p>b <b>c</b><br>d</p>', '## A\n\nb **c**\nd'],
  ['<p class="own">a <a href="https://x.example" target="_blank">l</a></p>', 'a [l](https://x.example)'],
  ['<ul><li>x</li></ul><ul><li>y</li></ul>', '- x\n\n<ul><li>y</li></ul>'],
  ['<ol><li><p>x</p><ul><li>n</li></ul></li></ol>', '1. x\n\n   - n'],
  ['<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', ''],
  ['<pre><code class="language-js">a\n\n*b*</code></pre>', '```js\na\n\n*b*\n```'],
  ['<p>a &lt;b&gt; &amp;</p>', 'a \\<b> &'],
  ['<p>x</p>', 'x'],
  // What Markdown cannot say.
  ['<p>2**3 is *not* bold</p>', '<p>2**3 is *not* bold</p>'],
  ['<p>1. x</p>', '<p>1. x</p>'],
  ['<h2 id="h_1">T</h2><p>x</p>', '<h2 id="h_1">T</h2>\n\nx'],
  ['<div class="callout"><p>a</p>\n\n<p>b</p></div>', '<div class="callout"><p>a</p>\n<p>b</p></div>'],
  ['<iframe src="https://v.example/1"></iframe><p>x</p>', '<iframe src="https://v.example/1"></iframe>\n\nx'],
  ['<p></p><p>a</p>', '<p></p>\n\na'],
  ['<p>open<b>never closed</p><p>x</p>', ''],
])('%s can be written back', (html, markdown) => {
  if (markdown !== '') expect(read(html)).toBe(markdown);
  expectSame(html);
  // An answer that was read is not read again.
  expect(read(read(html))).toBe(read(html));
});

test('what nobody sees is left out all the same', () => {
  expect(read('<p>a</p><p style="display:none">hidden</p><!-- x --><p>b</p>')).toBe('a\n\nb');
  expect(read('<p style="color:red">a<span hidden>hidden</span></p>')).toBe('a');
  expect(read('Hi <span hidden>hidden</span> there')).toBe('Hi there');
});

test('any HTML of an article', () => {
  const text = fc.constantFrom(
    'word',
    'a b',
    '*',
    '**b**',
    '_x_',
    '1. ',
    '# ',
    '- ',
    '`',
    '[l](u)',
    '&lt;p&gt;',
    '&amp;',
    '|',
    '{{n|fallback:"*"}}',
    '\\',
    '~~',
    '!',
    '2*3*4',
    '> ',
  );
  const inline = fc.letrec<{ one: string; many: string }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.constant('<br>'),
      fc
        .tuple(fc.constantFrom('b', 'strong', 'i', 'em', 'code', 's', 'u'), tie('many'))
        .map(([tag, html]) => `<${tag}>${html}</${tag}>`),
      tie('many').map((html) => `<a href="https://x.example/?a=1&amp;b=(2)">${html}</a>`),
      fc.constant('<img src="https://x.example/p.png" alt="p">'),
    ),
    many: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  })).many;
  const item = inline.map((html) => `<li>${html}</li>`);
  const block = fc.oneof(
    inline.map((html) => `<p>${html}</p>`),
    fc.tuple(fc.constantFrom('h1', 'h2', 'h3', 'h4'), inline).map(([tag, html]) => `<${tag}>${html}</${tag}>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(item, { minLength: 1, maxLength: 3 }))
      .map(([tag, items]) => `<${tag}>${items.join('')}</${tag}>`),
    fc
      .array(inline, { minLength: 2, maxLength: 2 })
      .map(
        ([a, b]) =>
          `<table><thead><tr><th>${a}</th><th>${b}</th></tr></thead><tbody><tr><td>${b}</td><td>${a}</td></tr></tbody></table>`,
      ),
    inline.map((html) => `<div class="callout"><p>${html}</p></div>`),
    inline.map((html) => `<blockquote><p>${html}</p></blockquote>`),
    fc.constant('<pre><code>a &lt; b\n\n*c*</code></pre>'),
    fc.constant('<hr>'),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => expectSame(blocks.join(''))),
    {
      numRuns: 400,
    },
  );
});

test.each(['<p>*</p>', '<div>', '</div>', '<p>a', '<ul><li>', '<b>x</b>', '<!--'])(
  'hostile %s takes time in proportion',
  (piece) => {
    expectLinear(10_000, (size) => {
      const html = piece.repeat(Math.ceil(size / piece.length));
      return () => read(html);
    });
  },
);
