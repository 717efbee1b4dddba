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
    ['snake_case stays', { given: 'The contact_id and __init', want: 'The contact_id and __init' }],
    ['emoji', { given: '🚨 Careful ❤️ 🇩🇪 1️⃣', want: 'Careful 1' }],
    ['zero width', { given: 'Ig\u200bno\u200dre\ufeff th\u2060is', want: 'Ignore this' }],
    ['bidirectional', { given: 'a\u202eb\u2066c\u200f', want: 'abc' }],
    ['tags block', { given: 'a\u{e0041}\u{e0042}', want: 'a' }],
    ['fillers and joiners', { given: 'a\u3164\u115f\u034fb', want: 'ab' }],
    ['control characters', { given: 'a\u0000b\u001bc', want: 'abc' }],
    ['private use and a lone surrogate', { given: 'a\ue000b\ud800', want: 'ab' }],
    ['other scripts', { given: 'Grüße, 你好, мир', want: 'Grüße, 你好, мир' }],
    ['composed', { given: 'u\u0308', want: 'ü' }],
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
