import type { Json } from '../../../../generator/json/json-schema.ts';
import { object } from './taking.ts';

export const text = { type: 'string' };
export const whole = { type: 'integer' };
/** A reference to a schema by its name. */
export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
/** An object of these properties, all of them needed unless some are named. */
export function needing(properties: Json, ...required: string[]): Json {
  return object(properties, { required: required.length > 0 ? required : Object.keys(properties) });
}
function within(levels: number, schema: Json): Json {
  return levels === 0 ? schema : object({ in: within(levels - 1, schema) });
}

/** A dozen and more forms, each of which needs something else. */
const many = (count: number, kind: boolean): Json[] =>
  Array.from({ length: count }, (_value, at) =>
    needing({ id: text, [`p${at}`]: whole, ...(kind && { kind: { const: `k${at}` } }) }),
  );

/** Bodies of which what is needed is said in many ways: by forms, deep down, within themselves and under conditions. */
export const bodies: readonly [string, { schema: Json; schemas?: Json }][] = [
  ['forms that need one thing each', { schema: { anyOf: [needing({ a: text }), needing({ b: whole })] } }],
  ['forms by a value', { schema: { oneOf: many(3, true) } }],
  ['a dozen forms by a value', { schema: { oneOf: many(12, true) } }],
  ['sixty forms by a value', { schema: { oneOf: many(60, true) } }],
  ['a dozen forms of a property', { schema: object({ it: { oneOf: many(12, false) } }) }],
  ['a dozen forms of items', { schema: object({ all: { type: 'array', items: { anyOf: many(12, true) } } }) }],
  [
    'forms within forms',
    { schema: { oneOf: [{ anyOf: [needing({ a: text }), needing({ b: text })] }, needing({ c: text })] } },
  ],
  [
    'common fields beside the forms',
    {
      schema: {
        allOf: [needing({ id: text, note: text }, 'id'), { oneOf: [needing({ a: text }), needing({ b: whole })] }],
      },
    },
  ],
  [
    'a value by which forms are told that one of them does not need',
    {
      schema: {
        anyOf: [needing({ way: { const: 'post' }, a: text }, 'way'), needing({ way: { const: 'mail' }, b: text }, 'b')],
      },
    },
  ],
  [
    'what is needed deep down',
    { schema: within(6, needing({ a: text, more: needing({ b: whole }), other: text }, 'a', 'more')) },
  ],
  [
    'forms deep down',
    { schema: within(6, { oneOf: [needing({ a: text }), needing({ b: whole, c: needing({ d: text }) })] }) },
  ],
  [
    'what needs something within itself',
    {
      schema: ref('Person'),
      schemas: {
        Person: needing({ name: text, friends: { type: 'array', items: ref('Person') }, born: text }, 'name'),
      },
    },
  ],
  [
    'two that hold each other',
    {
      schema: ref('Group'),
      schemas: {
        Group: needing({ title: text, people: { type: 'array', items: ref('Person') } }, 'title'),
        Person: needing({ name: text, groups: { type: 'array', items: ref('Group') }, chief: ref('Person') }, 'name'),
      },
    },
  ],
  [
    'what holds itself in a union',
    {
      schema: object({ filter: ref('Filter') }),
      schemas: {
        Filter: {
          oneOf: [
            needing({ field: text, value: text }),
            needing({ join: text, all: { type: 'array', items: ref('Filter') } }, 'join'),
            needing({ no: text, not: { allOf: [ref('Filter')] } }, 'no'),
          ],
        },
      },
    },
  ],
  [
    'schemas within each other that are made of the same one',
    {
      schema: ref('Order'),
      schemas: {
        Base: needing({ id: text, version: whole }),
        Order: { allOf: [ref('Base'), object({ item: ref('Item'), note: text })] },
        Item: { allOf: [ref('Base'), needing({ name: text, part: ref('Part') }, 'name')] },
        Part: { allOf: [ref('Base'), object({ size: whole })] },
      },
    },
  ],
  [
    'what is needed beside another field',
    { schema: object({ card: text, address: text, note: text }, { dependentRequired: { card: ['address'] } }) },
  ],
  [
    'fields that come with another one',
    { schema: object({ card: text }, { dependentSchemas: { card: needing({ code: text, name: text }, 'code') } }) },
  ],
  [
    'a condition by a value',
    {
      schema: {
        ...needing({ kind: { enum: ['a', 'b', 'c'] }, x: text, y: text }, 'kind'),
        if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        then: { required: ['x'] },
        else: { required: ['y'] },
      },
    },
  ],
  [
    'a condition for each value',
    {
      schema: {
        ...needing({ kind: { type: 'string', enum: ['a', 'b', 'c', 'd'] } }),
        allOf: ['a', 'b', 'c'].map((kind) => ({
          if: { properties: { kind: { const: kind } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
          then: needing({ [`of_${kind}`]: whole }),
        })),
      },
    },
  ],
  [
    'a condition within the other case of one',
    {
      schema: {
        ...needing({ kind: { enum: ['a', 'b', 'c'] } }),
        if: { properties: { kind: { const: 'a' } } },
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        then: needing({ x: text }),
        else: {
          if: { properties: { kind: { const: 'b' } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
          then: needing({ y: text }),
          else: needing({ z: text }),
        },
      },
    },
  ],
  [
    'a condition within a property',
    {
      schema: object({
        it: {
          ...needing({ on: { enum: ['now', 'later'] } }),
          if: { properties: { on: { const: 'later' } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
          then: needing({ since: text }),
        },
      }),
    },
  ],
];
