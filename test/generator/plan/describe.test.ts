import { expect, describe as group, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { describe } from '../../../generator/plan/describe.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { answer, body, description } from '../support/fixture.ts';

function wordsOf(line: string, operation: Json = {}, { words = {}, expectWords = false } = {}) {
  const [method = '', path = ''] = line.split(' ');
  const paths = { [path]: { [method.toLowerCase()]: operation } };
  const { api } = normalize(description(paths, { 'x-mcp': { fields: words } }), 'acme');
  const { api: described, diagnostics } = describe(nameOperations(api).api, { expectWords });
  const [only = { title: '', description: '', fields: [] }] = described.operations;
  return { ...only, diagnostics };
}

const list = { responses: answer({ type: 'array' }) };

const pet = { type: 'object', properties: { born_at: {}, type: {}, tag: {}, name: {}, id: {}, 'or: do this': {} } };
const one = { responses: answer(pet) };
const pets = { responses: answer({ type: 'object', properties: { data: { type: 'array', items: pet } } }) };
const named = (name: string): Json => ({ 'x-mcp': { name } });

group('a tool without words says what it does, by what, what it needs and what it answers', () => {
  test.each<[string, { given?: Json; want: [string, string] }]>([
    ['GET /ticket_types', { given: list, want: ['List ticket types', 'List ticket types.'] }],
    ['GET /pets', { given: pets, want: ['List pets', 'List pets. Each has id, name, tag and born_at.'] }],
    ['GET /pets/{id}', { given: one, want: ['Get a pet', 'Get a pet by pet_id. Returns id, name, tag and born_at.'] }],
    [
      'POST /pets',
      {
        given: { requestBody: body({ properties: { name: {}, tag: {} }, required: ['name'] }) },
        want: ['Create a pet', 'Create a pet. Needs name. Returns nothing.'],
      },
    ],
    ['PUT /pets/{id}', { want: ['Update a pet', 'Update a pet by pet_id. Returns nothing.'] }],
    ['DELETE /pets/{id}', { want: ['Delete a pet', 'Delete a pet by pet_id. Returns nothing.'] }],
    ['GET /pets/{id}/notes', { given: list, want: ['List notes of a pet', 'List notes of a pet by pet_id.'] }],
    [
      'POST /pets/{id}/notes',
      { want: ['Create a note for a pet', 'Create a note for a pet by pet_id. Returns nothing.'] },
    ],
    [
      'GET /pets/{id}/owner',
      {
        given: one,
        want: ['Get the owner of a pet', 'Get the owner of a pet by pet_id. Returns id, name, tag and born_at.'],
      },
    ],
    ['POST /pets/{id}/archive', { want: ['Archive a pet', 'Archive a pet by pet_id. Returns nothing.'] }],
    ['POST /pets/{id}/reply', { want: ['Reply to a pet', 'Reply to a pet by pet_id. Returns nothing.'] }],
    [
      'POST /pets/{id}/change_owner',
      { want: ['Change the owner of a pet', 'Change the owner of a pet by pet_id. Returns nothing.'] },
    ],
    ['PUT /pets/{id}/away', { want: ['Set the away of a pet', 'Set the away of a pet by pet_id. Returns nothing.'] }],
    ['GET /pets/deleted', { given: list, want: ['List deleted pets', 'List deleted pets.'] }],
    ['GET /pets/search', { given: list, want: ['Search pets', 'Search pets.'] }],
    [
      'GET /pets/find_by_chip_id/{chip_id}',
      { want: ['Get a pet by chip id', 'Get a pet by chip_id. Returns nothing.'] },
    ],
    [
      'GET /pet_shops/{id}/pet_shop_sales',
      { given: list, want: ['List pet shop sales of a pet shop', 'List pet shop sales of a pet shop by pet_shop_id.'] },
    ],
    ['GET /ai/pages', { given: list, want: ['List AI pages', 'List AI pages.'] }],
    ['GET /export/pets/{id}', { want: ['Get a pet export', 'Get a pet export by pet_id. Returns nothing.'] }],
    [
      'POST /pets/{id}/tags',
      {
        given: named('acme_pets_attach_tag'),
        want: ['Attach a tag to a pet', 'Attach a tag to a pet by pet_id. Returns nothing.'],
      },
    ],
    ['GET /me', { want: ['Get the current user', 'Get the current user. Returns nothing.'] }],
    ['POST /', { want: ['Submit the resource', 'Submit the resource. Returns nothing.'] }],
  ])('%s', (line, { given = {}, want }) => {
    const { title, description: text } = wordsOf(line, given);
    expect([title, text]).toEqual(want);
  });

  test('behind a summary of its own, where there is one', () => {
    const { title, description: text } = wordsOf('GET /pets', { ...pets, summary: 'Show the zoo' });
    expect([title, text]).toEqual(['Show the zoo', 'Show the zoo. Each has id, name, tag and born_at.']);
  });

  test('in a text that is short, whatever the names are', () => {
    const word = 'a_very_long_word_of_a_path_that_never_ends_'.repeat(20);
    const properties = Object.fromEntries([...'abcdefghijkl'].map((letter) => [letter.repeat(39), {}]));
    const { title, description: text } = wordsOf(`GET /${word}/{id}/${word}`, { responses: answer({ properties }) });
    expect(title.length).toBeLessThanOrEqual(60);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text).toMatch(/^Get the a very long word/);
  });

  test('and is told from others by its operation', () => {
    const read = { get: { responses: answer({ type: 'array' }) } };
    const paths = { '/pets': read, '/pets/list': read, '/cats': read };
    const { api } = describe(nameOperations(normalize(description(paths), 'acme').api).api, { expectWords: false });
    expect(api.operations.map(({ description: text }) => text)).toEqual([
      'List pets. (GET /pets)',
      'List pets. (GET /pets/list)',
      'List cats.',
    ]);
  });
});

group('a stub of an overlay', () => {
  const stub = { summary: 'TODO', description: 'TODO: what it does', 'x-mcp': { fields: { name: 'TODO' } } };

  test('counts as no words, and is shown to nobody', () => {
    const requestBody = body({ properties: { name: { type: 'string' } } });
    const {
      title,
      description: text,
      fields,
      diagnostics,
    } = wordsOf('POST /pets', { ...stub, requestBody }, { expectWords: true });
    expect([title, text]).toEqual(['Create a pet', 'Create a pet. Returns nothing.']);
    expect(fields[0]?.schema).toEqual({ type: 'string' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['WORDS_MISSING', 'FIELD_WORDS_MISSING']);
  });
});

group('words from the description', () => {
  test('are cleaned and capped', () => {
    const { title, description: text } = wordsOf('GET /pets', {
      summary: '<b>List</b> pets 🐕',
      description: `Get {% x %}pets. ${'More words follow here. '.repeat(40)}`,
    });
    expect(title).toBe('List pets');
    expect(text).toMatch(/^Get pets\. More words.*here\.$/);
    expect(text.length).toBeGreaterThan(360);
    expect(text.length).toBeLessThanOrEqual(400);
  });
});

group('words of arguments', () => {
  const schema = {
    properties: {
      name: { type: 'string', description: '**Name** of it' },
      owner: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
      tags: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      target: { anyOf: [{ type: 'string' }, { type: 'object', properties: { id: { type: 'string' } } }] },
      scores: { type: 'object', additionalProperties: { type: 'object', properties: { id: { type: 'string' } } } },
      born_at: { type: 'integer', format: 'date-time' },
      due_at: { type: 'integer', format: 'date-time' },
    },
  };
  const fieldsOf = (own: Record<string, string>, words: Record<string, string> = {}) =>
    Object.fromEntries(
      wordsOf('POST /pets', { requestBody: body(schema), 'x-mcp': { fields: own } }, { words }).fields.map(
        ({ key, schema: { type: _type, ...rest } }) => [key, rest],
      ),
    );

  test('by dotted key into objects, lists, forms and maps', () => {
    const fields = fieldsOf({
      'owner.id': 'A',
      'tags.id': 'B',
      'target.id': 'C',
      'scores.id': 'D',
      tags: 'E',
      target: 'F',
    });
    const id = (text: string) => ({ type: 'object', properties: { id: { type: 'string', description: text } } });
    expect(fields.owner?.properties).toEqual({ id: { type: 'string', description: 'A' }, name: { type: 'string' } });
    expect(fields.tags).toEqual({ items: id('B'), description: 'E' });
    expect(fields.target).toEqual({ anyOf: [{ type: 'string' }, id('C')], description: 'F' });
    expect(fields.scores).toEqual({ additionalProperties: id('D') });
  });

  test('own words, then the common ones, then those of the description', () => {
    expect(fieldsOf({}, {}).name).toEqual({});
    expect(fieldsOf({}, { name: 'Common' }).name).toEqual({ description: 'Common' });
    expect(fieldsOf({ name: 'Own' }, { name: 'Common' }).name).toEqual({ description: 'Own' });
    expect(fieldsOf({ name: '' }, { name: 'Common' }).name).toEqual({});
  });

  test('a time says how it is written, once', () => {
    const fields = fieldsOf({ due_at: 'When, as ISO text' }, { born_at: 'Birthday' });
    expect(fields.born_at).toEqual({ time: 'seconds', description: 'Birthday; ISO' });
    expect(fields.due_at).toEqual({ time: 'seconds', description: 'When, as ISO text' });
    expect(fieldsOf({}).born_at).toEqual({ time: 'seconds', description: 'ISO' });
  });
});

group('missing words', () => {
  const operation = {
    requestBody: body({ properties: { name: { type: 'string' }, kind: { enum: ['a'] } }, required: ['kind'] }),
  };

  test.each<[string, { given: Json; want: string[] }]>([
    ['of a tool', { given: {}, want: ['POST /pets has no words'] }],
    ['of a tool with a description', { given: { description: 'Add.' }, want: ['POST /pets has no title'] }],
    ['of a tool with a title', { given: { summary: 'Add' }, want: ['POST /pets has no description'] }],
    [
      'of an argument',
      {
        given: { ...operation, summary: 'Add', description: 'Add.' },
        want: ['the argument name of create_a_acme_pet has no words'],
      },
    ],
    [
      'none where the argument is known',
      { given: { ...operation, summary: 'Add', description: 'Add.', 'x-mcp': { fields: { name: '' } } }, want: [] },
    ],
  ])('%s', (_name, { given, want }) => {
    const { diagnostics } = wordsOf('POST /pets', given, { expectWords: true });
    expect(diagnostics.map(({ message }) => message)).toEqual(want);
    expect(
      diagnostics.every(({ severity, pointer }) => severity === 'warning' && pointer === '/paths/~1pets/post'),
    ).toBe(true);
    expect(wordsOf('POST /pets', given).diagnostics).toEqual([]);
  });
});
