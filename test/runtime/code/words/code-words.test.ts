import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog, intercom } from '../../../../intercom/catalog.ts';
import { createCodeWords } from '../../../../runtime/code/words/code-words.ts';
import { worldNames } from '../../../../runtime/code/world-names.ts';
import { complaints } from '../../../support/compile-types.ts';

const { profile, answerTypes } = intercom;
const names = worldNames(profile);
const wordsOf = (kept = catalog) => createCodeWords({ profile, catalog: kept, from: catalog, answerTypes, names });
const { search, describe: tell, find, declarations, words } = wordsOf();
const reads = catalog.filter(({ access }) => access === 'read');

describe('a search', () => {
  test('answers the best function whole, others as far as there is room, and each type once', async () => {
    const text = await search({ query: 'unassigned open conversations' });
    expect(text).toMatch(
      /^\/\/ read\. Search .*\nsearchConversations\(args: \{query: Query<SearchConversationsFilter>/,
    );
    expect(text).toContain('// query: times ISO or now-7d');
    expect(text).toContain('// all pages: intercom.all.searchConversations(args, { max })');
    expect(text).toContain('\ntype SearchConversationsFilter = ');
    expect(text).toContain('\ntype ConversationListItem = ');
    const heads = text.match(/^type \w+/gm) ?? [];
    expect(new Set(heads).size).toBe(heads.length);
    expect(text).not.toMatch(/list_all_|get_single_/);
  });

  const queries = catalog.map(({ title }) => title);
  test('stays small whatever is asked, and shows what was asked for first', async () => {
    const sizes = await Promise.all(
      queries.map(async (query) => ({ query, tokens: countTokens(await search({ query })) })),
    );
    expect(sizes.filter(({ tokens }) => tokens > 1_300)).toEqual([]);
    const texts = await Promise.all(catalog.map(async (entry) => ({ entry, text: await search(entry.title) })));
    const first = texts.filter(({ entry, text }) => text.split('\n')[1]?.startsWith(entry.function ?? ''));
    expect(first.length / catalog.length).toBeGreaterThan(0.8);
  });

  test.each([
    ['signature of getContact', ['getContact(']],
    [
      'signatures of getContact, get_single_intercom_company_by_id and replyToConversation',
      ['getContact(', 'getCompany(', 'replyToConversation('],
    ],
    ['Signature of `searchTickets`?', ['searchTickets(', 'type SearchTicketsFilter']],
    ['getContact', ['getContact(']],
    ['type ConversationSource', ['type ConversationSource = ']],
    ['types Contact, Company', ['type Contact = ', 'type Company = ']],
    ['signature of getContct', ['// no function "getContct". Did you mean "getContact"']],
  ])('%s', async (query, want) => {
    const text = await search({ query });
    for (const part of want) expect(text).toContain(part);
    expect(text).not.toContain('less likely');
  });

  test.each(['types of tickets', 'describe Intercom ticket types'])('in other words is a search: %s', async (query) => {
    expect(await search({ query })).toContain('listTicketTypes(');
  });

  test('that finds nothing says what there is, and wrong arguments are refused', async () => {
    expect(await search({ query: 'zzqx' })).toMatch(/^No function fits .*conversations/);
    await expect(search({})).rejects.toThrow('query');
    await expect(search({ query: 'a', tags: ['teams'] })).rejects.toThrow('tags: unknown argument');
    expect(await search({ query: 'list teams', limit: 99 })).toContain('listTeams(');
  });

  test('for several tasks answers the best function of each whole', async () => {
    const text = await search({ query: 'create a ticket, list ticket types; reply to a conversation' });
    for (const name of ['createTicket(args', 'listTicketTypes(args', 'replyToConversation(args'])
      expect(text).toContain(`\n${name}`);
    expect(text).toContain('\ntype TicketType = ');
    // A comma within one task makes no two of it.
    expect(await search({ query: 'find a conversation, urgent' })).toMatch(/\nsearchConversations\(args/);
  });

  test('names what a write answers, and shows what a read does', async () => {
    const text = await search({ query: 'signature of replyToConversation, listTeams' });
    expect(text).toContain('\ntype Team = ');
    expect(text).not.toContain('type Conversation = ');
    expect(text).toContain('(search for "type Conversation")');
    expect(await search({ query: 'type Conversation' })).toContain('type Conversation = ');
  });

  test('finds what is served and nothing else', async () => {
    const only = wordsOf(reads);
    expect(await only.search('reply to a conversation')).not.toContain('replyToConversation(');
    expect(() => only.find('replyToConversation')).toThrow('no function "replyToConversation"');
    expect(await only.describe(['replyToConversation'])).toMatch(/^\/\/ no function "replyToConversation"/);
  });
});

describe('inside of a program', () => {
  test('functions are described in whatever form they are named', async () => {
    const want = await tell(['getContact', 'getCompany']);
    for (const args of [
      'getContact, getCompany',
      { names: ['getContact', 'getCompany'] },
      { name: 'getContact getCompany' },
    ])
      expect(await tell(args)).toBe(want);
    await expect(tell({})).rejects.toMatchObject({ kind: 'input' });
  });

  test('a function that is none is said with what is near', () => {
    expect(find('mcp__intercom__search_conversations').name).toBe('list_all_intercom_search_conversations');
    expect(() => find('serchConversations')).toThrow('Did you mean "searchConversations"');
    expect(() => find('serchConversations')).toThrow(expect.objectContaining({ kind: 'unknown_function' }));
  });

  test('texts of ours name functions', () => {
    expect(words('Use get_single_intercom_contact_by_id, not other_words.')).toBe('Use getContact, not other_words.');
  });

  test('hundreds of names are described as far as they fit', async () => {
    const text = await tell(catalog.map(({ name }) => name));
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('// Not described, ask again: ');
  });
});

describe('all functions as declarations', () => {
  test('of every tool pass the compiler, and with them a program that uses them', async () => {
    const text = await declarations();
    const program = `
      async function main() {
        const page = await intercom.searchConversations({ query: { field: 'state', operator: '=', value: 'open' } });
        const title: string | null | undefined = page.result[0]?.title;
        const all: Contact[] = await intercom.all.searchContacts({ query: { field: 'role', operator: '=', value: 'user' } }, { max: 5 });
        const { contacts } = await intercom.getConversation({ conversation_id: '1' });
        return [title, all, contacts[0]?.id];
      }`;
    expect(complaints(`${text}${program}`)).toEqual([]);
    expect(complaints(`${text}\nintercom.getContact({ contact: '1' });`)).not.toEqual([]);
    expect(complaints(`${text}\nintercom.all.getContact({ contact_id: '1' });`)).not.toEqual([]);
  });

  test('name what is served alone, and say nothing of answers that nobody knows', async () => {
    const kept = catalog.filter(({ name }) => name === 'list_all_intercom_teams');
    const text = await createCodeWords({ profile, catalog: kept, from: catalog, names }).declarations();
    expect(text).toContain('listTeams(args?: {limit?: number, next_cursor?: string}): Promise<Page<any>>;');
    expect(text).not.toContain('getContact');
    expect(complaints(text)).toEqual([]);
  });
});
