import { expect, test } from 'vitest';
import { readFilter, writeFilter } from '../../../../dashboard/pages/catalog/catalog-filter.ts';
import { createCatalogSearch } from '../../../../dashboard/pages/catalog/catalog-search.ts';
import { toolListView } from '../../../../gateway/api/tools/schemas.ts';
import { catalog, intercom } from '../../../../intercom/catalog.ts';
import { toolIndex } from '../../../../intercom/reference.ts';
import { intercomWords } from '../../../../intercom/words.ts';
import { toolIndexOf } from '../../../../runtime/discovery/tool-index.ts';
import { withoutWeak } from '../../../../runtime/discovery/without-weak.ts';

const list = toolListView(
  { version: intercom.apiVersion, apis: [intercom.profile], apiOf: () => 'intercom' },
  toolIndex(),
);
const search = createCatalogSearch(list.result, intercomWords);
const all = new Set(catalog.map(({ name }) => name));
const NONE = { text: '', tag: '', kind: '' };

test.each([
  'answer a customer',
  'who is on call',
  'merge two contacts',
  'starting_after',
  'unassigned chats',
  'list_all_intercom_teams',
  'artciles',
])('finds by “%s” what discovery finds, in its order', (text) => {
  const found = withoutWeak(toolIndexOf(catalog, intercom.profile).search(text, all));
  expect(found.length).toBeGreaterThan(0);
  expect(search({ ...NONE, text }).map(({ name }) => name)).toEqual(found.map(({ entry }) => entry.name));
});

test.each([
  [{ kind: 'read' }, ({ access }) => access === 'read'],
  [{ kind: 'destructive' }, ({ destructive }) => destructive],
  [{ kind: 'create' }, (tool) => tool.class === 'create'],
  [{ tag: 'articles' }, ({ tags }) => tags.includes('articles')],
  [
    { tag: 'knowledge_base', kind: 'delete' },
    (tool) => tool.groups.includes('knowledge_base') && tool.class === 'delete',
  ],
] satisfies [object, (tool: (typeof list.result)[number]) => boolean][])(
  '%o keeps those tools alone',
  (filter, isWanted) => {
    const wanted = list.result.filter(isWanted);
    expect(wanted.length).toBeGreaterThan(0);
    expect(search({ ...NONE, ...filter })).toEqual(wanted);
  },
);

test('what is no kind or no tag keeps nothing, and is no property of an object', () => {
  expect(search({ ...NONE, kind: 'constructor' })).toEqual([]);
  expect(search({ ...NONE, tag: '__proto__' })).toEqual([]);
  expect(search({ ...NONE, text: '🙂 (((' })).toEqual([]);
});

test.each(['', 'q=close+it&tag=support&class=write', 'q=%26%3D%3F%23'])('an address keeps a filter: %s', (query) => {
  expect(writeFilter(readFilter(new URLSearchParams(query)))).toBe(query);
});
