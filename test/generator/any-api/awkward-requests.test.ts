import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };
const list = { type: 'array', items: text };

test('arguments may be called as what the request function uses itself', async () => {
  const names = ['csv', 'path', 'query', 'headers', 'cookies', 'body', 'content', 'item', 'labelPath', 'allowReserved'];
  const parameters = names.map((name) => ({ name, in: 'query', explode: false, schema: list }));
  await using made = await generated({ doc: operation('get', '/x', { parameters }) });
  const { raw } = await made.send(Object.fromEntries(names.map((name) => [name, ['1', '2']])));
  expect(raw).toBe(`https://api.example.test/v1/x?${names.map((name) => `${name}=1,2`).join('&')}`);
});

test('names of what every object has are names like others, in every place', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const parameters = names.flatMap((name) => ['query', 'cookie'].map((place) => ({ name, in: place, schema: text })));
  const properties = JSON.parse('{"constructor": {"type": "object"}, "toString": {"type": "string"}}');
  const requestBody = { content: { 'multipart/form-data': { schema: { type: 'object', properties }, encoding: {} } } };
  await using made = await generated({ doc: operation('post', '/x', { parameters, requestBody }) });
  const keys = Object.entries<Json>(made.catalog[0]?.inputSchema.properties as Record<string, Json>);
  const sent = await made.send(
    Object.fromEntries(keys.map(([key, { type }]) => [key, type === 'object' ? { a: 1 } : 'x'])),
  );
  expect(sent.url.search).toBe(`?${names.map((name) => `${name}=x`).join('&')}`);
  expect(sent.headers.get('cookie')).toBe(names.map((name) => `${name}=x`).join('; '));
  expect(sent.text.match(/name="(constructor|toString)"/g)).toHaveLength(2);
});

describe('what no request can carry is left out or read as what was meant, and told', () => {
  test.each<[string, { parameter: Json; code: string }]>([
    ['a header that is no name', { parameter: { name: 'X Foo', in: 'header' }, code: 'VALUE_MALFORMED' }],
    ['a header that would be two', { parameter: { name: 'X-A: b\r\nX-B', in: 'header' }, code: 'VALUE_MALFORMED' }],
    ['a path parameter that its path lacks', { parameter: { name: 'gone', in: 'path' }, code: 'VALUE_MALFORMED' }],
  ])('%s', async (_name, { parameter, code }) => {
    const parameters = [{ schema: text, ...parameter }];
    await using made = await generated({ doc: operation('get', '/x', { parameters }) });
    expect(Object.keys(made.catalog[0]?.inputSchema.properties ?? {})).toEqual(['fields']);
    expect(made.diagnostics).toMatchObject([{ code }]);
    await made.send({});
  });

  const object = { type: 'object', properties: { a: text } };
  test.each<[string, { type: string; want: string }]>([
    ['no type at all', { type: '', want: 'application/json' }],
    ['a word', { type: 'json', want: 'application/json' }],
    ['a type that would be two headers', { type: 'text/plain\r\nX-A: b', want: 'application/json' }],
    ['a type in capitals', { type: 'Application/JSON', want: 'Application/JSON' }],
  ])('the media type of a body: %s', async (_name, { type, want }) => {
    const requestBody = { content: { [type]: { schema: object } } };
    await using made = await generated({ doc: operation('post', '/x', { requestBody }) });
    const sent = await made.send({ a: 'b' });
    expect([sent.headers.get('content-type'), sent.text]).toEqual([want, '{"a":"b"}']);
  });

  test.each<[string, { type: string; schema: Json; args: Json; want: RegExp }]>([
    [
      'a file without a name',
      {
        type: 'multipart/form-data',
        schema: { ...text, format: 'binary' },
        args: { file: 'hi' },
        want: /name="file"; filename="file\.txt"/,
      },
    ],
    [
      'a list of anything',
      { type: 'multipart/form-data', schema: list, args: { body: { tags: ['a'] } }, want: /name="tags"\r\n\r\na/ },
    ],
    ['a text', { type: 'application/x-www-form-urlencoded', schema: text, args: { body: { a: 'b' } }, want: /^a=b$/ }],
  ])('a form that is %s', async (_name, { type, schema, args, want }) => {
    const requestBody = { required: true, content: { [type]: { schema } } };
    await using made = await generated({ doc: operation('post', '/x', { requestBody }) });
    expect((await made.send(args)).text).toMatch(want);
    expect(made.diagnostics).toMatchObject([{ code: 'FORM_WITHOUT_FIELDS', severity: 'warning' }]);
  });
});
