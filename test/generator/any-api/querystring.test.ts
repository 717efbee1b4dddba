import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';
import { generatedTogether, type Together } from './support/together.ts';

const text = { type: 'string' };
const FORM = 'application/x-www-form-urlencoded';
const whole = (type: string, schema: Json, more: Json = {}): Json => ({
  parameters: [{ in: 'querystring', name: 'selector', content: { [type]: { schema, ...more } } }],
});
const thing = {
  type: 'object',
  properties: { a: text, list: { type: 'array', items: text }, deep: { type: 'object', properties: { b: text } } },
};

const cases: readonly (readonly [string, Json, object, string])[] = [
  ['the properties of a form', whole(FORM, thing), { a: 'x y&z' }, '?a=x%20y%26z'],
  ['a list of a form', whole(FORM, thing), { list: ['1', '2'] }, '?list=1&list=2'],
  ['an object of a form, which is JSON', whole(FORM, thing), { deep: { b: 'c' } }, '?deep=%7B%22b%22%3A%22c%22%7D'],
  [
    'a list of a form by its encoding',
    whole(FORM, thing, { encoding: { list: { style: 'form', explode: false } } }),
    { list: ['1', '2'] },
    '?list=1,2',
  ],
  [
    'a form of any keys',
    whole(FORM, { type: 'object', additionalProperties: text }),
    { body: { k: 'v', l: 'w' } },
    '?k=v&l=w',
  ],
  [
    'a schema that does not say that it is a form',
    { parameters: [{ in: 'querystring', name: 'q', schema: thing }] },
    { a: '1' },
    '?a=1',
  ],
  [
    'JSON',
    whole('application/json', thing),
    { selector: { a: '1&2', list: ['+'] } },
    '?%7B%22a%22%3A%221%262%22%2C%22list%22%3A%5B%22%2B%22%5D%7D',
  ],
  ['a text as JSON', whole('application/json', text), { selector: 'a"b' }, '?%22a%5C%22b%22'],
  [
    'a text',
    whole('application/jsonpath', text),
    { selector: '$.a[?@.b == 1]#' },
    '?%24.a%5B%3F%40.b%20%3D%3D%201%5D%23',
  ],
  [
    'a long integer by its digits',
    whole('application/json', { type: 'object', properties: { n: { type: 'integer', format: 'int64' } } }),
    { selector: { n: '9007199254740993' } },
    '?%7B%22n%22%3A9007199254740993%7D',
  ],
  ['nothing where nothing is given', whole('application/json', thing), {}, ''],
  [
    'what stands beside other parameters, though it may not',
    {
      parameters: [
        { in: 'query', name: 'q', schema: text },
        ...(whole('application/json', thing).parameters as Json[]),
      ],
    },
    { selector: { a: '1' }, q: '2' },
    '?%7B%22a%22%3A%221%22%7D&q=2',
  ],
];

let made: Together;
beforeAll(async () => {
  made = await generatedTogether(cases.map(([, own]) => ({ own })));
});
afterAll(() => made[Symbol.asyncDispose]());

describe('a parameter that is the whole query sends', () => {
  test.each(cases.map(([name, , args, want], at) => [name, at, args, want] as const))(
    '%s',
    async (_name, at, args, want) => {
      expect((await made.send(at, args)).raw).toBe(`/x${want}`);
      expect(made.diagnostics(at)).toEqual([]);
    },
  );

  test('what an address cannot take for its end or for another parameter', async () => {
    const at = cases.findIndex(([name]) => name === 'a text');
    for (const selector of ['a&b=c', '#', '?', '%', '\u0000', '\ud800', '../..', 'é']) {
      const { raw } = await made.send(at, { selector });
      expect(raw).toMatch(/^\/x\?[\w.%~-]+$/);
    }
  });
});

test.each<[string, Json, string, string]>([
  [
    'an object of a media type that is none of JSON',
    whole('application/xml', thing),
    'STYLE_UNDEFINED',
    'sent as JSON',
  ],
  ['a form that is no object', whole(FORM, text), 'FORM_WITHOUT_FIELDS', 'the query has no fields'],
])('%s is told', async (_name, own, code, words) => {
  const { diagnostics } = await outcomeOf(description({ '/x': { get: { ...own, responses: answers() } } }));
  expect(diagnostics).toMatchObject([{ code, message: expect.stringContaining(words) }]);
});

test('a second one is left out with a warning', async () => {
  const content = { 'application/json': { schema: thing } };
  const parameters = ['one', 'two'].map((name) => ({ in: 'querystring', name, content }));
  const { inputs, diagnostics } = await outcomeOf(description({ '/x': { get: { parameters, responses: answers() } } }));
  expect(Object.keys(inputs['GET /x'] ?? {})).toEqual(['one', 'fields']);
  expect(diagnostics).toMatchObject([
    { code: 'VALUE_MALFORMED', message: 'two is the whole query, as one is: it is left out' },
  ]);
});

test.each<[string, unknown]>([
  ['no content and no schema', {}],
  ['content that is none', { content: { 'application/json': null } }],
  ['content of no type', { content: {} }],
  ['a schema that is none', { content: { [FORM]: { schema: 5 } } }],
  ['a component that is not there', { content: { [FORM]: { $ref: '#/components/mediaTypes/none' } } }],
])('a query of %s costs nothing else', async (_name, more) => {
  const parameter = { in: 'querystring', name: 'selector', ...(more as Json) };
  const outcome = await outcomeOf(description({ '/x': { get: { parameters: [parameter], responses: answers() } } }));
  expect(outcome).toMatchObject({ tools: ['GET /x'], isRefused: false });
});
