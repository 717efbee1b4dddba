import { describe, expect, test } from 'vitest';
import { catalog } from '../../../../intercom/catalog.ts';
import { functionName, functionNames } from '../../../../runtime/code/words/function-names.ts';

const { find, all } = functionNames(catalog);
const nameOf = (name: string): string | undefined => find(name).entry?.name;

test('every function and every tool is found by its name, and functions are no two alike', () => {
  expect(new Set(all).size).toBe(catalog.length);
  expect(
    catalog.filter((entry) => nameOf(functionName(entry)) !== entry.name || nameOf(entry.name) !== entry.name),
  ).toEqual([]);
});

describe('as models write them', () => {
  const search = 'list_all_intercom_search_conversations';
  test.each([
    ['searchConversations', search],
    ['search_conversations', search],
    ['SearchConversations', search],
    ['SEARCH_CONVERSATIONS', search],
    ['search-conversations', search],
    ['searchconversations', search],
    [' searchConversations ', search],
    ['searchConversations(args)', search],
    ['intercom.searchConversations', search],
    ['intercom.all.searchConversations', search],
    ['functions.searchConversations', search],
    ['tools:searchConversations', search],
    ['functions.searchConversations:0', search],
    [`mcp__intercom__${search}`, search],
    ['mcp__claude_ai_Intercom__searchConversations', search],
    [`acme_${search}`, search],
    [`acme_eu_${search}`, search],
    ['acme_search_conversations', search],
    ['acme_replyToConversation', 'intercom_conversations_reply'],
  ])('%s', (name, tool) => {
    expect(nameOf(name)).toBe(tool);
  });
});

describe('refused with what is near', () => {
  test.each([
    ['serchConversations', 'searchConversations'],
    ['replyConversation', 'replyToConversation'],
    ['mcp__x__get_conversatoin', 'getConversation'],
    ['list_all_intercom_search_conversation', 'searchConversations'],
  ])('%s', (name, near) => {
    const found = find(name);
    expect(found.entry).toBeUndefined();
    expect(found).toMatchObject({ isAmbiguous: false, candidates: expect.arrayContaining([near]) });
  });

  test.each([
    '',
    'x',
    '__proto__',
    'constructor',
    'toString',
    '💥',
    '_'.repeat(100_000),
    'a__'.repeat(50_000),
    'get',
    'list',
  ])('what names nothing: %.20s', (name) => {
    expect(find(name).entry).toBeUndefined();
  });
});

test('one of several is never guessed, and an exact name means what it says', () => {
  const [first, second] = catalog;
  if (!first || !second) throw new Error('the catalog is empty');
  const twins = functionNames([
    { ...first, name: 'get_it', function: 'getIt' },
    { ...second, name: 'a_getit', function: 'getit' },
  ]);
  expect(twins.find('GetIt')).toEqual({ entry: undefined, isAmbiguous: true, candidates: ['getIt', 'getit'] });
  expect(twins.find('getit').entry?.name).toBe('a_getit');
});

test('a catalogue without functions goes by the names of its tools', () => {
  const made = catalog.slice(0, 2).map(({ function: _, ...entry }) => entry);
  expect(functionNames(made).all).toEqual(made.map(({ name }) => name));
});
