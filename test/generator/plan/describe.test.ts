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

group('a tool without words', () => {
  test.each<[string, { given?: Json; want: [string, string] }]>([
    ['GET /ticket_types', { given: list, want: ['Acme ticket types', 'List ticket types (GET /ticket_types).'] }],
    ['GET /pets/{id}', { want: ['Acme pet by id', 'Get a pet (GET /pets/{id}).'] }],
    ['POST /pets', { want: ['Acme pet', 'Post to pets (POST /pets).'] }],
    ['PUT /pets/{id}', { want: ['Acme pet by id', 'Update a pet (PUT /pets/{id}).'] }],
    ['DELETE /pets/{id}', { want: ['Acme pet by id', 'Delete a pet (DELETE /pets/{id}).'] }],
    ['GET /pets/{id}/notes', { given: list, want: ['Acme pet notes', 'List notes of pet (GET /pets/{id}/notes).'] }],
    ['POST /', { want: ['Acme post', 'Post to resource (POST /).'] }],
  ])('%s', (line, { given = {}, want }) => {
    const { title, description: text } = wordsOf(line, given);
    expect([title, text]).toEqual(want);
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
