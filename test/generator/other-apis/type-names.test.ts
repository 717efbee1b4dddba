import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { built } from './support/fixture.ts';

const OURS = [
  'Page',
  'Tool',
  'Items',
  'Answer',
  'Wire',
  'Id',
  'Time',
  'SearchFilter',
  'SearchGroup',
  'components',
  'paths',
];
const LANGUAGE = [
  'Record',
  'Date',
  'Promise',
  'Array',
  'Readonly',
  'NonNullable',
  'Uint8Array',
  'string',
  'class',
  '__proto__',
];
const TOOLS = [
  'GetPageInput',
  'getPage',
  'pet',
  'complete_pet',
  'CompletePet',
  "*/ evil('')",
  'ünï',
  '1st',
  'a b',
  'a_b',
];

test('things of any name have types of their own, beside those of the language, the runtime and the tools', async () => {
  const names = [...OURS, ...LANGUAGE, ...TOOLS];
  const properties = {
    id: { type: 'integer' },
    next: { $ref: '#/components/schemas/Page' },
    made_at: { type: 'integer' },
  };
  const schemas = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
  const odd: Json = {
    either: { oneOf: [{ $ref: '#/components/schemas/pet' }, { $ref: '#/components/schemas/Tool' }] },
    many: { type: 'array', items: { $ref: '#/components/schemas/many' } },
    maybe: { nullable: true, allOf: [{ $ref: '#/components/schemas/Date' }] },
    words: { type: 'string', enum: ['a', 'b'] },
  };
  const all = { ...schemas, ...odd };
  const paths = Object.fromEntries(
    Object.keys(all).map((name, at) => [
      `/things${at}/{id}`,
      {
        post: {
          operationId: name,
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: '*/ @deprecated' },
          ],
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  properties: {
                    Time: { type: 'string' },
                    Id: { type: 'string', description: 'Time' },
                    'a-b': { type: 'integer', format: 'unix-time' },
                  },
                },
              },
            },
          },
          responses: {
            '200': {
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${encodeURIComponent(name)}` } } },
            },
          },
        },
      },
    ]),
  );
  const { diagnostics, files } = await built(paths, { components: { schemas: all } });
  expect(diagnostics.filter(({ code }) => code.startsWith('EMITTED'))).toEqual([]);
  const outputs = files.get('types/outputs.ts') ?? '';
  const declared = outputs.match(/(?<=^(?:export )?(?:interface|type) )\w+/gm) ?? [];
  expect(new Set(declared).size).toBe(declared.length);
  expect(declared.length).toBeGreaterThan(names.length);
});
