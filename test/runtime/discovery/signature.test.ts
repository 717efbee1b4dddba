import * as fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import type { CatalogInputSchema } from '../../../runtime/catalog/catalog.ts';
import { commonWords, tellCommon } from '../../../runtime/discovery/common-words.ts';
import { signature } from '../../../runtime/discovery/signature.ts';
import { signaturesOf } from '../../../runtime/discovery/signatures.ts';
import { isRecord } from '../../../runtime/value/value.ts';
import { built } from '../../generator/other-apis/support/fixture.ts';
import { isComplete, syntaxErrors } from './support/signature.ts';

function signatureOf(inputSchema: Omit<CatalogInputSchema, 'type'>): string {
  return signature({ name: 'call', inputSchema: { type: 'object', ...inputSchema } });
}

/** The type of one argument. */
function typeOf(schema: unknown): string {
  const [, type = ''] = /^a\?: (.*)$/m.exec(signatureOf({ properties: { a: schema } })) ?? [];
  return type;
}

describe('the signature of every tool', () => {
  const { of } = signaturesOf(catalog);

  test.each(catalog.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(syntaxErrors(of(entry))).toEqual([]);
    expect(isComplete(of(entry), entry)).toEqual([]);
  });

  test('costs a model less than 60 % of the JSON Schema, and of a search at most 450 tokens', () => {
    const sum = (text: (entry: (typeof catalog)[number]) => string) =>
      catalog.reduce((tokens, entry) => tokens + countTokens(text(entry)), 0);
    expect(sum(of) / sum(({ inputSchema }) => JSON.stringify(inputSchema))).toBeLessThan(0.6);
    const searches = catalog.filter(({ inputSchema: { $defs } }) => isRecord($defs) && 'filter' in $defs);
    expect(searches).toHaveLength(3);
    for (const entry of searches) expect(countTokens(of(entry)), entry.name).toBeLessThanOrEqual(450);
  });

  test('is made once', () => {
    expect(signaturesOf(catalog)).toBe(signaturesOf(catalog));
  });
});

describe('a schema as a type', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'any'],
    ['anything', {}, 'any'],
    ['never', false, 'never'],
    ['a text', { type: 'string' }, 'string'],
    ['a constant', { const: 'a' }, '"a"'],
    ['null beside another', { type: ['string', 'null'] }, 'string|null'],
    ['few values', { enum: ['a', 1, null, true] }, '"a"|1|null|true'],
    ['many words', { enum: ['a', 'b.c', 'b.d', 'e'] }, 'OneOf<"a b.{c d} e">'],
    ['words with spaces', { enum: ['a', 'b', 'c', 'd e'] }, '"a"|"b"|"c"|"d e"'],
    ['words with braces', { enum: ['a', 'b', 'c', '{d}'] }, '"a"|"b"|"c"|"{d}"'],
    ['words with quotes', { enum: ['a', 'b', 'c', '"'] }, '"a"|"b"|"c"|"\\""'],
    ['a list', { type: 'array', items: { type: 'string' }, maxItems: 3 }, 'string[] // <= 3 items'],
    ['a list of anything', { type: 'array' }, 'any[]'],
    [
      'a list of either',
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
      '(string|number)[]',
    ],
    [
      'a tuple',
      { type: 'array', prefixItems: [{ type: 'string' }, {}], items: { type: 'null' } },
      '[string, any, ...null[]]',
    ],
    ['a record', { type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, integer>'],
    ['an object', { type: 'object' }, 'object'],
    [
      'an object with properties and others',
      {
        properties: { 'b-c': { type: 'string', minLength: 2 } },
        required: ['b-c'],
        additionalProperties: { type: 'null' },
      },
      '{"b-c": string /* >= 2 characters */, [key: string]: null}',
    ],
    ['one of one', { oneOf: [{ type: 'string' }] }, 'string'],
    ['all of two', { allOf: [{ properties: { b: {} } }, { type: 'object' }] }, '{b?: any}&object'],
    ['a reference to nothing', { $ref: '#/$defs/none' }, 'any'],
    ['bounds', { type: 'integer', minimum: 1, maximum: 5, default: 2 }, 'integer // 1-5; default 2'],
    [
      'a bound that its words say',
      { type: 'integer', maximum: 50, description: 'At most 50' },
      'integer // At most 50',
    ],
    ['words of several lines', { type: 'string', description: 'a\n*/ b\u2028c' }, 'string // a * / b c'],
    ['a pattern', { type: 'string', pattern: '^a*/$' }, 'string // /^a* /$/'],
  ])('%s', (_what, schema, expected) => {
    expect(typeOf(schema)).toBe(expected);
    expect(syntaxErrors(signatureOf({ properties: { a: schema } }))).toEqual([]);
  });

  test('without arguments, with optional and with required ones', () => {
    expect(signatureOf({})).toBe('function call()');
    expect(signatureOf({ properties: { a: {} } })).toBe('function call(args?: {\na?: any\n})');
    expect(signatureOf({ properties: { a: {} }, required: ['a'] })).toBe('function call(args: {\na: any\n})');
  });

  test('definitions are types, whatever they are called, also those that hold themselves', () => {
    const text = signatureOf({
      properties: { a: { $ref: '#/$defs/default' }, b: { $ref: '#/$defs/1-b' }, c: { $ref: '#/$defs/Default' } },
      $defs: { default: { type: 'array', items: { $ref: '#/$defs/default' } }, '1-b': { type: 'null' }, Default: {} },
    });
    expect(text).toBe(
      'type Default = Default[]\ntype B = null\ntype Default2 = any\nfunction call(args?: {\na?: Default\nb?: B\nc?: Default2\n})',
    );
    expect(syntaxErrors(text)).toEqual([]);
  });

  test('a name that is no identifier stands beside the function', () => {
    const text = signature({ name: '3-acme.call', inputSchema: { type: 'object', properties: {} } });
    expect(text).toBe('function _ /* 3-acme.call */ ()');
    expect(syntaxErrors(text)).toEqual([]);
  });

  test('any schema is a type that TypeScript reads, however strange', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8, unit: 'grapheme' }),
      fc.constantFrom('a', 'b.c', '*/', '`', '__proto__'),
    );
    const { schema } = fc.letrec((tie) => ({
      schema: fc.oneof(
        { maxDepth: 4 },
        fc.record({ type: fc.constantFrom('string', 'integer', 'array', 'object', 'file', 'null'), description: word }),
        fc.record({ enum: fc.array(fc.oneof(word, fc.integer(), fc.boolean()), { maxLength: 6 }), default: word }),
        fc.record({ anyOf: fc.array(tie('schema'), { maxLength: 3 }) }),
        fc.record({ allOf: fc.array(tie('schema'), { maxLength: 3 }), type: fc.constant('object') }),
        fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat() }),
        fc.record({ type: fc.constant('object'), properties: fc.dictionary(word, tie('schema'), { maxKeys: 3 }) }),
        fc.record({ $ref: word.map((name) => `#/$defs/${name}`) }),
        fc.anything(),
      ),
    }));
    fc.assert(
      fc.property(
        fc.dictionary(word, schema, { maxKeys: 4 }),
        fc.dictionary(word, schema, { maxKeys: 3 }),
        (properties, $defs) => {
          const inputSchema = {
            type: 'object' as const,
            properties,
            $defs,
            required: Object.keys(properties).slice(1),
          };
          expect(syntaxErrors(signature({ name: 'call', inputSchema }))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('words that many tools share', () => {
  test('are left out of signatures, and told once', () => {
    const common = commonWords(catalog);
    const { of } = signaturesOf(catalog);
    expect(tellCommon(common)).not.toBe('');
    for (const [name, parts] of common)
      for (const part of parts) {
        expect(tellCommon(common)).toContain(part);
        const lines = catalog.flatMap((entry) => of(entry).split('\n'));
        expect(lines.filter((line) => line.startsWith(`${name}?:`) && line.endsWith(`// ${part}`))).toEqual([]);
      }
  });

  test('are none where there are few tools', () => {
    expect(commonWords(catalog.slice(0, 9))).toEqual(new Map());
  });
});

test('another API: every argument, value and required mark is there', async () => {
  const text = { type: 'string' };
  const body = {
    type: 'object',
    required: ['kind', 'tags'],
    properties: {
      kind: { ...text, enum: ['cat', 'dog', 'bird', 'fish', 'wild.boar', 'wild.horse'] },
      tags: { type: 'array', minItems: 1, items: { ...text, enum: ['a b', 'c'] } },
      size: { type: 'number', minimum: 0.5, maximum: 9 },
      owner: {
        oneOf: [text, { type: 'object', required: ['id'], properties: { id: text, age: { type: 'integer' } } }],
      },
      notes: { type: 'object', additionalProperties: { type: 'object', properties: { by: text } } },
    },
  };
  const { catalog: pets } = await built({
    '/pets/{id}': {
      put: {
        operationId: 'changePet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        requestBody: { content: { 'application/json': { schema: body } } },
        responses: { 200: { description: '' } },
      },
    },
  });
  expect(pets).toHaveLength(1);
  for (const entry of pets) {
    const said = signaturesOf(pets).of(entry);
    expect(syntaxErrors(said)).toEqual([]);
    expect(isComplete(said, entry)).toEqual([]);
    expect(said).toContain('wild.{boar horse}');
  }
});
