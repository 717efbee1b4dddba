import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { filterCatalog } from '../../../runtime/catalog/filter.ts';
import { servedCatalog, servedWords } from '../../../runtime/catalog/served-words.ts';
import { expectLinear } from '../../support/expect-linear.ts';

const all = ['list_pets', 'get_a_pet', 'find_the_pets', 'feed_a_pet'];
const words = servedWords(all, new Set(['feed_a_pet', 'find_the_pets']));

describe('words for a server that has two of four tools', () => {
  test.each([
    ['nothing to leave out', 'Feed a pet. Find one with find_the_pets.', 'Feed a pet. Find one with find_the_pets.'],
    ['a sentence', 'Feed a pet. To see it, use get_a_pet.', 'Feed a pet.'],
    ['a clause', 'Feed a pet; see it with get_a_pet.', 'Feed a pet.'],
    ['a clause in the middle', 'Feed a pet; see it with get_a_pet; it may bite.', 'Feed a pet; it may bite.'],
    ['a bracket', 'Feed a pet (see get_a_pet) by hand.', 'Feed a pet by hand.'],
    ['where an id is from', 'Id of the pet, from list_pets', 'Id of the pet'],
    ['a source and no more', 'Take the id from list_pets. Feed it.', 'Feed it.'],
    ['one of two', 'Feed what find_the_pets or list_pets shows.', 'Feed what find_the_pets shows.'],
    ['what comes behind a comma', 'Feed all pets, as get_a_pet does.', 'Feed all pets.'],
    ['advice to find', 'Correct pet_id: none has it. Find pets with list_pets.', 'Correct pet_id: none has it.'],
    ['lines', 'Feed it.\nSee get_a_pet.', 'Feed it.\nSee a tool that this server lacks.'],
    ['what somebody gave', 'name: no tool is called "list_pets".', 'name: no tool is called "list_pets".'],
    ['a value at the beginning', 'Feed it with get_a_pet; pet_id stays.', 'pet_id stays.'],
    [
      'what cannot be said without it',
      'Wake it with get_a_pet first.',
      'Wake it with a tool that this server lacks first.',
    ],
  ])('%s', (_, text, kept) => {
    expect(words(text)).toBe(kept);
  });

  test('a server that has all of them says all', () => {
    const text = 'Feed a pet. To see it, use get_a_pet.';
    expect(servedWords(all, new Set(all))(text)).toBe(text);
  });

  test('other words with underscores stay', () => {
    expect(words('Give pet_id and no get_a_dog.')).toBe('Give pet_id and no get_a_dog.');
  });

  test('take time in proportion to the text', () => {
    for (const piece of ['get_a_pet, or (', 'get_a_pet or ', '(', 'from get_a_pet; ', 'a_', ', '])
      expectLinear(5_000, (size) => () => words(`${piece.repeat(size)} list_pets from `));
  });
});

describe('descriptions of a filtered server', () => {
  const filters = [
    { methods: ['read'] },
    { methods: ['write'] },
    { tags: ['knowledge_base'] },
    { tags: ['support'], methods: ['read'] },
    ...catalog.map(({ name }) => ({ methods: [name] })),
  ];
  const views = filters.map((filter) => {
    const kept = servedCatalog(catalog, filterCatalog(catalog, filter));
    return { kept, names: new Set(kept.map(({ name }) => name)) };
  });
  const known = new Set(catalog.map(({ name }) => name));

  test('name no tool that was filtered out', () => {
    const named = views.flatMap(({ kept, names }) =>
      kept.flatMap((entry) =>
        (JSON.stringify([entry.description, entry.inputSchema]).match(/[a-z0-9]+(?:_[a-z0-9]+)+/g) ?? [])
          .filter((word) => known.has(word) && !names.has(word))
          .map((word) => `${entry.name}: ${word}`),
      ),
    );
    expect(named).toEqual([]);
    const alone = views.filter(({ kept }) => kept.length === 1);
    expect(alone).toHaveLength(catalog.length);
    expect(alone.filter(({ kept }) => kept.some((entry) => !catalog.includes(entry))).length).toBeGreaterThan(60);
  });

  test('are whole sentences, and none says that something is missing', () => {
    const texts = views.flatMap(({ kept }) => kept.map(({ description }) => description));
    expect(texts.filter((text) => !/^[A-Z].{15,}\.$/s.test(text) || text.includes('server lacks'))).toEqual([]);
  });

  test('a server of all tools is the catalog itself', () => {
    expect(servedCatalog(catalog, catalog)).toBe(catalog);
  });
});
