import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRules } from '../../../intercom/answer-rules.ts';
import { htmlToMarkdown as toMarkdown } from '../../../runtime/shape/html/html-to-markdown.ts';
import { stripInvisible } from '../../../runtime/shape/html/invisible.ts';
import { escapeTags, looksLikeHtml } from '../../../runtime/shape/html/looks-like-html.ts';

describe('HTML becomes Markdown', () => {
  test.each([
    ['<p>One <b>two</b> <i>three</i></p><p>Four</p>', 'One **two** *three*\n\nFour'],
    [
      '<h2>Set up</h2><ol start="3"><li>Open</li><li>Save</li></ol><ul><li>a</li></ul>',
      '## Set up\n\n3. Open\n4. Save\n\n- a',
    ],
    ['<p>Tom &amp; Jerry&nbsp;&lt;3 &#8364;5</p>', 'Tom & Jerry <3 €5'],
    ['<p>a_b c*d john_doe@example.com 1. x</p>', 'a_b c*d john_doe@example.com 1. x'],
    ['<p>See <a href="https://example.com/a_b">the page</a>.</p>', 'See [the page](https://example.com/a_b).'],
    ['<a href="https://example.com/">https://example.com/</a>', '<https://example.com/>'],
    ['<a href="mailto:a@b.c">a@b.c</a>', 'a@b.c'],
    ['<a href="javascript:alert(1)">press</a>', 'press'],
    ['<img src="https://example.com/i.png" alt="The\n button">', '![The button](https://example.com/i.png)'],
    ['<img src="data:image/png;base64,AAAA" alt="Logo">', '![Logo]'],
    ['<img src="https://track.example.com/x" width="1" height="1">', ''],
    ['<iframe src="https://www.youtube.com/embed/x"></iframe>', '[embedded](https://www.youtube.com/embed/x)'],
    [
      '<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>5</td></tr></table>',
      '| Plan | Price |\n| Pro | 5 |',
    ],
    ['<table><tr><td><p>Hello</p><p>there</p></td></tr></table>', 'Hello\n\nthere'],
    ['<pre><code>if (a &lt; b) {\n  c_d()\n}</code></pre>', '```\nif (a < b) {\n  c_d()\n}\n```'],
    ['line<br>line<br/>line', 'line\nline\nline'],
  ])('%s', (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });
});

describe('what a person does not see is gone', () => {
  test.each([
    '<script>EVIL</script>',
    '<style>.a { content: "EVIL" }</style>',
    '<!-- EVIL -->',
    '<noscript>EVIL</noscript>',
    '<template>EVIL</template>',
    '<svg><text>EVIL</text></svg>',
    '<p hidden>EVIL</p>',
    '<p style="display:none">EVIL</p>',
    '<p style="color:red; DISPLAY : NONE !important">EVIL</p>',
    '<div style="display:none"><p>some <b>EVIL</b></p></div>',
    '<p style="visibility:hidden">EVIL</p>',
    '<p style="opacity:0.0">EVIL</p>',
    '<p style="font-size:0">EVIL</p>',
    '<p style="font-size:1px">EVIL</p>',
    '<p style="font:0/0 a">EVIL</p>',
    '<p style="text-indent:-9999px">EVIL</p>',
    '<p style="position:absolute;left:-5000px">EVIL</p>',
    '<p style="max-height:0;overflow:hidden">EVIL</p>',
    '<p style="mso-hide:all">EVIL</p>',
    '<p style="color:#fff">EVIL</p>',
    '<p style="color:white;background:#ffffff">EVIL</p>',
    '<p style="color:rgb(254, 254, 254)">EVIL</p>',
    '<p style="color:rgba(0,0,0,0)">EVIL</p>',
    '<p style="color:transparent">EVIL</p>',
    '<font color="#FFFFFF">EVIL</font>',
    '<div style="background:#123456"><span style="color:#123456">EVIL</span></div>',
    '<table><tr><td bgcolor="#000000"><span style="color:black">EVIL</span></td></tr></table>',
  ])('%s', (html) => {
    expect(toMarkdown(`<p>before</p>${html}<p>after</p>`)).toMatch(/^before\s+after$/);
  });

  test.each([
    '<p style="color:#fff;background:#333">SEEN</p>',
    '<table><tr><td bgcolor="#1a73e8"><a style="color:#ffffff" href="https://example.com">SEEN</a></td></tr></table>',
    '<p style="color:#fff;background:url(x.png)">SEEN</p>',
    '<p style="font-size:0.9em">SEEN</p>',
    '<p style="font-size:10px;opacity:0.8;font: 100 12px Arial">SEEN</p>',
    '<p style="overflow:hidden;max-height:100px">SEEN</p>',
    '<p style="color:black">SEEN</p>',
    '<p style="">SEEN</p>',
  ])('but not %s', (html) => {
    expect(toMarkdown(html)).toContain('SEEN');
  });

  test.each([
    ['ig\u200bno\u2060re', 'ignore'],
    ['a\u202eb\u2066c', 'abc'],
    ['hi\u{e0049}\u{e0067}\u{e006e}', 'hi'],
    ['a\u00adb\ufeff', 'ab'],
    ['bell\u0007 and \u001b[31mred', 'bell and [31mred'],
    ['x\ufe0f\ufe01\u{e0101}y', 'xy'],
    ['👩\u200d💻 ❤\ufe0f می\u200cخواهم', '👩\u200d💻 ❤\ufe0f می\u200cخواهم'],
    ['tab\tand\nline\r\n', 'tab\tand\nline\r\n'],
  ])('%j', (text, seen) => {
    expect(stripInvisible(text)).toBe(seen);
  });
});

describe('what counts as HTML', () => {
  test.each([
    ['body', '<p>x</p>', true],
    ['body', 'before <br> after', true],
    ['body', 'a < b and c > d', false],
    ['body', 'write to <ann@example.com> or <https://example.com>', false],
    ['body', 'call `<b>` bold', false],
    ['body_markdown', '<img src="x">', false],
    ['title', 'How to use the <a> tag', false],
    ['title', '<p>Refund</p>', true],
    ['name', '<img src=x onerror=1>', true],
    ['body', '\\<b>', false],
  ])('%s: %s is %s', (key, text, is) => {
    expect(looksLikeHtml(key, text, answerRules)).toBe(is);
  });

  test('what was converted is not converted again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<b>',
            '&lt;',
            'b>',
            '&gt;',
            '`',
            '```\n',
            '\\',
            '<!--',
            '-->',
            ' ',
            'word',
            '<script>',
            '</script>',
          ),
          { maxLength: 20 },
        ),
        (pieces) => {
          const once = escapeTags(toMarkdown(pieces.join('')));
          expect(looksLikeHtml('body', once, answerRules)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('hostile HTML', () => {
  test('nested deeper than the stack is not read, and nothing breaks', () => {
    const text = toMarkdown(`${'<div>'.repeat(5000)}EVIL`);
    expect(text).toBe('[25004 characters of HTML, nested too deeply to be read]');
  });

  test('any text becomes a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof toMarkdown(`<p ${text}>${text}</p>${text}`)).toBe('string');
      }),
      { numRuns: 200 },
    );
  });

  test('needs no DOM around it', () => {
    expect(typeof globalThis.document).toBe('undefined');
  });
});
