import { afterAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { swaggerRequest } from '../../judges/request-judges.ts';
import { operation } from './support/describe.ts';
import { generatedTogether, type Part } from './support/together.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };
const object = { type: 'object', properties: { a: { type: 'integer' } } };

const form = 'application/x-www-form-urlencoded';

/** A form with one field. */
function formOf(schema: Json, encoding: Json = {}): Part {
  const content = { [form]: { schema: { type: 'object', properties: { p: schema } }, encoding: { p: encoding } } };
  return { method: 'post', own: { requestBody: { required: true, content } } };
}

describe('a form', async () => {
  const list = { type: 'array', items: text };
  const fields: readonly [string, { schema: Json; encoding?: Json; value: unknown; want: string }][] = [
    ['a list that repeats its name', { schema: list, value: ['a', 'b&c'], want: 'p=a&p=b%26c' }],
    [
      'a list in one value',
      { schema: list, encoding: { style: 'form', explode: false }, value: ['a', 'b,c'], want: 'p=a,b%2Cc' },
    ],
    [
      'a list between spaces',
      { schema: list, encoding: { style: 'spaceDelimited' }, value: ['a', 'b'], want: 'p=a+b' },
    ],
    ['a list between bars', { schema: list, encoding: { style: 'pipeDelimited' }, value: ['a', 'b'], want: 'p=a%7Cb' }],
    ['an object, which is JSON', { schema: object, value: { a: 1 }, want: 'p=%7B%22a%22%3A1%7D' }],
    [
      'objects, each of them JSON',
      {
        schema: { type: 'array', items: object },
        value: [{ a: 1 }, { a: 2 }],
        want: 'p=%7B%22a%22%3A1%7D&p=%7B%22a%22%3A2%7D',
      },
    ],
    [
      'an object in brackets',
      { schema: object, encoding: { style: 'deepObject', explode: true }, value: { a: 1 }, want: 'p%5Ba%5D=1' },
    ],
    ['an object whose keys are fields', { schema: object, encoding: { style: 'form' }, value: { a: 1 }, want: 'a=1' }],
    [
      'a list as JSON',
      { schema: list, encoding: { contentType: 'application/json' }, value: ['a'], want: 'p=%5B%22a%22%5D' },
    ],
    ['reserved characters', { schema: text, encoding: { allowReserved: true }, value: 'a/b c', want: 'p=a/b+c' }],
  ];
  const fieldsMade = await generatedTogether(fields.map(([, { schema, encoding }]) => formOf(schema, encoding)));
  afterAll(() => fieldsMade[Symbol.asyncDispose]());
  test.each(fields.map(([name, one], at) => ({ name, at, ...one })))('has $name', async ({ at, value, want }) => {
    const sent = await fieldsMade.send(at, { p: value });
    expect(sent.text).toBe(want);
    expect(sent.headers.get('content-type')).toBe(`${form};charset=UTF-8`);
  });

  test("is written as by Swagger's client", async () => {
    const properties = { a: text, b: list, c: list, d: object, e: { type: 'integer' } };
    // Without being told it joins lists by commas, whose default is to repeat their name.
    const encoding = { b: { style: 'form', explode: true }, c: { explode: false } };
    const doc = operation('post', '/x', {
      requestBody: {
        content: { [form]: { schema: { type: 'object', properties }, encoding } },
      },
    });
    await using made = await generated({ doc });
    const args = { a: "it's 100% é&=", b: ['x', 'y z'], c: ['x', 'y,z'], d: { a: 1 }, e: 5 };
    const judge = swaggerRequest({ spec: doc, operationId: 'operate', requestBody: args });
    const pairs = (body: unknown) => String(body).replaceAll('+', '%20').split('&').map(decodeURIComponent).toSorted();
    expect(pairs((await made.send(args)).text)).toEqual(pairs(judge.body));
  });
});
