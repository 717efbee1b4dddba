import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { InputError } from '../../../runtime/index.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';
import { object, taking } from './support/taking.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
function needing(properties: Json, ...required: string[]): Json {
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

/** Judges by the schema of the description itself; overlapping forms of a `oneOf` are forms, as everywhere here. */
function judge(schema: Json, schemas: Json): ValidateFunction {
  const plain: unknown = JSON.parse(
    JSON.stringify({ ...schema, components: { schemas } }).replaceAll('oneOf', 'anyOf'),
  );
  return new Ajv2020({ strict: false }).compile(isRecord(plain) ? plain : {});
}

const bodies: [string, { schema: Json; schemas?: Json }][] = [
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

describe('arguments that a model makes of what it is told', () => {
  test.each(bodies)('fit %s', async (_name, { schema, schemas = {} }) => {
    const fits = judge(schema, schemas);
    await using made = await taking(schema, { schemas, version: '3.1.0' });
    const [entry] = made.catalog;
    const [tool] = made.tools;
    if (entry === undefined || tool === undefined) throw new Error('there is no tool');
    const isWhole = Object.hasOwn(entry.inputSchema.properties ?? {}, 'body');
    const said = [...sampleArguments({ schema: entry.inputSchema, cases: tool.cases })];
    // One that looks at nothing but the schema gets no further than the others: it is told what else is needed.
    const simple = [...sampleArguments({ schema: entry.inputSchema })];
    for (const { arguments: args } of said) {
      const { text: sent } = await made.send(args);
      expect(fits(JSON.parse(sent)), `${JSON.stringify(args)} ${JSON.stringify(fits.errors?.slice(0, 3))}`).toBe(true);
    }
    for (const { arguments: args } of simple) {
      const outcome = await made.send(args).then(({ text: sent }) => sent, refusal);
      if (typeof outcome === 'string') expect(fits(JSON.parse(outcome)), outcome).toBe(true);
      else expect(fits(isWhole ? args.body : args), outcome.message).toBe(false);
    }
  });

  test('are refused before the call where they fit no form, by the names of what each form needs', async () => {
    await using made = await taking({ anyOf: [needing({ mail: text }), needing({ phone: text, land: text })] });
    await expect(made.send({})).rejects.toThrow('give mail, or phone and land');
    await using told = await taking({
      oneOf: [
        needing({ way: { enum: ['post'] }, street: text }),
        needing({ way: { enum: ['mail'] }, address: text }, 'address'),
      ],
    });
    await expect(told.send({})).rejects.toThrow('give street for way post, or address for way mail');
    expect(JSON.parse((await told.send({ address: 'a' })).text)).toEqual({ way: 'mail', address: 'a' });
  });

  test('have a place for what a condition declares, though nothing tells when it is needed', async () => {
    const schema = {
      ...object({ kind: text }),
      if: { properties: { kind: { pattern: '^a' } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: needing({ x: whole }),
      else: object({ y: text }),
    };
    await using made = await taking(schema, { version: '3.1.0' });
    expect(JSON.parse((await made.send({ kind: 'abc', x: 1, y: 'z' })).text)).toEqual({ kind: 'abc', x: 1, y: 'z' });
    expect(made.diagnostics.map(({ code }) => code)).toContain('KEYWORD_LEFT_OUT');
  });

  test('end where conditions hold their own schema, over and over', async () => {
    const names = Array.from({ length: 40 }, (_value, at) => `S${at}`);
    const schemas = Object.fromEntries(
      names.map((name, at) => {
        const next = ref(names[(at + 1) % names.length] ?? name);
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        return [name, { ...object({ [name]: text }), if: { required: [name] }, then: next, else: next }];
      }),
    );
    await using made = await taking(ref('S0'), { version: '3.1.0', schemas });
    expect(JSON.parse((await made.send({ S0: 'a' })).text)).toEqual({ S0: 'a' });
    expect(made.diagnostics.map(({ code }) => code)).toContain('SCHEMA_TOO_DEEP');
  });
});

function refusal(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}
