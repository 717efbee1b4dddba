import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { dropNulls } from '../../../runtime/agents/drop-nulls.ts';
import { strictSchema } from '../../../runtime/agents/strict-schema.ts';
import { isRecord, isStrings } from '../../../runtime/value/value.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';

type Json = Readonly<Record<string, unknown>>;

const object = (properties: Json, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;
const text = { type: 'string' };

test.each([
  ['a required argument', object({ a: text }, ['a']), object({ a: text }, ['a'])],
  ['an optional one', object({ a: text }), object({ a: { type: ['string', 'null'] } }, ['a'])],
  [
    'values to choose from, and words',
    object({ a: { ...text, enum: ['x'], description: 'A' } }),
    object({ a: { anyOf: [{ ...text, enum: ['x'] }, { type: 'null' }], description: 'A' } }, ['a']),
  ],
  [
    'an open object of known keys',
    object({ a: { type: 'object', properties: { b: text } } }, ['a']),
    object({ a: object({ b: { type: ['string', 'null'] } }, ['b']) }, ['a']),
  ],
  ['no argument at all', object({}), object({})],
  [
    'a condition of a search, whose times may be texts',
    object({ field: text, operator: text, value: { type: 'integer' } }, ['field', 'operator', 'value']),
    object({ field: text, operator: text, value: { anyOf: [{ type: 'integer' }, text] } }, [
      'field',
      'operator',
      'value',
    ]),
  ],
])('%s has a strict form', (_, schema, strict) => {
  expect(strictSchema(schema)).toEqual(strict);
});

test.each([
  ['an object of any keys', { type: 'object', properties: {} }],
  ['a map', { type: 'object', properties: {}, additionalProperties: text }],
  ['a null that means something', { anyOf: [text, { type: 'null' }] }],
  ['a type that may be null', { type: ['string', 'null'] }],
  ['anything', {}],
  ['a list of anything', { type: 'array' }],
  ['a keyword that the mode lacks', { ...text, format: 'date' }],
  ['one form of several', { oneOf: [text] }],
])('%s has none', (_, argument) => {
  expect(strictSchema(object({ a: argument }))).toBeUndefined();
  expect(strictSchema(object({ a: { type: 'array', items: argument } }))).toBeUndefined();
});

/** Objects within a schema that are open, or leave something out. */
function loose(schema: unknown): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap(loose);
  if (!isRecord(schema)) return [];
  const { properties, required, additionalProperties } = schema;
  const names = isRecord(properties) ? Object.keys(properties).sort().join() : '';
  const isLoose =
    schema.type === 'object' &&
    (additionalProperties !== false || !isStrings(required) || required.toSorted().join() !== names);
  return [...(isLoose ? [schema] : []), ...Object.values(schema).flatMap(loose)];
}

/** Arguments as a strict model writes them: null for all that it leaves out. */
function filled(args: unknown, schema: unknown): unknown {
  if (!isRecord(args) || !isRecord(schema) || !isRecord(schema.properties)) return args;
  const { properties } = schema;
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      Object.hasOwn(args, name) ? filled(args[name], property) : null,
    ]),
  );
}

describe('of all tools', () => {
  const strict = intercom.catalog.flatMap(({ name, inputSchema }) => {
    const schema = strictSchema(inputSchema);
    return schema === undefined ? [] : [{ name, inputSchema, schema }];
  });

  test('most can be strict, and are closed with all arguments required', () => {
    expect(strict.length).toBeGreaterThan(190);
    expect(strict.flatMap(({ schema }) => loose(schema))).toEqual([]);
  });

  test('arguments fit the strict form once what is left out is null, and come back as they were', () => {
    const ajv = new Ajv2020({ strict: false });
    let count = 0;
    for (const { name, inputSchema, schema } of strict) {
      const fits = ajv.compile(schema);
      for (const sample of sampleArguments({ schema: inputSchema })) {
        const sent = filled(sample.arguments, inputSchema);
        // What lies in lists and alternatives is not filled here.
        if (!fits(sent)) continue;
        count += 1;
        expect(dropNulls(sent, inputSchema), name).toEqual(sample.arguments);
      }
    }
    expect(count).toBeGreaterThan(strict.length);
  });
});

test.each([
  ['what is optional goes', { a: null, b: 'x' }, object({ a: text, b: text }), { b: 'x' }],
  ['what is required stays', { a: null }, object({ a: text }, ['a']), { a: null }],
  ['what is unknown stays, to be refused', { c: null }, object({ a: text }), { c: null }],
  [
    'in lists, alternatives and references as well',
    { a: [{ b: null }, { b: { b: null } }] },
    {
      ...object({ a: { type: 'array', items: { $ref: '#/$defs/node' } } }),
      $defs: { node: { anyOf: [text, object({ b: { $ref: '#/$defs/node' } })] } },
    },
    { a: [{}, { b: {} }] },
  ],
  ['a value that is none stays', null, object({ a: text }), null],
])('of nulls %s', (_, args, schema, left) => {
  expect(dropNulls(args, schema)).toEqual(left);
});

test('arguments that are deeper than any stack are looked at as far as the schema goes', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const args: unknown = JSON.parse(`{"a":${deep},"b":null}`);
  expect(Object.keys(Object(dropNulls(args, object({ a: text, b: text }))))).toEqual(['a']);
});
