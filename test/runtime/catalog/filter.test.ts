import { describe, expect, test } from 'vitest';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { filterCatalog, type ToolFilter } from '../../../runtime/catalog/filter.ts';
import { InputError } from '../../../runtime/value/errors.ts';

function entry(name: string, rest: Pick<CatalogEntry, 'class' | 'access' | 'destructive' | 'tags'>): CatalogEntry {
  return {
    name,
    title: name,
    description: name,
    method: 'GET',
    path: '/',
    module: 'things',
    tokens: 1,
    inputSchema: { type: 'object' },
    annotations: {},
    ...rest,
  };
}

const read = { access: 'read', destructive: false } as const;
const write = { access: 'write', destructive: false } as const;
const catalog = [
  entry('list_articles', { class: 'list', ...read, tags: ['articles', 'knowledge_base'] }),
  entry('search_contacts', { class: 'list', ...read, tags: ['contacts', 'support'] }),
  entry('get_contact', { class: 'get', ...read, tags: ['contacts', 'support'] }),
  entry('reply', { class: 'action', ...write, tags: ['conversations', 'support'] }),
  entry('create_article', { class: 'create', ...write, tags: ['articles', 'knowledge_base'] }),
  entry('merge_contacts', { class: 'action', access: 'write', destructive: true, tags: ['contacts'] }),
  entry('delete_article', {
    class: 'delete',
    access: 'write',
    destructive: true,
    tags: ['articles', 'knowledge_base'],
  }),
];

describe('a filter', () => {
  test.each<[string, ToolFilter, string[]]>([
    ['read', { methods: ['read'] }, ['list_articles', 'search_contacts', 'get_contact']],
    ['write: a reply is one', { methods: ['write'] }, ['reply', 'create_article', 'merge_contacts', 'delete_article']],
    ['destructive', { methods: ['destructive'] }, ['merge_contacts', 'delete_article']],
    ['a class', { methods: ['list', 'delete'] }, ['list_articles', 'search_contacts', 'delete_article']],
    ['a class and a name', { methods: ['get', 'reply'] }, ['get_contact', 'reply']],
    [
      'any of two tags',
      { tags: ['conversations', 'contacts'] },
      ['search_contacts', 'get_contact', 'reply', 'merge_contacts'],
    ],
    ['both lists must hold', { methods: ['read'], tags: ['knowledge_base'] }, ['list_articles']],
    ['nothing said keeps everything', {}, catalog.map(({ name }) => name)],
  ])('%s', (_, filter, names) => {
    expect(filterCatalog(catalog, filter).map(({ name }) => name)).toEqual(names);
  });

  test.each<[string, ToolFilter, string, string]>([
    [
      'an unknown method',
      { methods: ['read', 'wirte'] },
      'methods[1]: "wirte" is unknown. Did you mean "write"',
      'Use read, write, destructive, list,',
    ],
    [
      'a nearly right tool name',
      { methods: ['get_contacts'] },
      'methods[0]: "get_contacts" is unknown. Did you mean "get_contact"',
      'and tool names.',
    ],
    [
      'an unknown tag',
      { tags: ['Articles'] },
      'tags[0]: "Articles" is unknown. Did you mean "articles"',
      'Use articles, contacts,',
    ],
    [
      'a key of every object',
      { methods: ['constructor'], tags: ['__proto__'] },
      'methods[0]: "constructor" is unknown.',
      'Use',
    ],
    ['an empty list of methods', { methods: [] }, 'methods: an empty list keeps nothing', 'Leave methods out'],
    ['an empty list of tags', { tags: [] }, 'tags: an empty list keeps nothing', 'Leave tags out'],
    [
      'lists that no tool meets',
      { methods: ['delete'], tags: ['conversations'] },
      'no tool has one of these methods',
      'Leave methods or tags out',
    ],
  ])('%s is an error', (_, filter, message, help) => {
    const error = refusal(filter);
    expect(error.message).toContain(message);
    expect(error.help).toContain(help);
  });
});

function refusal(filter: ToolFilter): InputError {
  try {
    filterCatalog(catalog, filter);
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error('the filter was accepted');
}
