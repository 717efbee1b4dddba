import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogInputSchema } from '../../../runtime/catalog/catalog.ts';
import { exampleArguments } from '../../../runtime/catalog/example-arguments.ts';
import { argumentRows } from '../../../runtime/reference/argument-rows.ts';

function schemaOf(properties: object, more: object = {}): CatalogInputSchema {
  return { type: 'object', properties, ...more };
}

const ajv = new Ajv2020({ strict: false });

/** Schemas of arguments as descriptions have them. */
const { schema: schemas } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constant({ type: 'string' }),
    fc.record({ type: fc.constant('string'), minLength: fc.nat(40), maxLength: fc.integer({ min: 40, max: 80 }) }),
    fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -5, max: 50 }) }),
    fc.record({ type: fc.constant('number'), maximum: fc.integer({ min: -50, max: 50 }) }),
    fc.record({ type: fc.constant('integer'), exclusiveMinimum: fc.integer({ min: -5, max: 50 }) }),
    fc.constant({ type: 'boolean' }),
    fc.record({ type: fc.constant('string'), enum: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
    fc.record({ const: fc.string() }),
    fc.record({ type: fc.constant(['string', 'null']) }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(3) }),
    fc.record({ anyOf: fc.tuple(fc.constant({ type: 'null' }), tie('schema')) }),
    fc.record({ type: fc.constant('object'), additionalProperties: tie('schema') }),
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom('id', 'email', 'created_at', 'name'), tie('schema')),
    }),
  ),
}));

describe('an example', () => {
  test('has what is required, by the names of what it is', () => {
    const properties = {
      contact_id: { type: 'string' },
      email: { type: 'string' },
      starts_at: { type: 'string' },
      due_date: { type: 'string' },
      other: { type: 'string' },
    };
    expect(
      exampleArguments(schemaOf(properties, { required: ['contact_id', 'email', 'starts_at', 'due_date'] })),
    ).toEqual({
      contact_id: '123',
      email: 'ann@example.com',
      starts_at: '2026-01-31T09:00:00Z',
      due_date: '2026-01-31',
    });
  });

  test('has what one form of the input needs', () => {
    const properties = {
      type: { type: 'string', enum: ['a', 'b'] },
      one: { type: 'string' },
      two: { type: 'integer' },
    };
    const cases = [{ when: { type: ['b'], gone: ['x'] }, required: ['two'] }];
    expect(exampleArguments(schemaOf(properties, { required: ['type'] }), cases)).toEqual({ type: 'b', two: 1 });
  });

  test('of a list without required arguments says how many, and of nothing is nothing', () => {
    expect(exampleArguments(schemaOf({ limit: { type: 'integer', minimum: 1, maximum: 5 } }))).toEqual({ limit: 5 });
    expect(exampleArguments(schemaOf({ other: { type: 'string' } }))).toEqual({});
  });

  test('ends where a schema leads to itself', () => {
    const $defs = { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } }, required: ['next'] } };
    const text = JSON.stringify(
      exampleArguments(schemaOf({ first: { $ref: '#/$defs/node' } }, { $defs, required: ['first'] })),
    );
    expect(text.length).toBeLessThan(200);
    const list = { list: { type: 'array', minItems: 100_000, items: { $ref: '#/$defs/list' } } };
    const wide = exampleArguments(schemaOf({ x: { $ref: '#/$defs/list' } }, { $defs: list, required: ['x'] }));
    expect(JSON.stringify(wide).length).toBeLessThan(100_000);
  });

  test('fits its schema, whatever that is, and the table has a line for it', () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const whole = schemaOf({ value: schema }, { required: ['value'] });
        const example = exampleArguments(whole);
        expect({ schema, fits: ajv.validate(whole, example), example }).toEqual({ schema, fits: true, example });
        expect(argumentRows(whole)[0]).toMatchObject({ name: 'value', required: true });
      }),
      { numRuns: 200 },
    );
  });
});
