import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { flattenBody } from '../../../generator/normalize/body.ts';
import { body, lookupOf, operationOf } from '../support/fixture.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
function kind(...values: string[]): Json {
  return { type: 'string', enum: values };
}
const lookup = lookupOf({
  base: { type: 'object', properties: { type: kind('dog'), name: text }, required: ['type'] },
});

/** Fields as `key: schema`, with a `!` behind what is required. */
function flat(schema: Json, { required = true, nullable = false } = {}) {
  const { fields, cases } = flattenBody(schema, lookup, { required, nulls: nullable ? 'shown' : 'refused' });
  return {
    fields: Object.fromEntries(fields.map((field) => [`${field.key}${field.required ? '!' : ''}`, field.schema])),
    places: [...new Set(fields.map((field) => field.in))],
    cases,
  };
}

describe('the fields of a body', () => {
  test.each<[string, { given: Json; want: Json }]>([
    ['an object', { given: { properties: { a: text, b: number }, required: ['a'] }, want: { 'a!': text, b: number } }],
    [
      'allOf with siblings',
      {
        given: { allOf: [{ $ref: '#/components/schemas/base' }], properties: { age: number }, required: ['age'] },
        want: { 'age!': number, 'type!': kind('dog'), name: text },
      },
    ],
    [
      'readOnly is left out',
      { given: { properties: { id: { type: 'string', readOnly: true }, a: text } }, want: { a: text } },
    ],
    [
      'a union: what every form needs is required',
      {
        given: {
          oneOf: [
            { properties: { a: text, b: text }, required: ['a', 'b'] },
            { properties: { a: text, c: text }, required: ['a', 'c'] },
          ],
        },
        want: { 'a!': text, b: text, c: text },
      },
    ],
    [
      'enums of one property are one',
      {
        given: {
          oneOf: [
            { properties: { t: kind('a') }, required: ['t'] },
            { properties: { t: kind('b', 'a') }, required: ['t'] },
          ],
        },
        want: { 't!': kind('a', 'b') },
      },
    ],
    [
      'other schemas of one property are any of them',
      {
        given: { anyOf: [{ properties: { v: text } }, { properties: { v: number } }] },
        want: { v: { anyOf: [text, number] } },
      },
    ],
    [
      'lists of objects become lists of one object',
      {
        given: {
          anyOf: [
            { properties: { v: { type: 'array', items: { properties: { id: text, a: text }, required: ['id'] } } } },
            { properties: { v: { type: 'array', items: { properties: { id: text, b: text }, required: ['id'] } } } },
          ],
        },
        want: {
          v: { type: 'array', items: { type: 'object', properties: { id: text, a: text, b: text }, required: ['id'] } },
        },
      },
    ],
    [
      'objects that each need something else stay apart',
      {
        given: {
          anyOf: [
            { properties: { v: { properties: { a: text }, required: ['a'] } } },
            { properties: { v: { properties: { b: text }, required: ['b'] } } },
          ],
        },
        want: {
          v: {
            anyOf: [
              { type: 'object', properties: { a: text }, required: ['a'] },
              { type: 'object', properties: { b: text }, required: ['b'] },
            ],
          },
        },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(flat(given)).toMatchObject({ fields: want, places: ['body'] });
    expect(Object.keys(flat(given).fields).sort()).toEqual(Object.keys(want).sort());
  });

  test('of a body that need not be sent are all optional', () => {
    expect(flat({ properties: { a: text }, required: ['a'] }, { required: false }).fields).toEqual({ a: text });
  });

  test('of a change show null, those of others take it', () => {
    const schema = { properties: { a: { type: 'string', nullable: true } } };
    expect(flat(schema, { nullable: true }).fields).toEqual({ a: { anyOf: [text, { type: 'null' }] } });
    expect(flat(schema).fields).toEqual({ a: text });
    const put = operationOf('PUT', '/pets/{id}', { requestBody: body(schema) }).fields.find(({ key }) => key === 'a');
    expect(put?.schema).toEqual({ anyOf: [text, { type: 'null' }] });
    const post = operationOf('POST', '/pets', { requestBody: body(schema) }).fields.find(({ key }) => key === 'a');
    expect(post?.schema).toEqual({ ...text, nullable: true });
  });

  const many = Object.fromEntries(Array.from({ length: 81 }, (_value, at) => [`p${at}`, text]));
  test.each<[string, { given: Json; want: Json }]>([
    ['a list', { given: { type: 'array', items: text }, want: { type: 'array', items: text } }],
    ['a string', { given: text, want: text }],
    ['an open object', { given: { type: 'object' }, want: { type: 'object' } }],
    [
      'a map',
      { given: { type: 'object', additionalProperties: text }, want: { type: 'object', additionalProperties: text } },
    ],
    [
      'a union with something that is no object',
      {
        given: { oneOf: [{ properties: { a: text } }, text] },
        want: { anyOf: [{ type: 'object', properties: { a: text } }, text] },
      },
    ],
    [
      'more properties than a model can see',
      { given: { properties: many }, want: { type: 'object', properties: many } },
    ],
  ])('stays whole: %s', (_name, { given, want }) => {
    expect(flat(given)).toEqual({ fields: { 'body!': want }, places: ['whole-body'], cases: [] });
  });
});

describe('the forms of a body', () => {
  test.each<[string, { given: Json; want: object[] }]>([
    ['one form', { given: { properties: { a: text }, required: ['a'] }, want: [] }],
    [
      'told apart by an enum',
      {
        given: {
          oneOf: [
            { properties: { t: kind('a'), x: text }, required: ['t', 'x'] },
            { properties: { t: kind('b') }, required: ['t'] },
          ],
        },
        want: [
          { when: { t: ['a'] }, required: ['x'] },
          { when: { t: ['b'] }, required: [] },
        ],
      },
    ],
    [
      'told apart by what they need',
      {
        given: { properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        want: [
          { when: {}, required: ['a'] },
          { when: {}, required: ['b'] },
        ],
      },
    ],
    [
      'one that needs nothing',
      { given: { anyOf: [{ properties: { a: text } }, { properties: { b: text }, required: ['b'] }] }, want: [] },
    ],
    [
      'the same twice',
      {
        given: {
          oneOf: [
            { properties: { a: text }, required: ['a'] },
            { properties: { a: number }, required: ['a'] },
          ],
        },
        want: [],
      },
    ],
    [
      'an enum that is the same in all',
      {
        given: {
          oneOf: [
            { properties: { t: kind('a'), x: text }, required: ['x'] },
            { properties: { t: kind('a'), y: text }, required: ['y'] },
          ],
        },
        want: [
          { when: {}, required: ['x'] },
          { when: {}, required: ['y'] },
        ],
      },
    ],
    [
      'a discriminator',
      {
        given: {
          discriminator: { propertyName: 't' },
          oneOf: [
            { properties: { t: kind('a') }, required: ['t'] },
            { properties: { t: kind('b') }, required: ['t'] },
          ],
        },
        want: [
          { when: { t: ['a'] }, required: [] },
          { when: { t: ['b'] }, required: [] },
        ],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(flat(given).cases).toEqual(want);
  });
});
