import { describe, expect, test } from 'vitest';
import type { Json, JsonSchema } from '../../../generator/json/json-schema.ts';
import { argumentSchema } from '../../../generator/normalize/argument-schema.ts';
import type { Nulls } from '../../../generator/normalize/schema-context.ts';
import { lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const named = { type: 'object', properties: { name: text } };
const lookup = lookupOf({ named, unknown: { type: 'string', nullable: true } });
function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
function simplified(schema: unknown, nulls: Nulls): JsonSchema {
  return argumentSchema(schema, lookup, { key: 'it', nulls });
}

describe('null in an argument', () => {
  test.each<[string, { given: Json; want: JsonSchema }]>([
    ['nullable', { given: { type: 'string', nullable: true }, want: { anyOf: [text, { type: 'null' }] } }],
    ['a 3.1 null', { given: { type: ['integer', 'null'] }, want: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }],
    ['a null form', { given: { oneOf: [ref('named'), { type: 'null' }] }, want: { anyOf: [named, { type: 'null' }] } }],
    ['not nullable', { given: text, want: text }],
    [
      'within a value too',
      {
        given: { properties: { name: { type: 'string', nullable: true } } },
        want: { type: 'object', properties: { name: { anyOf: [text, { type: 'null' }] } } },
      },
    ],
  ])('where null is asked for: %s', (_name, { given, want }) => {
    expect(simplified(given, 'shown')).toEqual(want);
  });

  const taken = { ...text, nullable: true } as const;
  test.each<[string, { given: Json; want: JsonSchema }]>([
    ['nullable', { given: { type: 'string', nullable: true }, want: taken }],
    ['a 3.1 null', { given: { type: ['string', 'null'] }, want: taken }],
    ['a null form', { given: { anyOf: [text, { type: 'null' }] }, want: taken }],
    ['a reference to what may be null', { given: ref('unknown'), want: taken }],
    ['a part that may be null', { given: { allOf: [ref('unknown')] }, want: taken }],
    [
      'a nullable wrapper of a reference',
      { given: { nullable: true, allOf: [ref('named')] }, want: { ...named, nullable: true } },
    ],
    ['a value among others', { given: { enum: ['a', null] }, want: { ...text, enum: ['a'], nullable: true } }],
    ['nothing but null', { given: { type: 'null' }, want: { type: 'null' } }],
    ['not nullable', { given: text, want: text }],
    [
      'a property that has to be there says so, another takes it',
      {
        given: {
          properties: { a: { type: 'string', nullable: true }, b: { type: 'string', nullable: true } },
          required: ['a'],
        },
        want: { type: 'object', properties: { a: { anyOf: [text, { type: 'null' }] }, b: taken }, required: ['a'] },
      },
    ],
    [
      'an item',
      { given: { type: 'array', items: { type: 'string', nullable: true } }, want: { type: 'array', items: taken } },
    ],
  ])('where it is taken without a word: %s', (_name, { given, want }) => {
    expect(simplified(given, 'taken')).toEqual(want);
  });

  test('is told of an argument alone where nothing within is cleared by it', () => {
    const within = { nullable: true, type: 'object', properties: { name: { type: 'string', nullable: true } } };
    expect(simplified(within, 'top')).toEqual({ anyOf: [named, { type: 'null' }] });
  });
});
