import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/import/json.ts';
import { operationPageSize, statedPageSize } from '../../../generator/import/page-size.ts';
import { schemaFacts } from '../../../generator/import/schema-facts.ts';

describe('schemaFacts', () => {
  test.each<[string, { given: Json; want: Json }]>([
    ['unions', { given: { oneOf: [{ title: 'x', type: 'string' }] }, want: { oneOf: [{ type: 'string' }] } }],
    ['not', { given: { not: { description: 'x' } }, want: { not: {} } }],
    [
      'siblings of $ref',
      { given: { $ref: '#/a', nullable: true, description: 'x' }, want: { $ref: '#/a', nullable: true } },
    ],
    ['closed objects', { given: { additionalProperties: false }, want: { additionalProperties: false } }],
    [
      'limits',
      {
        given: { minimum: 0, exclusiveMaximum: true, pattern: 'a' },
        want: { minimum: 0, exclusiveMaximum: true, pattern: 'a' },
      },
    ],
    ['short defaults', { given: { default: 'phone_call_redirect' }, want: { default: 'phone_call_redirect' } }],
    ['long defaults', { given: { default: 'Write to us whenever something seems to be wrong.' }, want: {} }],
    ['long defaults inside', { given: { default: [{ a: 'x'.repeat(41) }] }, want: {} }],
    ['falsy defaults', { given: { default: false }, want: { default: false } }],
    [
      'prose where a fact should be',
      { given: { format: { description: 'x' }, nullable: 'x', minimum: 'x', enum: [{ a: 'x' }] }, want: {} },
    ],
    ['required that is no list', { given: { required: true }, want: {} }],
    [
      'a property __proto__',
      {
        given: JSON.parse('{"properties":{"__proto__":{"title":"x"}}}'),
        want: JSON.parse('{"properties":{"__proto__":{}}}'),
      },
    ],
    [
      'a property enum',
      { given: { properties: { enum: { enum: ['b', 'a'] } } }, want: { properties: { enum: { enum: ['b', 'a'] } } } },
    ],
    [
      'discriminator',
      {
        given: { discriminator: { propertyName: 't', mapping: { a: '#/a' }, x: 1 } },
        want: { discriminator: { propertyName: 't', mapping: { a: '#/a' } } },
      },
    ],
    [
      'stated counts',
      {
        given: { type: 'array', description: 'Files. You can include up to 1,000 files.' },
        want: { type: 'array', maxItems: 1000 },
      },
    ],
    [
      'declared counts first',
      {
        given: { type: 'array', maxItems: 5, description: 'Maximum of 10 files.' },
        want: { type: 'array', maxItems: 5 },
      },
    ],
    [
      'counts of shown items',
      { given: { type: 'object', description: 'Up to 10 will be displayed.' }, want: { type: 'object' } },
    ],
    ['no schema', { given: null, want: {} }],
  ])('%s', (_, { given, want }) => {
    expect(schemaFacts(given)).toEqual(want);
  });

  test('never lets a marked text through, whatever the shape', () => {
    const keyword = fc.constantFrom(
      'title',
      'description',
      'summary',
      'example',
      'examples',
      'x-note',
      'externalDocs',
      'properties',
      'items',
      'oneOf',
      'allOf',
      'not',
      'additionalProperties',
      'required',
      'nullable',
      'minimum',
      'discriminator',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        keyword,
        fc.oneof({ maxDepth: 5 }, fc.constant('PROSE'), tie('tree'), fc.array(tie('tree'), { maxLength: 3 })),
      ),
    }));
    fc.assert(
      fc.property(tree, (schema) => !JSON.stringify(schemaFacts(JSON.parse(JSON.stringify(schema)))).includes('PROSE')),
    );
  });
});

describe('statedPageSize', () => {
  test.each([
    ['Defaults to 15', { default: 15 }],
    ['How many. Defaults to 25. Max 25.', { default: 25, max: 25 }],
    ['Defaults to 50, maximum 250.', { default: 50, max: 250 }],
    ['Defaults to 20, minimum 1, maximum 50.', { default: 20, max: 50 }],
    ['(default 50, max 100)', { default: 50, max: 100 }],
    ['(1-30, default 10)', { default: 10, max: 30 }],
    ['Max value of 50.', { max: 50 }],
    ['Maximum is 50.', { max: 50 }],
    ['Must be between 1 and 250.', { max: 250 }],
    ['The number of results per page', undefined],
    ['Defaults to the first page', undefined],
  ])('%s', (prose, want) => {
    expect(statedPageSize(prose)).toEqual(want);
  });

  test.each([
    ['The default is `20` results per page and maximum is `150`.', { default: 20, max: 150 }],
    ['A limit of max 15 filters.\nThe default is `50` results per page.', { default: 50 }],
    ['There is a limit of max 15 filters. Defaults to 1800.', undefined],
  ])('operation: %s', (prose, want) => {
    expect(operationPageSize(prose)).toEqual(want);
  });
});
