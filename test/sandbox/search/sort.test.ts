import { describe, expect, test } from 'vitest';
import { boundedMemo } from '../../../sandbox/search/bounded-memo.ts';
import { compileSort } from '../../../sandbox/search/index.ts';
import { plainText, wordsOf } from '../../../sandbox/search/plain-text.ts';
import { rosa } from '../../support/people.ts';
import { type Row, reader, refusal, tables } from './support/search-tables.ts';

describe('sorting', () => {
  const rows: Row[] = [
    { id: 'a', created_at: 20, name: 'bob', 'custom_attributes.seats': 10, unsubscribed_from_emails: true },
    { id: 'b', created_at: 30, name: null, 'custom_attributes.seats': 9, unsubscribed_from_emails: false },
    { id: 'c', created_at: '100', name: 'Ann', 'custom_attributes.seats': 'many' },
    { id: 'd', created_at: 20, name: 'ann' },
  ];
  const sorted = (sort: unknown, table = tables.contacts): string => {
    const order = compileSort(sort, table);
    return [...rows]
      .reverse()
      .sort((a, b) => order(reader(a), reader(b)))
      .map(({ id }) => id)
      .join('');
  };

  test.each<[sort: unknown, ids: string]>([
    [undefined, 'cbad'],
    [null, 'cbad'],
    [{}, 'cbad'],
    [{ order: 'ascending' }, 'adbc'],
    [{ field: 'created_at', order: 'descending' }, 'cbad'],
    [{ field: 'created_at', order: null }, 'cbad'],
    [{ field: 'name' }, 'acdb'],
    [{ field: 'name', order: 'ascending' }, 'cdab'],
    [{ field: 'custom_attributes.seats', order: 'ascending' }, 'bacd'],
    [{ field: 'custom_attributes.seats', order: 'descending' }, 'cabd'],
    [{ field: 'unsubscribed_from_emails', order: 'ascending' }, 'bacd'],
    [{ field: 'tag_id' }, 'abcd'],
  ])('by %j', (sort, ids) => {
    expect(sorted(sort)).toBe(ids);
  });

  test('conversations and tickets take it too', () => {
    expect(sorted({ order: 'ascending' }, tables.conversations)).toBe('adbc');
    expect(sorted({ order: 'ascending' }, tables.tickets)).toBe('adbc');
  });

  test.each<[sort: unknown, message: string]>([
    [
      { field: 'created_at', order: 'desc' },
      "400 invalid_sort_order: Invalid sort order 'desc'. Must be one of: ascending, descending",
    ],
    [{ order: 1 }, "400 invalid_sort_order: Invalid sort order '1'. Must be one of: ascending, descending"],
    [{ field: 'seats' }, '400 invalid_field: seats is not a valid search field'],
    [{ field: { toString: 1 } }, '400 invalid_field: {"toString":1} is not a valid search field'],
    ['created_at', '400 parameter_invalid: sort must be an object with field and order'],
    [[{ field: 'created_at' }], '400 parameter_invalid: sort must be an object with field and order'],
  ])('%j is refused', (sort, message) => {
    expect(refusal(() => compileSort(sort, tables.contacts))).toBe(message);
  });
});

describe('the text of HTML', () => {
  test.each<[html: string, text: string]>([
    ['plain  text\n', 'plain text'],
    ['<p>One</p><p>two</p>', 'one two'],
    ['<p>One<br>two<br/>three</p>', 'one two three'],
    ['<b>b</b>old <A HREF="x">li</A>nk', 'bold link'],
    ['<blockquote>x</blockquote>', 'x'],
    ['a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#x27; f&nbsp;g', 'a & b <c> "d" \'e\' f g'],
    ['&amp;lt; &unknown; &#99999999; &#1114112; & &', '&lt; &unknown; &#99999999; &#1114112; & &'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<img alt="x">', ''],
  ])('%j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each<[html: string, words: string[]]>([
    ["<p>Don't reset v1.2, Ärger_2!</p>", ["don't", 'reset', 'v1.2', 'ärger_2']],
    [rosa.email, ['rosa', 'elmgarage.example']],
    ['...', []],
  ])('words of %j', (html, words) => {
    expect([...wordsOf(html)]).toEqual(words);
  });
});

test('a memo makes each value once, until it is full', () => {
  const made: string[] = [];
  const memo = boundedMemo((key) => {
    made.push(key);
    return key.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'b', 'c', 'c', 'a'].map(memo).join('')).toBe('ABABCCA');
  expect(made.join('')).toBe('abca');
});
