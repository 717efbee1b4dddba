import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { sayings } from '../../../intercom/sayings.ts';
import { synonyms } from '../../../intercom/synonyms.ts';
import { queryTerms, toTerms } from '../../../runtime/discovery/query-terms.ts';
import { createSayingsIndex } from '../../../runtime/discovery/sayings-index.ts';
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
    ['a short plural', ['ip', 'ips']],
  ])('%s', (_what, words) => {
    expect(new Set(words.map(stem)).size, words.map(stem).join(' ')).toBe(1);
  });

  test.each([
    ['news', 'new'],
    ['thing', 'th'],
    ['ips', 'is'],
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
    expect(ask('set me Out of  Offices')).toEqual({ set: 1, awai: 0.95 });
    expect(ask('on holiday')).toEqual({ awai: 1 });
    expect(ask('out of it')).toEqual({ articl: 1 });
    expect(ask('out')).toEqual({ out: 1 });
  });

  test('a synonym counts less than a word that tools use, and stands in for one that none uses', () => {
    expect(ask('chats', ['chat'])).toEqual({ chat: 1, conversation: 0.5 });
    expect(ask('chats', [])).toEqual({ conversation: 1 });
  });

  test('what is quoted counts less, unless all is', () => {
    expect(ask("find 'password reset'")).toEqual({ find: 1, password: 0.25, reset: 0.2375 });
    expect(ask('"find articles"')).toEqual({ find: 1, articl: 0.95 });
    expect(ask("the customer's article")).toEqual({ customer: 1, articl: 0.95 });
  });

  test('an address counts as if it were quoted', () => {
    expect(ask(`tickets of ${rosa.email}`)).toEqual({ ticket: 1, email: 0.25 });
    expect(ask(rosa.email)).toEqual({ email: 1 });
  });

  test('a word counts for less the later it comes, down to a floor', () => {
    const weights = Object.values(ask('aa bb cc dd ee ff gg hh ii jj kk ll mm nn'));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect([weights[1], weights.at(-1)]).toEqual([0.95, 0.6]);
  });

  test('names of built-in properties are words like any other', () => {
    expect(Object.keys(ask('constructor __proto__ toString'))).toEqual(['constructor', 'proto', 'string']);
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

describe('what is said for each tool', () => {
  test('is said for every tool, and for none that is not there', () => {
    expect(Object.keys(sayings).sort()).toEqual(catalog.map(({ name }) => name).sort());
  });

  test('a saying that is met whole is the closest', () => {
    const [first, second] = catalog;
    if (first === undefined || second === undefined) throw new Error('The catalog is empty.');
    const closeness = createSayingsIndex([first, second], {
      [first.name]: 'purple monkeys, dance',
      [second.name]: 'purple rain, monkeys sleep, monkeys eat',
    });
    const close = closeness(new Map(toTerms('purple monkeys').map((term) => [term, 1])));
    expect(close.get(first.name)).toBe(1);
    expect(close.get(second.name)).toBeLessThan(1);
    expect(closeness(new Map([['unheard', 1]]))).toEqual(new Map());
  });
});
