import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { alternatives, isRepeated } from '../../../generator/normalize/alternatives.ts';
import { intersect } from '../../../generator/normalize/intersect.ts';
import { lookupOf } from '../support/fixture.ts';

const text = { type: 'string' };
const number = { type: 'integer' };

describe('both schemas at once', () => {
  test.each<[string, { given: [Json, Json]; want: Json }]>([
    [
      'properties are joined',
      {
        given: [{ properties: { a: text } }, { properties: { b: number } }],
        want: { properties: { a: text, b: number } },
      },
    ],
    [
      'one property in both is both',
      {
        given: [{ properties: { a: { minLength: 1 } } }, { properties: { a: text } }],
        want: { properties: { a: { minLength: 1, type: 'string' } } },
      },
    ],
    [
      'a reference is not looked through',
      {
        given: [{ properties: { a: { $ref: '#/x' } } }, { properties: { a: text } }],
        want: { properties: { a: { allOf: [{ $ref: '#/x' }, text] } } },
      },
    ],
    [
      'required is joined',
      { given: [{ required: ['a', 'b'] }, { required: ['b', 'c'] }], want: { required: ['a', 'b', 'c'] } },
    ],
    ['enums are cut', { given: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }], want: { enum: ['b'] } }],
    ['integer is the narrower number', { given: [{ type: 'integer' }, { type: 'number' }], want: { type: 'integer' } }],
    [
      'nullable only where both are',
      { given: [{ nullable: true }, { type: 'string' }], want: { nullable: true, type: 'string' } },
    ],
    ['nullable refused', { given: [{ nullable: true }, { nullable: false }], want: { nullable: false } }],
  ])('%s', (_name, { given: [left, right], want }) => {
    expect(intersect(left, right)).toEqual(want);
  });
});

describe('the forms of a schema', () => {
  const lookup = lookupOf({
    pet: { type: 'object', properties: { name: text }, required: ['name'] },
    tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/tree' } } },
    self: { $ref: '#/components/schemas/self' },
    loop: { allOf: [{ $ref: '#/components/schemas/loop' }, { type: 'object' }] },
  });
  const ref = (name: string, more: Json = {}): Json => ({ $ref: `#/components/schemas/${name}`, ...more });

  test.each<[string, { given: Json; want: Json[] }]>([
    ['a plain one', { given: text, want: [text] }],
    ['a reference', { given: ref('pet'), want: [{ type: 'object', properties: { name: text }, required: ['name'] }] }],
    [
      'a reference with siblings',
      {
        given: ref('pet', { nullable: true, properties: { age: number } }),
        want: [{ type: 'object', properties: { name: text, age: number }, required: ['name'], nullable: true }],
      },
    ],
    ['a reference to nothing', { given: ref('no', text), want: [text] }],
    [
      'allOf with siblings',
      {
        given: { allOf: [ref('pet'), { properties: { age: number } }], properties: { tag: text }, required: ['tag'] },
        want: [{ type: 'object', properties: { tag: text, name: text, age: number }, required: ['tag', 'name'] }],
      },
    ],
    ['oneOf', { given: { oneOf: [text, number] }, want: [text, number] }],
    [
      'anyOf with siblings',
      {
        given: { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        want: [
          { type: 'object', required: ['a'] },
          { type: 'object', required: ['b'] },
        ],
      },
    ],
    [
      'a union within a union',
      { given: { oneOf: [{ anyOf: [text, number] }, { type: 'boolean' }] }, want: [text, number, { type: 'boolean' }] },
    ],
    [
      'oneOf beside anyOf: every pair',
      {
        given: { oneOf: [{ minimum: 1 }, { minimum: 2 }], anyOf: [{ maximum: 3 }, { maximum: 4 }] },
        want: [
          { minimum: 1, maximum: 3 },
          { minimum: 1, maximum: 4 },
          { minimum: 2, maximum: 3 },
          { minimum: 2, maximum: 4 },
        ],
      },
    ],
    ['a discriminator is left out', { given: { discriminator: { propertyName: 'type' }, ...text }, want: [text] }],
    ['a reference to itself', { given: ref('self'), want: [{}] }],
    ['allOf with itself', { given: ref('loop'), want: [{ type: 'object' }] }],
    [
      'recursion further down waits',
      { given: ref('tree'), want: [{ type: 'object', properties: { left: ref('tree') } }] },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(alternatives(given, lookup).map(({ schema }) => schema)).toEqual(want);
  });

  test('knows the references that led to a form', () => {
    expect(alternatives(ref('tree'), lookup).map(({ seen }) => seen)).toEqual([['#/components/schemas/tree']]);
  });

  test('of a schema within itself are those of the schema, marked, and within that one its type', () => {
    const [again] = alternatives(ref('tree'), lookup, ['#/components/schemas/tree']);
    expect(again?.schema).toEqual({ type: 'object', properties: { left: ref('tree') } });
    expect(isRepeated(again?.seen ?? [])).toBe(true);
    expect(alternatives(ref('tree'), lookup, again?.seen).map(({ schema }) => schema)).toEqual([{ type: 'object' }]);
  });

  test('of what another schema was made of as well are whole', () => {
    const [form] = alternatives({ allOf: [ref('tree'), { properties: { a: text } }] }, lookup, [
      '#/components/schemas/tree',
    ]);
    expect(form?.schema).toEqual({ type: 'object', properties: { left: ref('tree'), a: text } });
    expect(isRepeated(form?.seen ?? [])).toBe(false);
  });

  test('are all of one union', () => {
    expect(alternatives({ oneOf: Array.from({ length: 90 }, () => text) }, lookup)).toHaveLength(90);
  });

  test('are never more than 48 of several unions', () => {
    const ten = Array.from({ length: 10 }, (_value, minimum) => ({ minimum }));
    expect(alternatives({ oneOf: ten, anyOf: ten.map(({ minimum }) => ({ maximum: minimum })) }, lookup)).toHaveLength(
      48,
    );
  });
});
