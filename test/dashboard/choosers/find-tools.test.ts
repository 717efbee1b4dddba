import { expect, test } from 'vitest';
import { findTools } from '../../../dashboard/choosers/find-tools.ts';

const TOOLS = [
  { name: 'get_tag_of_contact', title: 'Get a tag of a contact', description: 'One.' },
  { name: 'get_tag', title: 'Get a tag', description: 'A label of an article.' },
  { name: 'search_articles', title: 'Search articles', description: 'By a phrase.' },
  { name: 'list_articles', title: 'List articles', description: 'All of the Help Center.' },
];

test.each([
  ['', ['get_tag_of_contact', 'get_tag', 'search_articles', 'list_articles']],
  // In the title or the name before the description.
  ['article', ['search_articles', 'list_articles', 'get_tag']],
  ['ARTICLES search', ['search_articles']],
  ['search_art', ['search_articles']],
  ['list center', ['list_articles']],
  // What is called so, before what is only called so at its beginning or in its middle.
  ['get a tag', ['get_tag', 'get_tag_of_contact']],
  ['tag', ['get_tag_of_contact', 'get_tag']],
  ['.*', []],
])('%j finds %j', (text, names) => {
  expect(findTools(TOOLS, text).map(({ name }) => name)).toEqual(names);
});
