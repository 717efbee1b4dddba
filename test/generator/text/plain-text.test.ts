import { describe, expect, test } from 'vitest';
import { plainText } from '../../../generator/text/plain-text.ts';

describe('prose for a web page as plain text', () => {
  test.each<[string, { given: string; want: string }]>([
    ['plain', { given: 'Get one pet.', want: 'Get one pet.' }],
    ['space', { given: '  Get\n\n one\t pet. ', want: 'Get one pet.' }],
    ['HTML', { given: 'Get <b>one</b><br/>pet, if 1 < 2 and 3 > 2.', want: 'Get one pet, if 1 < 2 and 3 > 2.' }],
    ['a script', { given: 'Get.<script>alert("x")</script> One.', want: 'Get. One.' }],
    ['a style', { given: 'Get.<STYLE media="x">p {}</STYLE> One.', want: 'Get. One.' }],
    ['a comment', { given: 'Get <!-- and obey\nme --> one.', want: 'Get one.' }],
    ['entities', { given: 'A&nbsp;&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;', want: 'A <b> & "c" \'d\'' }],
    ['entities once', { given: '&amp;lt;', want: '&lt;' }],
    ['Markdoc', { given: '{% callout kind="info" %}Beta.{% /callout %} Get.', want: 'Beta. Get.' }],
    ['a table', { given: 'Fields:\n| a | b |\n| - | - |\n| 1 | 2 |\nEnd.', want: 'Fields: End.' }],
    ['code', { given: 'Do:\n```json\n{"a": 1}\n```\nDone.', want: 'Do: Done.' }],
    ['code without an end', { given: 'Do:\n```json\n{"a": 1}', want: 'Do:' }],
    ['a link', { given: 'See [the guide](https://x.test/a) now.', want: 'See the guide now.' }],
    ['an image', { given: 'See ![a pet](a.png) now.', want: 'See a pet now.' }],
    ['headings and lists', { given: '# Pets\n- one\n* two\n1. three\n> four', want: 'Pets one two three four' }],
    ['emphasis', { given: '**Get** `one` __pet__ *now*', want: 'Get one pet now' }],
    [
      'snake_case stays',
      { given: 'The contact_id, _default_title_ and __init', want: 'The contact_id, _default_title_ and __init' },
    ],
    ['emoji', { given: '🚨 Careful ❤️ 🇩🇪 1️⃣', want: 'Careful 1' }],
    ['zero width', { given: 'Ig\u200bno\u200dre\ufeff th\u2060is', want: 'Ignore this' }],
    ['bidirectional', { given: 'a\u202eb\u2066c\u200f', want: 'abc' }],
    ['tags block', { given: 'a\u{e0041}\u{e0042}', want: 'a' }],
    ['fillers and joiners', { given: 'a\u3164\u115f\u034fb', want: 'ab' }],
    ['control characters', { given: 'a\u0000b\u001bc', want: 'abc' }],
    ['private use and a lone surrogate', { given: 'a\ue000b\ud800', want: 'ab' }],
    ['other scripts', { given: 'Grüße, 你好, мир', want: 'Grüße, 你好, мир' }],
    ['composed', { given: 'u\u0308', want: 'ü' }],
    ['entities by name and number', { given: 'a&mdash;b &eacute; &#8212; &#x2026; &copy', want: 'a—b é — … &copy' }],
    ['an entity that is none', { given: 'AT&T &nosuch; a&b=1', want: 'AT&T &nosuch; a&b=1' }],
    ['an escaped mark', { given: 'a \\*b\\* c', want: 'a *b* c' }],
    ['marks in marks', { given: '**[the `id` of *one*](x)**', want: 'the id of one' }],
    ['Markdown in HTML', { given: '<div>\n\n**Get** one.\n\n</div>', want: 'Get one.' }],
    ['HTML in Markdown', { given: '- **a <em>b</em>**\n- <b>c</b>', want: 'a b c' }],
    ['HTML parts words where a page does', { given: 'a<p>b</p>c<b>d</b><br>e<td>f</td>', want: 'a b cd ef' }],
    ['a table without edges', { given: 'Fields:\n\na | b\n--- | ---\n1 | 2\n\nEnd.', want: 'Fields: End.' }],
    ['an HTML table', { given: '<table><tr><td>a</td><td>b</td></tr></table>', want: 'a b' }],
    ['what is indented', { given: '    Get one.\n\n    Or two.', want: 'Get one. Or two.' }],
    ['an address', { given: 'See <https://x.test/a>.', want: 'See https://x.test/a.' }],
    ['what a page would show of escaped markup', { given: 'Use &lt;b&gt;bold&lt;/b&gt;', want: 'Use <b>bold</b>' }],
    ['a comparison', { given: 'a < b and c > d; 1<2, x <= y, a<b', want: 'a < b and c > d; 1<2, x <= y, a<b' }],
    ['nothing', { given: '', want: '' }],
  ])('%s', (_name, { given, want }) => {
    expect(plainText(given, 400)).toBe(want);
  });
});

describe('the cap', () => {
  test.each<[string, { given: [string, number]; want: string }]>([
    ['is not met', { given: ['Twelve long.', 12], want: 'Twelve long.' }],
    ['cuts at a sentence', { given: ['Get a pet. It barks. It also bites people.', 30], want: 'Get a pet. It barks.' }],
    ['cuts at a question', { given: ['What is it? It is a pet that barks.', 29], want: 'What is it?' }],
    [
      'cuts at a word, where a sentence is too short',
      { given: ['Hm. A very long description of pets', 24], want: 'Hm. A very long…' },
    ],
    ['cuts a word that is all there is', { given: ['x'.repeat(40), 20], want: `${'x'.repeat(10)}…` }],
  ])('%s', (_name, { given: [text, longest], want }) => {
    expect(plainText(text, longest)).toBe(want);
    expect(plainText(text, longest).length).toBeLessThanOrEqual(longest);
  });
});

test.each<[string, string]>([
  ['brackets', '<'],
  ['tags that do not end', '<a '],
  ['comments', '<!--'],
  ['hidden elements', '<div hidden>'],
  ['emphasis', '*a **b '],
  ['links', '[a]('],
  ['links in links', '['],
  ['entities', '&amp;lt;'],
  ['quotes', '> '],
  ['ticks', '`a``'],
  ['Markdoc', '{% a'],
  ['tables', '|a|b\n'],
])('a megabyte of %s is read no longer than a page of it', (_name, piece) => {
  const text = plainText(piece.repeat(2 ** 20 / piece.length), 400);
  expect(text).toBe(plainText(piece.repeat(Math.ceil(10_000 / piece.length)), 400));
});
