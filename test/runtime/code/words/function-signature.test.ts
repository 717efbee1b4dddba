// biome-ignore-all lint/suspicious/noTemplateCurlyInString: types of templates
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog, intercom } from '../../../../intercom/catalog.ts';
import type { CatalogInputSchema } from '../../../../runtime/catalog/catalog.ts';
import { functionSignature } from '../../../../runtime/code/words/function-signature.ts';
import { complaints } from '../../../support/compile-types.ts';

const answers = await intercom.answerTypes();
const { search } = intercom.profile;
const taken = Object.keys(answers.types);
const signatures = catalog.map((entry) => {
  return { entry, ...functionSignature(entry, { answer: answers.answers[entry.name] ?? 'unknown', search, taken }) };
});

function typesText(types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, text]) => `type ${name} = ${text}`)
    .join('\n');
}

function signatureOf(schema: Omit<CatalogInputSchema, 'type'>, access: 'read' | 'write' = 'read') {
  const entry = { name: 'call', access, inputSchema: { type: 'object' as const, ...schema } };
  return functionSignature(entry, { answer: 'null' });
}

describe('every function of Intercom', () => {
  test('is a declaration that the compiler takes, types and all', () => {
    const types = { ...answers.types, ...Object.assign({}, ...signatures.map((one) => one.types)) };
    const text = `${typesText(types)}\ndeclare const intercom: {\n${signatures.map((one) => one.text).join('\n')}\n}`;
    expect(complaints(text)).toEqual([]);
  });

  test('has all of its arguments but those that choose what is shown', () => {
    const missing = signatures.flatMap(({ entry, text }) =>
      Object.keys(entry.inputSchema.properties ?? {})
        .filter((key) => !new RegExp(`\\b${key}\\??: `).test(text))
        .map((key) => `${entry.name} ${key}`),
    );
    expect(missing.filter((one) => !/ (?:fields|parts_\w+)$/.test(one))).toEqual([]);
    expect(missing.length).toBeGreaterThan(100);
  });

  test('is checked by its types: what is right passes, what is wrong does not', () => {
    const { text, types } = signatures.find(({ entry }) => entry.name === 'list_all_intercom_search_conversations') ?? {
      text: '',
      types: {},
    };
    const call = (filter: string): string =>
      `${typesText({ ...answers.types, ...types })}\ndeclare const intercom: { ${text} }\nintercom.searchConversations({ query: ${filter} });`;
    const filter = (field: string, operator: string, value: string) =>
      `{ field: '${field}', operator: '${operator}', value: ${value} }`;
    const right = [
      filter('state', '=', "'open'"),
      filter('source.author.email', '~', "'acme'"),
      filter('created_at', '>', "'now-7d'"),
      filter('admin_assignee_id', 'IN', "['Sara', 0]"),
      `{ operator: 'AND', value: [${filter('open', '=', 'true')}, { operator: 'OR', value: [${filter('id', '=', "'1'")}] }] }`,
    ];
    const wrong = [
      filter('status', '=', "'open'"),
      filter('state', '>', "'open'"),
      filter('open', '=', "'yes'"),
      `{ operator: 'XOR', value: [] }`,
    ];
    for (const one of right) expect(complaints(call(one)), one).toEqual([]);
    for (const one of wrong) expect(complaints(call(one)), one).not.toEqual([]);
  });

  test('a search says its language in at most 400 tokens', () => {
    const searches = signatures.filter(({ note }) => note !== '');
    expect(searches.map(({ entry }) => entry.name)).toHaveLength(3);
    for (const { types, note, entry } of searches)
      expect(countTokens(`${typesText(types)}\n// query: ${note}`), entry.name).toBeLessThanOrEqual(400);
  });
});

describe('a signature', () => {
  const text = { type: 'string' };

  test.each<[string, Omit<CatalogInputSchema, 'type'>, string]>([
    ['without arguments', {}, 'call(): Promise<null>'],
    ['optional', { properties: { a: text } }, 'call(args?: {a?: string}): Promise<null>'],
    ['required', { properties: { a: { type: 'integer' } }, required: ['a'] }, 'call(args: {a: number}): Promise<null>'],
    [
      'words',
      { properties: { a: { ...text, description: 'x */ y\nz' } } },
      'call(args?: {a?: string /* x * / y z */}): Promise<null>',
    ],
    [
      'values',
      {
        properties: {
          a: { enum: ['a', 'b.c', 'b.d', 'e'] },
          b: { type: 'array', items: { enum: ['a', 'b', 'c', 'd'] } },
        },
      },
      'call(args?: {a?: "a"|`b.${"c"|"d"}`|"e", b?: ("a"|"b"|"c"|"d")[]}): Promise<null>',
    ],
    [
      'fields of an API',
      { properties: { fields: { type: 'array', items: { enum: ['a'] } } } },
      'call(args?: {fields?: "a"[]}): Promise<null>',
    ],
    ['fields of ours', { properties: { fields: { type: 'array', items: text } } }, 'call(): Promise<null>'],
  ])('%s', (_name, schema, want) => {
    const made = signatureOf(schema);
    expect(made.text).toBe(want);
    expect(complaints(`declare const x: { ${made.text} }`)).toEqual([]);
  });

  test('definitions are types of the function, those that hold themselves too, and none that has another meaning', () => {
    const $defs = {
      node: { type: 'array', items: { $ref: '#/$defs/node' } },
      'a b': { type: 'object', properties: {} },
    };
    const inputSchema = {
      type: 'object' as const,
      properties: { a: { $ref: '#/$defs/node' }, b: { $ref: '#/$defs/a b' } },
      $defs,
    };
    const made = functionSignature(
      { name: 'x', function: 'getPet', access: 'read', inputSchema },
      { answer: 'null', taken: ['GetPetNode'] },
    );
    expect(made.text).toBe('getPet(args?: {a?: GetPetNode2, b?: GetPetA_b}): Promise<null>');
    expect(made.types).toEqual({ GetPetNode2: 'GetPetNode2[]', GetPetA_b: 'object' });
    expect(complaints(`${typesText(made.types)}\ndeclare const x: { ${made.text} }`)).toEqual([]);
  });

  test.each(['3-acme.call', 'a"b', '*/'])('a function called %s', (name) => {
    const { text: made } = functionSignature(
      { name, access: 'read', inputSchema: { type: 'object' } },
      { answer: 'null' },
    );
    expect(complaints(`declare const x: { ${made} }`)).toEqual([]);
  });
});
