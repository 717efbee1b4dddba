import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { answerTypes } from '../../../generator/answers/answer-types.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { lookupIn } from '../../../generator/json/lookup.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { describe as describeTools } from '../../../generator/plan/describe.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { plan } from '../../../generator/plan/plan.ts';
import type { AnswerTypes } from '../../../runtime/catalog/answer-types.ts';
import { complaints, declared } from '../../support/compile-types.ts';
import { answer, description } from '../support/fixture.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
const list = (items: Json): Json => ({ type: 'array', items });
const object = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const many = (count: number, schema: Json): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`property_number_${at}`, schema]));

interface Case {
  readonly schemas?: Json;
  readonly facts?: Json;
  readonly responses?: Json;
}

function typesOf(schema: Json, { schemas = {}, facts = {}, responses }: Case = {}): AnswerTypes {
  const operation = { responses: responses ?? answer(schema), 'x-mcp': { name: 'get_pet', ...facts } };
  const document = description({ '/pets': { get: operation } }, { components: { schemas } });
  const { api } = normalize(document, 'acme');
  const modules = plan(describeTools(nameOperations(api).api, { expectWords: false }).api);
  const rare = ['rare_one'];
  const noise = ['app_id', 'ios_*'];
  return answerTypes(modules, { lookup: lookupIn(document), timeKeys: new Set(['seen_at']), noise, rare });
}
const answerOf = (...args: Parameters<typeof typesOf>) => typesOf(...args).answers.get_pet;

describe('what a program sees of an answer', () => {
  test.each<[string, { schema: Json; more?: Case; want: string }]>([
    [
      'plain values',
      { schema: object({ a: text, b: whole, c: { type: 'boolean' } }), want: '{ a: string; b: number; c: boolean }' },
    ],
    ['an id comes first', { schema: object({ a: text, id: text }), want: '{ id: string; a: string }' }],
    [
      'times are texts',
      { schema: object({ seen_at: { ...whole, nullable: true } }), want: '{ seen_at: Time | null }' },
    ],
    ['null by the type', { schema: object({ a: { type: ['string', 'null'] } }), want: '{ a: string | null }' }],
    [
      'values',
      { schema: object({ a: { enum: ['x', 'y"', null], nullable: true } }), want: '{ a: "x" | "y\\"" | null }' },
    ],
    ['many values', { schema: object({ a: { ...text, enum: [...'abcdefghijk'] } }), want: '{ a: string }' }],
    ['names that need quotation marks', { schema: object({ 'pt-BR': text }), want: '{ "pt-BR": string }' }],
    [
      'a wrapper is taken off',
      {
        schema: object({ tags: object({ type: { enum: ['tag.list'] }, tags: list(text) }) }),
        want: '{ tags: string[] }',
      },
    ],
    [
      'a wrapper by data, with more',
      {
        schema: object({ pets: object({ data: list(whole), has_more: { type: 'boolean' } }) }),
        want: '{ pets: number[]; pets_has_more?: boolean }',
      },
    ],
    [
      'an object with one list is none',
      { schema: object({ form: object({ rows: list(text) }) }), want: '{ form: { rows: string[] } }' },
    ],
    [
      'what says nothing is left out',
      { schema: object({ app_id: text, ios_name: text, type: { enum: ['pet'] }, a: text }), want: '{ a: string }' },
    ],
    [
      'what is deprecated is left out',
      { schema: object({ old: { ...text, deprecated: true }, a: text }), want: '{ a: string }' },
    ],
    [
      'a map',
      { schema: object({ a: { type: 'object', additionalProperties: text } }), want: '{ a: Record<string, string> }' },
    ],
    [
      'anything',
      { schema: object({ a: {}, b: { type: 'object' } }), want: '{ a: unknown; b: Record<string, unknown> }' },
    ],
    ['one of two', { schema: object({ a: { oneOf: [text, list(whole)] } }), want: '{ a: string | number[] }' }],
    [
      'lists of one of two',
      { schema: object({ a: list({ oneOf: [text, whole] }) }), want: '{ a: (string | number)[] }' },
    ],
    ['a whole answer is never null', { schema: object({ a: text }, { nullable: true }), want: '{ a: string }' }],
    [
      'a small shared one stands where it is used',
      {
        schema: object({ a: ref('tag') }),
        more: { schemas: { tag: object({ b: text }) } },
        want: '{ a: { b: string } }',
      },
    ],
    [
      'a page',
      {
        schema: object({ pets: list(object({ a: text })), total_count: whole, pages: {} }),
        more: { facts: { pagination: { style: 'cursor', items: 'pets' } } },
        want: 'Page<{ a: string }>',
      },
    ],
    [
      'a page with something beside',
      {
        schema: object({ pets: list(text), marks: list(whole) }),
        more: { facts: { pagination: { style: 'none', items: 'pets' } } },
        want: 'Page<string> & { marks: number[] }',
      },
    ],
    [
      'a page at a deeper place',
      {
        schema: object({ data: object({ pets: list(text) }) }),
        more: { facts: { pagination: { style: 'none', items: 'data.pets' } } },
        want: 'Page<string>',
      },
    ],
    [
      'a page that is the answer',
      {
        schema: list(object({ a: text }, { nullable: true })),
        more: { facts: { pagination: { style: 'none', items: '' } } },
        want: 'Page<{ a: string }>',
      },
    ],
    ['a text', { schema: {}, more: { responses: { 200: { content: { 'text/vtt': {} } } } }, want: 'string' }],
    ['a file', { schema: {}, more: { responses: { 200: { content: { 'application/gzip': {} } } } }, want: 'Download' }],
    ['nothing', { schema: {}, more: { responses: { 204: {} } }, want: '{ ok: true; status: number }' }],
    ['an address', { schema: {}, more: { responses: { 302: {} } }, want: '{ location: string; status: number }' }],
    ['nobody knows', { schema: {}, more: { responses: { default: {} } }, want: '{ ok: true; status: number }' }],
  ])('%s', (_name, { schema, more, want }) => {
    const types = typesOf(schema, more);
    expect(types.answers.get_pet).toBe(want);
    expect(complaints(declared(types))).toEqual([]);
  });
});

describe('shared schemas', () => {
  const pet = object({ id: text, ...many(8, text), parent: ref('pet') });

  test('have names, hold themselves, and are written once', () => {
    const types = typesOf(object({ one: ref('pet'), all: list(ref('pet')) }), { schemas: { pet } });
    expect(types.answers.get_pet).toBe('{ one: Pet; all: Pet[] }');
    expect(types.types.Pet).toMatch(/^\{ id: string; .*; parent: Pet \}$/);
    expect(complaints(declared(types))).toEqual([]);
  });

  test('that go on with another are that and more', () => {
    const schemas = { pet, dog: { allOf: [ref('pet'), object({ barks: { type: 'boolean' } })] } };
    expect(answerOf(ref('dog'), { schemas })).toBe('Pet & { barks: boolean }');
  });

  test.each(['class', 'Page', 'Record', 'string', '1st', 'a b', 'ünï', "*/ evil('')", '__proto__'])(
    'may be called %s',
    (name) => {
      const types = typesOf(
        { $ref: `#/components/schemas/${encodeURIComponent(name)}` },
        { schemas: { [name]: object(many(9, text)) } },
      );
      expect(complaints(declared(types))).toEqual([]);
    },
  );

  test.each<[string, { properties: Json; want: RegExp }]>([
    [
      'without what is rare',
      {
        properties: { ...many(30, text), rare_one: list(object(many(9, whole))) },
        want: /^(?!.*rare_one).*number_29: string; \[more: string\]: unknown \}$/,
      },
    ],
    [
      'a map of what is alike',
      { properties: many(90, object({ a: text })), want: /^Record<string, \{ a: string \}>$/ },
    ],
    [
      'without objects deep inside',
      {
        properties: { ...many(10, text), deep: object({ a: object(many(30, whole)) }) },
        want: /deep: \{ a: object \}; \[more/,
      },
    ],
    [
      'without its last',
      {
        properties: { id: text, ...many(400, text) },
        want: /^\{ id: string; property_number_0: .*\[more: string\]: unknown \}$/,
      },
    ],
  ])('are cut where they are too long: %s', (_name, { properties, want }) => {
    const { types, answers } = typesOf(ref('pet'), { schemas: { pet: object(properties) } });
    const { Pet = answers.get_pet ?? '' } = types;
    expect(Pet).toMatch(want);
    expect(countTokens(Pet)).toBeLessThanOrEqual(250);
  });

  test.each<[string, Json]>([
    ['a list', list(ref('node'))],
    ['a map', { type: 'object', additionalProperties: ref('node') }],
    ['one of two', { oneOf: [text, ref('node')] }],
    ['itself', ref('node')],
    ['itself and more', { allOf: [ref('node'), object({ a: text })] }],
    ['a wrapper', object({ nodes: object({ data: list(ref('node')) }) })],
    ['a list of maps', list({ type: 'object', additionalProperties: list(ref('node')) })],
  ])('may be made of themselves: %s', (_name, node) => {
    for (const schema of [ref('node'), object({ a: ref('node'), b: list(ref('node')) })])
      expect(complaints(declared(typesOf(schema, { schemas: { node } })))).toEqual([]);
  });

  test('of more forms than are told apart are one with all properties', () => {
    const forms = [...'abcdef'].map((name) => object({ id: text, [name]: whole, kind: { ...text, enum: [name] } }));
    expect(answerOf({ oneOf: forms })).toMatch(/^\{ id: string; a\?: number; kind: "a" \| "b" .*; f\?: number \}$/);
  });
});
