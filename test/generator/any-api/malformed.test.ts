import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

const text = { type: 'string' };

/** A description of a good operation beside one with this body, whose only argument beside it is `c`. */
function withProperty(name: string, property: unknown, more: Json = {}): Json {
  return withBody({ type: 'object', properties: { [name]: property, c: text } }, more);
}
function withBody(schema: unknown, more: Json = {}): Json {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  return withOperation({ requestBody }, more);
}
function withOperation(own: Json, more: Json = {}): Json {
  const post = { operationId: 'odd', responses: answers(), ...own };
  return description({ '/odd': { post }, '/good': { get: { operationId: 'good', responses: answers() } } }, more);
}

/** Words that every JavaScript object answers to. */
const NAMES = ['hasOwnProperty', 'valueOf', 'constructor', 'toString', 'isPrototypeOf', '__defineGetter__'];

const SCHEMA = '/paths/~1odd/post/requestBody/content/application~1json/schema';

describe('a value of the wrong kind in a schema costs itself, and is named', () => {
  test.each<[string, Json, { told: string[]; input: Json }]>([
    ['null as a property', withProperty('a', null), at('/properties/a', { a: {}, c: text })],
    ['a text as a property', withProperty('a', 'integer'), at('/properties/a', { a: { type: 'integer' }, c: text })],
    ['a number as a property', withProperty('a', 5), at('/properties/a', { a: {}, c: text })],
    ['a list as a property', withProperty('a', []), at('/properties/a', { a: {}, c: text })],
    ['true as a property', withProperty('a', true), nothing({ a: {}, c: text })],
    ['false as a property', withProperty('a', false), nothing({ c: text })],
    [
      'a type of another language',
      withProperty('a', { type: 'Int64' }),
      at('/properties/a/type', { a: { type: 'integer' }, c: text }),
    ],
    ['a type that is none', withProperty('a', { type: 'strng' }), at('/properties/a/type', { a: {}, c: text })],
    [
      'null beside a type',
      withProperty('a', { type: ['string', null] }),
      at('/properties/a/type', { a: text, c: text }),
    ],
    ['no enum', withProperty('a', { ...text, enum: null }), nothing({ a: text, c: text })],
    [
      'an enum that is a map',
      withProperty('a', { ...text, enum: { b: 1 } }),
      at('/properties/a/enum', { a: text, c: text }),
    ],
    [
      'an enum of one text',
      withProperty('a', { enum: 'b' }),
      at('/properties/a/enum', { a: { ...text, enum: ['b'] }, c: text }),
    ],
    [
      'a bound in quotation marks',
      withProperty('a', { type: 'integer', maximum: '9' }),
      at('/properties/a/maximum', { a: { type: 'integer', maximum: 9 }, c: text }),
    ],
    [
      'a bound that is no number',
      withProperty('a', { type: 'integer', maximum: 'many' }),
      at('/properties/a/maximum', { a: { type: 'integer' }, c: text }),
    ],
    [
      'items by their places, none',
      withProperty('a', { type: 'array', items: [] }),
      at('/properties/a/items', { a: { type: 'array' }, c: text }),
    ],
    [
      'items by their places, one',
      withProperty('a', { type: 'array', items: [text] }),
      at('/properties/a/items', { a: { type: 'array', items: text }, c: text }),
    ],
    ['no forms', withProperty('a', { allOf: null, ...text }), nothing({ a: text, c: text })],
    [
      'properties that are a list',
      withProperty('a', { type: 'object', properties: [] }),
      at('/properties/a/properties', { a: { type: 'object' }, c: text }),
    ],
    [
      'a reference that is a number',
      withProperty('a', { $ref: 5, ...text }),
      at('/properties/a/$ref', { a: text, c: text }),
    ],
    [
      'a discriminator without a name',
      withProperty('a', { ...text, discriminator: {} }),
      at('/properties/a/discriminator', { a: text, c: text }),
    ],
    [
      'properties that are a reference',
      withBody(
        { type: 'object', properties: { $ref: '#/components/schemas/P' } },
        { components: { schemas: { P: { c: text } } } },
      ),
      nothing({ c: text }),
    ],
    [
      'properties that are those of a schema',
      withBody(
        { type: 'object', properties: { $ref: '#/components/schemas/P' } },
        { components: { schemas: { P: { type: 'object', properties: { c: text } } } } },
      ),
      nothing({ c: text }),
    ],
    ['a property that is called $ref', withProperty('$ref', text), nothing({ ref: text, c: text })],
    [
      'names that every object has',
      withBody({ type: 'object', properties: Object.fromEntries(NAMES.map((name) => [name, text])) }),
      nothing(Object.fromEntries(NAMES.map((name) => [name, text]))),
    ],
  ])('%s', async (_name, given, { told, input }) => {
    const { inputs, ...outcome } = await outcomeOf(given);
    expect(outcome.told).toEqual(told);
    expect(outcome.tools).toContain('GET /good');
    expect(inputs['POST /odd']).toMatchObject(input);
    expect(Object.keys(inputs['POST /odd'] ?? {}).sort()).toEqual(Object.keys(input).sort());
  });

  test.each<[string, unknown, readonly string[] | undefined]>([
    ['of an object that says so', true, undefined],
    ['that is one name', 'c', ['c']],
    ['that holds other things', ['c', 5, null], ['5', 'c']],
  ])('required %s', async (_name, required, want) => {
    const { catalog, told } = await outcomeOf(withBody({ type: 'object', properties: { c: text, 5: text }, required }));
    const tool = catalog.find(({ path }) => path === '/odd');
    expect([...((tool?.inputSchema.required as string[] | undefined) ?? [])].sort()).toEqual(want ?? []);
    expect(told.length).toBeGreaterThan(0);
  });

  test('a property that says of itself that it is required is, and no other', async () => {
    const { catalog } = await outcomeOf(withProperty('a', { ...text, required: true }));
    expect(catalog.find(({ path }) => path === '/odd')?.inputSchema.required).toEqual(['a']);
  });
});

function at(place: string, input: Json): { told: string[]; input: Json } {
  return { told: [`VALUE_MALFORMED ${SCHEMA}${place}`], input };
}
function nothing(input: Json): { told: string[]; input: Json } {
  return { told: [], input };
}
