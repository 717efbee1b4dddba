import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { synonyms } from '../../../intercom/synonyms.ts';
import { queryTerms, toTerms } from '../../../runtime/discovery/query-terms.ts';
import { splitWords } from '../../../runtime/discovery/split-words.ts';
import { stem } from '../../../runtime/discovery/stem.ts';
import { createThesaurus } from '../../../runtime/discovery/thesaurus.ts';
import { rosa } from '../../support/people.ts';

describe('stems', () => {
  test.each([
    ['one word', ['reply', 'replies', 'replied', 'replying']],
    ['a doubled letter', ['tag', 'tags', 'tagged', 'tagging']],
    ['a double letter of its own', ['call', 'calls', 'called', 'calling']],
    ['a silent e', ['close', 'closes', 'closed', 'closing']],
    ['a plural in -es', ['status', 'statuses']],
    ['a plural in -sses', ['address', 'addresses']],
    ['a plural in -ies', ['company', 'companies']],
  ])('%s', (_what, words) => {
    expect(new Set(words.map(stem)).size, words.map(stem).join(' ')).toBe(1);
  });

  test.each([
    ['news', 'new'],
    ['thing', 'th'],
    ['state', 'status'],
    ['team', 'term'],
  ])('%s is not %s', (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  });

  test('a stem is never empty', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => stem(word).length > 0));
  });
});

describe('terms', () => {
  test.each<[string, string[]]>([
    ['the conversation of a user', ['conversation', 'user']],
    ['list_all_intercom_articles_search', ['list', 'intercom', 'articl', 'search']],
    ['listConversations', ['list', 'conversation']],
    ["the customer's e-mail", ['customer', 'email']],
    [rosa.email, ['email']],
    ['conversation 104857392', ['conversation']],
    ['https://example.com/articles/1', []],
    ['', []],
  ])('%j', (text, terms) => {
    expect(toTerms(text)).toEqual(terms);
  });
});

describe('what a query asks for', () => {
  const thesaurus = createThesaurus({
    away: 'out of office, on holidays',
    conversation: 'chat',
    open: 'reopen',
    article: 'out of',
  });
  const ask = (text: string, vocabulary: readonly string[] = []) =>
    Object.fromEntries(queryTerms(text, thesaurus, new Set(vocabulary)));

  test('a saying of several words is replaced', () => {
    expect(ask('set me Out of  Offices')).toEqual({ set: 1, awai: 1 });
    expect(ask('on holiday')).toEqual({ awai: 1 });
    expect(ask('out of it')).toEqual({ articl: 1 });
    expect(ask('out')).toEqual({ out: 1 });
  });

  test('a synonym counts less than a word that tools use, and stands in for one that none uses', () => {
    expect(ask('chats', ['chat'])).toEqual({ chat: 1, conversation: 0.7 });
    expect(ask('chats', [])).toEqual({ conversation: 1 });
  });

  test('what is quoted counts less, unless all is', () => {
    expect(ask("find 'password reset'")).toEqual({ find: 1, password: 0.25, reset: 0.25 });
    expect(ask('"find articles"')).toEqual({ find: 1, articl: 1 });
    expect(ask("the customer's article")).toEqual({ customer: 1, articl: 1 });
  });

  test('names of built-in properties are words like any other', () => {
    expect(ask('constructor __proto__ toString')).toEqual({ constructor: 1, proto: 1, string: 1 });
  });

  test('a very long query is cut', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${'abcdefghij'[index % 10]}${'klmnop'[index % 6]}`);
    expect(Object.keys(ask(words.join(' '))).length).toBeLessThan(200);
  });
});

test('no saying is listed twice for the same words, or for itself', () => {
  for (const [words, sayings] of Object.entries(synonyms)) {
    const stems = sayings.split(',').map((saying) => splitWords(saying).map(stem).join(' '));
    expect(new Set(stems).size, words).toBe(stems.length);
    expect(stems, words).not.toContain(splitWords(words).map(stem).join(' '));
  }
});
