import { afterAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description, operation } from './support/describe.ts';
import { generatedTogether } from './support/together.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
const object = { type: 'object', properties: { a: text } };

function offered(types: readonly string[], schema: Json, more: Json = {}): Json {
  const content = Object.fromEntries(types.map((type) => [type, { schema }]));
  return { responses: { 200: { description: 'all is well', content }, ...more } };
}
function offering(types: readonly string[], schema: Json): Json {
  return operation('get', '/x', offered(types, schema));
}
function problem(type: string): Json {
  return { 400: { description: 'wrong', content: { [type]: { schema: object } } } };
}

describe('a request accepts', async () => {
  const accepted: readonly [string, { types: readonly string[]; schema: Json; more?: Json; want: string }][] = [
    ['JSON', { types: ['application/json'], schema: object, want: 'application/json' }],
    [
      'JSON whatever charset it has',
      { types: ['application/json; charset=utf-8'], schema: object, want: 'application/json' },
    ],
    ['a PDF', { types: ['application/pdf'], schema: binary, want: 'application/pdf' }],
    ['a table', { types: ['text/csv'], schema: text, want: 'text/csv' }],
    ['pictures', { types: ['image/png', 'image/jpeg'], schema: binary, want: 'image/png, image/jpeg' }],
    ['any picture', { types: ['image/*'], schema: binary, want: 'image/*' }],
    ['JSON:API', { types: ['application/vnd.api+json'], schema: object, want: 'application/vnd.api+json' }],
    [
      'JSON before what is no JSON',
      {
        types: ['application/xml', 'text/csv', 'application/json'],
        schema: object,
        want: 'application/json, application/xml;q=0.5, text/csv;q=0.5',
      },
    ],
    [
      'all kinds of JSON',
      {
        types: ['application/hal+json', 'application/json'],
        schema: object,
        want: 'application/hal+json, application/json',
      },
    ],
    [
      'JSON where a description says "anything" of an object',
      { types: ['*/*'], schema: object, want: 'application/json, */*;q=0.5' },
    ],
    ['anything where nothing is known', { types: ['*/*'], schema: binary, want: '*/*' }],
    [
      'a problem where one is declared',
      {
        types: ['application/json'],
        schema: object,
        more: problem('application/problem+json'),
        want: 'application/json, application/problem+json;q=0.5',
      },
    ],
    [
      'no more for errors that are plain JSON',
      { types: ['application/pdf'], schema: binary, more: problem('application/json'), want: 'application/pdf' },
    ],
    [
      'parameters of a type',
      { types: ['application/json;odata=verbose'], schema: object, want: 'application/json;odata=verbose' },
    ],
    ['JSON where the type is but a word', { types: ['json'], schema: object, want: 'application/json' }],
    [
      'what another good status answers',
      {
        types: ['application/json'],
        schema: object,
        more: { 202: { description: 'later', content: { 'text/plain': { schema: text } } } },
        want: 'application/json, text/plain;q=0.5',
      },
    ],
  ];
  const acceptedMade = await generatedTogether(
    accepted.map(([, { types, schema, more }]) => ({ own: offered(types, schema, more) })),
  );
  afterAll(() => acceptedMade[Symbol.asyncDispose]());
  test.each(accepted.map(([name, one], at) => ({ name, at, ...one })))('$name', async ({ at, want }) => {
    expect((await acceptedMade.send(at, {})).headers.get('accept')).toBe(want);
  });

  test('no more than a few of very many types', async () => {
    await using made = await generated({
      doc: offering(
        Array.from({ length: 40 }, (_, at) => `image/x-${at}`),
        binary,
      ),
    });
    expect((await made.send({})).headers.get('accept')).toMatch(/^(?:image\/x-\d, ){8}\*\/\*;q=0\.1$/);
  });
});

test('what is text or JSON of some kind is answered as that', async () => {
  const cases: readonly [string, Json, string, unknown][] = [
    ['text/csv', text, 'a,b', 'a,b'],
    ['application/xml', object, '<a/>', '<a/>'],
    ['*/*', object, '{"a":"b"}', { a: 'b' }],
  ];
  for (const [type, schema, body, want] of cases) {
    await using made = await generated({ doc: offering([type], schema) });
    const answer = () => new Response(body, { headers: { 'content-type': type.replace('*/*', 'application/json') } });
    expect((await made.send({}, { answer })).output).toEqual(want);
  }
});

describe('methods', () => {
  const body = { content: { 'application/json': { schema: object } } };
  test.each<[string, Json]>([
    ['where it is optional', body],
    ['where it is a component', { $ref: '#/components/requestBodies/b' }],
  ])('GET has no body: %s the tool stays', async (_name, requestBody) => {
    const doc = operation('get', '/x', { requestBody }, { components: { requestBodies: { b: body } } });
    await using made = await generated({ doc });
    const sent = await made.send({});
    expect([sent.text, sent.headers.get('content-type')]).toEqual(['', null]);
    expect(made.catalog[0]?.inputSchema.properties).not.toHaveProperty('a');
    expect(made.diagnostics).toMatchObject([{ code: 'BODY_LEFT_OUT', pointer: '/paths/~1x/get/requestBody' }]);
  });

  test('GET has no body: where it is needed the operation is no tool', async () => {
    const get = { requestBody: { ...body, required: true }, responses: answers() };
    await using made = await generated({ doc: description({ '/x': { get, post: { responses: answers() } } }) });
    expect(made.catalog.map(({ method }) => method)).toEqual(['POST']);
    expect(made.diagnostics).toMatchObject([{ code: 'BODY_LEFT_OUT' }]);
  });

  test('DELETE may have a body', async () => {
    await using made = await generated({
      doc: operation('delete', '/x', { requestBody: { ...body, required: true } }),
    });
    expect((await made.send({ a: 'b' })).text).toBe('{"a":"b"}');
  });
});
