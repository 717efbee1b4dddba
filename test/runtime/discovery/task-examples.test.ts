import { expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { taskExamples } from '../../../runtime/discovery/task-examples.ts';
import { createToolIndex } from '../../../runtime/discovery/tool-index.ts';

const [first] = catalog;
const tool = (title: string, access: 'read' | 'write' = 'read'): CatalogEntry => ({
  ...(first as CatalogEntry),
  ...{ name: title.toLowerCase().replaceAll(/\W+/g, '_'), title, description: `${title}.`, access, destructive: false },
  ...{ tags: [], inputSchema: { type: 'object' as const } },
});

test('examples of tasks are those of the profile', () => {
  expect(taskExamples(intercomProfile, catalog)).toBe(intercomProfile.examples);
});

test('or else the titles of a write and a read, as somebody would say them', () => {
  const list = [tool('List pets'), tool('SSO login', 'write'), tool('Create a pet', 'write')];
  expect(taskExamples({}, list)).toEqual({ tasks: ['SSO login', 'list pets'], program: 'list pets, SSO login' });
});

test('a title can end no quotation, and a long one is cut', () => {
  const { tasks } = taskExamples({}, [tool('Say "hello", then; do all of this and much more of it')]);
  expect(tasks).toEqual(['say hello then do all of this']);
});

test('one tool is one example, and none are none', () => {
  expect(taskExamples({}, [tool('Get pet')]).tasks).toEqual(['get pet']);
  expect(taskExamples({}, []).tasks).toEqual([]);
});

test('things that are called as their API is are found by that word', () => {
  const pets = createToolIndex([tool('List pets'), tool('List owners')], { id: 'pets' });
  expect(pets.search('the pets', new Set(['list_pets', 'list_owners']))[0]?.entry.name).toBe('list_pets');
});

test('verbs of users are understood where nobody said what they say', () => {
  const list = [
    tool('Create pet', 'write'),
    tool('Delete pet', 'write'),
    tool('Update pet', 'write'),
    tool('List pets'),
  ];
  const index = createToolIndex(list, { id: 'zoo' });
  const all = new Set(list.map(({ name }) => name));
  const best = (words: string) => index.search(words, all)[0]?.entry.name;
  expect(['add a pet', 'get rid of a pet', 'rename a pet', 'show all pets'].map(best)).toEqual([
    'create_pet',
    'delete_pet',
    'update_pet',
    'list_pets',
  ]);
});
