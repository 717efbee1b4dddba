import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkModules } from '../../generator/check/check-modules.ts';
import { checkTypes } from '../../generator/check/check-types.ts';
import { emitTools } from '../../generator/emit/tools.ts';
import { emitTypes } from '../../generator/emit/types.ts';
import { wireDocument } from '../../generator/emit/wire-document.ts';
import type { Json } from '../../generator/json/json-schema.ts';
import { lookupIn } from '../../generator/json/lookup.ts';
import { lint } from '../../generator/load/lint.ts';
import { normalize } from '../../generator/normalize/normalize.ts';
import { describe as describeTools } from '../../generator/plan/describe.ts';
import { nameOperations } from '../../generator/plan/name.ts';
import { plan } from '../../generator/plan/plan.ts';
import { format } from '../../generator/write/format.ts';
import { answer, body, description } from './support/fixture.ts';

const text = { type: 'string' };
function id(name: string): Json {
  return { name, in: 'path', required: true, schema: text };
}
function kind(...values: string[]): Json {
  return { type: 'string', enum: values };
}
function words(summary: string, prose: string): Json {
  return { summary, description: prose };
}
const pet = { type: 'object', properties: { id: text, name: text } };
const pets = { type: 'object', properties: { type: kind('list'), data: { type: 'array', items: pet } } };

function search(...names: string[]): Json {
  return {
    maxNesting: 1,
    maxFilters: 15,
    fields: [
      ...names.map((name) => ({ name, type: 'string', operators: ['=', '~'] })),
      { name: 'created_at', type: 'date', operators: ['>', '<'] },
    ],
  };
}
function searchOf(operationId: string, ...names: string[]): Json {
  return {
    operationId,
    tags: ['Pets'],
    ...words('Search pets', 'Search pets by nested filters. Returns a list.'),
    requestBody: body({ properties: { query: { type: 'object' } }, required: ['query'] }),
    responses: answer(pets),
    'x-search': search(...names),
    'x-mcp': { pagination: { style: 'cursor', in: 'body.pagination', items: 'data', max: 150 } },
  };
}

const cases: [string, Json][] = [
  [
    'path-only',
    {
      '/pets/{id}': {
        get: {
          operationId: 'getPet',
          tags: ['Pets'],
          parameters: [id('id')],
          ...words('Get pet', 'Get one pet by its id.'),
          responses: answer(pet),
        },
        delete: { operationId: 'deletePet', tags: ['Pets'], parameters: [id('id')], responses: { '204': {} } },
      },
      '/pets/{id}/toys/{toy_id}': {
        get: { operationId: 'getToy', tags: ['Pets'], parameters: [id('id'), id('toy_id')], responses: answer(text) },
      },
    },
  ],
  [
    'query',
    {
      '/pets': {
        get: {
          operationId: 'listPets',
          tags: ['Pets'],
          ...words('List pets', "List a shelter's pets."),
          parameters: [
            { name: 'page', in: 'query', schema: { type: 'integer' } },
            { name: 'state', in: 'query', required: true, schema: kind('free', 'adopted') },
            { name: 'born_after', in: 'query', schema: { type: 'integer', format: 'unix-time' } },
            { name: 'tags', in: 'query', explode: false, schema: { type: 'array', items: text } },
          ],
          responses: answer(pets),
          'x-mcp': { pagination: { style: 'page', items: 'data', max: 50 } },
        },
      },
    },
  ],
  [
    'flat-body',
    {
      '/pets': {
        post: {
          operationId: 'addPet',
          tags: ['Pets'],
          ...words('Add pet', 'Add a pet to the shelter.'),
          requestBody: body({
            properties: {
              name: { type: 'string', description: 'What it listens to' },
              id: { type: 'string', readOnly: true },
              kind: kind('dog'),
              age: { type: 'integer', minimum: 0 },
              owner: { type: 'object', properties: { 'e-mail': text }, required: ['e-mail'] },
              notes: { type: 'object' },
            },
            required: ['name', 'kind'],
          }),
          responses: { '201': { content: { 'application/json': { schema: pet } } } },
        },
      },
      '/pets/{id}': {
        put: {
          operationId: 'changePet',
          tags: ['Pets'],
          parameters: [id('id'), { name: 'notify', in: 'query', schema: { type: 'boolean' } }],
          requestBody: body({ properties: { id: text, name: { type: 'string', nullable: true } } }),
          responses: answer(pet),
        },
      },
    },
  ],
  [
    'union-body',
    {
      '/messages': {
        post: {
          operationId: 'sendMessage',
          tags: ['Messages'],
          ...words('Send message', 'Send an email or a text message.'),
          requestBody: body({
            properties: { body: text },
            required: ['body'],
            oneOf: [
              { properties: { type: kind('email'), subject: text, to: text }, required: ['type', 'subject', 'to'] },
              { properties: { type: kind('sms'), to: { type: 'integer' } }, required: ['type', 'to'] },
            ],
          }),
          responses: answer({ type: 'object' }),
        },
      },
      '/imports': {
        post: {
          operationId: 'import',
          tags: ['Messages'],
          requestBody: body({
            oneOf: [
              { type: 'array', items: text },
              { type: 'object', properties: { url: text } },
            ],
          }),
          responses: { '202': {} },
        },
      },
    },
  ],
  [
    'shared-schema',
    {
      '/pets/search': { post: searchOf('searchPets', 'name') },
      '/pets/archive/search': { post: searchOf('searchArchive', 'name') },
      '/pets/lost/search': { post: searchOf('searchLost', 'name', 'place') },
    },
  ],
  ['search', { '/pets/search': { post: searchOf('searchPets', 'name', 'owner.name') } }],
  [
    'binary',
    {
      '/photos/{id}': {
        get: {
          operationId: 'getPhoto',
          tags: ['Photos'],
          parameters: [id('id')],
          ...words('Get photo', 'Download a photo.'),
          responses: { '200': { content: { 'image/png': {} } } },
        },
      },
      '/photos/{id}/caption': {
        get: {
          operationId: 'getCaption',
          tags: ['Photos'],
          parameters: [id('id')],
          responses: { '200': { content: { 'text/plain': {} } } },
        },
      },
      '/photos/{id}/original': {
        get: { operationId: 'getOriginal', tags: ['Photos'], parameters: [id('id')], responses: { '302': {} } },
      },
    },
  ],
  [
    'action',
    {
      '/pets/{pet_id}/adopt': {
        post: {
          operationId: 'adoptPet',
          tags: ['Pets', 'Shelter'],
          ...words('Adopt pet', 'Give a pet a home; `*/` it\'s "final".'),
          parameters: [id('pet_id')],
          requestBody: body({ properties: { id: { type: 'integer' }, note: text }, required: ['id'] }),
          responses: answer({ $ref: '#/components/schemas/pet' }),
          'x-mcp': { destructive: true, rename: { id: 'owner_id' }, fields: { owner_id: 'Who takes it', note: '' } },
        },
      },
      '/pets/{pet_id}/tags': {
        post: {
          operationId: 'tagPet',
          tags: ['Pets'],
          parameters: [id('pet_id')],
          requestBody: body({ properties: { id: text }, required: ['id'] }),
          responses: answer({}),
        },
      },
    },
  ],
];

const place = {
  out: fileURLToPath(new URL('../../generated/acme', import.meta.url)),
  runtime: '../../../runtime/tool/index.ts',
};

describe('the text of a module, as it is written to disk', () => {
  test.each(cases)('%s', async (name, paths) => {
    const document = description(paths, { components: { schemas: { pet } } });
    expect(lint(document)).toEqual([]);
    const { api } = normalize(document, 'acme');
    const modules = plan(describeTools(nameOperations(api).api, { expectWords: false }).api);
    expect(modules).toHaveLength(1);
    const { files, wire } = emitTools(modules, { ...place, lookup: lookupIn(document), timeKeys: new Set() });
    files.set('types/schema.d.ts', emitTypes(wireDocument(document, wire)).text);
    expect([...checkModules(files, modules).diagnostics, ...checkTypes(files, modules, place)]).toEqual([]);
    const parts = [...format(files).files].filter(([file]) => !file.endsWith('.d.ts'));
    const formatted = parts.map(([file, text]) => `// ${file}\n${text}`).join('\n');
    await expect(formatted).toMatchFileSnapshot(`golden/${name}.ts.txt`);
  });
});
