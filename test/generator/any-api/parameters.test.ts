import { afterAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { generatedTogether } from './support/together.ts';
import { generated, type Source } from './support/wire.ts';

const text = { type: 'string' };

/** A description of one GET with one parameter. */
function withParameter(path: string, parameter: Json): Source {
  return { doc: operation('get', path, { parameters: [{ required: parameter.in === 'path', ...parameter }] }) };
}

describe('a query parameter', async () => {
  const object = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };
  const list = { type: 'array', items: text };
  const queries: readonly [string, { given: Json; args: Json; want: string }][] = [
    [
      'an object in one value',
      { given: { schema: object, explode: false }, args: { q: { R: 100, G: 200 } }, want: '?q=R,100,G,200' },
    ],
    ['an object that explodes', { given: { schema: object }, args: { R: 100, G: 200 }, want: '?R=100&G=200' }],
    [
      'a list whose separator is no data',
      { given: { schema: list, explode: false }, args: { q: ['a', 'b,c'] }, want: '?q=a,b%2Cc' },
    ],
    [
      'a list of anything',
      { given: { schema: { type: 'array', items: {} }, explode: false }, args: { q: ['a', 'b'] }, want: '?q=a,b' },
    ],
    [
      'reserved characters',
      { given: { allowReserved: true }, args: { q: "a/b:c?d@e!$'()*,;=f" }, want: '?q=a/b:c?d@e!$%27()*,;=f' },
    ],
    [
      'what would end a value',
      { given: { allowReserved: true }, args: { q: 'a&b=c#d+e[f]g h' }, want: '?q=a%26b=c%23d%2Be%5Bf%5Dg%20h' },
    ],
    ['what is encoded already', { given: { allowReserved: true }, args: { q: 'a%2Fb%zz' }, want: '?q=a%2Fb%25zz' }],
    [
      'a reserved list',
      { given: { schema: list, allowReserved: true }, args: { q: ['a/b', 'c:d'] }, want: '?q=a/b&q=c:d' },
    ],
    [
      'a reserved list in one value',
      {
        given: { schema: list, allowReserved: true, explode: false },
        args: { q: ['a/b', 'c,d'] },
        want: '?q=a/b,c%2Cd',
      },
    ],
    ['an empty text', { given: { allowEmptyValue: true }, args: { q: '' }, want: '?q=' }],
    ['a space', { given: {}, args: { q: 'a b+c' }, want: '?q=a%20b%2Bc' }],
    [
      'JSON',
      {
        given: { schema: undefined, content: { 'application/json': { schema: object } } },
        args: { q: { R: 1 } },
        want: '?q=%7B%22R%22%3A1%7D',
      },
    ],
    [
      'a text of another type',
      { given: { schema: undefined, content: { 'text/plain': { schema: text } } }, args: { q: 'a' }, want: '?q=a' },
    ],
    ['half a character', { given: {}, args: { q: 'a\ud800' }, want: '?q=a%EF%BF%BD' }],
  ];
  const queriesMade = await generatedTogether(
    queries.map(([, { given }]) => ({ own: { parameters: [{ name: 'q', in: 'query', schema: text, ...given }] } })),
  );
  afterAll(() => queriesMade[Symbol.asyncDispose]());
  test.each(queries.map(([name, one], at) => ({ name, at, ...one })))('that is $name', async ({ at, args, want }) => {
    expect((await queriesMade.send(at, args)).raw).toBe(`/x${want}`);
    expect(queriesMade.diagnostics(at)).toEqual([]);
  });

  test('of a map is its own parameters, and takes the place of none that is declared', async () => {
    const parameters = [
      { name: 'size', in: 'query', schema: { type: 'integer' } },
      { name: 'more', in: 'query', schema: { type: 'object', additionalProperties: text } },
    ];
    await using made = await generated({ doc: operation('get', '/x', { parameters }) });
    const args = JSON.parse('{"size": 3, "more": {"k": "v", "size": "9", "a&b": "c", "__proto__": "p"}}');
    const { url } = await made.send(args);
    expect(url.searchParams.getAll('size')).toEqual(['3']);
    expect([url.searchParams.get('k'), url.searchParams.get('a&b')]).toEqual(['v', 'c']);
  });

  test.each<[string, { given: Json; value: unknown; want: string; code: string }]>([
    [
      'a list of objects',
      {
        given: { schema: { type: 'array', items: object } },
        value: [{ R: 1 }, { R: 2 }],
        want: 'q={"R":1}&q={"R":2}',
        code: 'STYLE_UNDEFINED',
      },
    ],
    [
      'a map of objects',
      {
        given: { schema: { type: 'object', additionalProperties: object } },
        value: { a: { R: 1 } },
        want: 'a[R]=1',
        code: 'STYLE_UNDEFINED',
      },
    ],
    [
      'an object of objects in one value',
      {
        given: { schema: { type: 'object', properties: { a: object } }, explode: false },
        value: { a: { R: 1 } },
        want: 'q={"a":{"R":1}}',
        code: 'STYLE_UNDEFINED',
      },
    ],
    [
      'a text that is said to be JSON',
      {
        given: { content: { 'application/json': { schema: text } } },
        value: 'a',
        want: 'q=a',
        code: 'STYLE_UNDEFINED',
      },
    ],
    [
      'a list in brackets',
      { given: { schema: list, style: 'deepObject' }, value: ['a', 'b'], want: 'q[]=a&q[]=b', code: 'STYLE_UNDEFINED' },
    ],
    [
      'a style of another place',
      { given: { schema: list, style: 'matrix' }, value: ['a', 'b'], want: 'q=a&q=b', code: 'STYLE_UNSUPPORTED' },
    ],
  ])('of %s is sent by a choice that is told', async (_name, { given, value, want, code }) => {
    await using made = await generated(withParameter('/x', { name: 'q', in: 'query', ...given }));
    expect(decodeURIComponent((await made.send({ q: value })).url.search)).toBe(`?${want}`);
    expect(made.diagnostics).toMatchObject([{ code, pointer: '/paths/~1x/get' }]);
  });
});

test('a guess that many operations share is told once', async () => {
  const parameters = [{ name: 'rows', in: 'query', schema: { type: 'array', items: { type: 'object' } } }];
  const doc = operation('get', '/a', { parameters });
  const paths = Object.fromEntries(['/a', '/b', '/c'].map((path) => [path, { get: { parameters, responses: {} } }]));
  await using made = await generated({ doc: { ...doc, paths } });
  expect(made.diagnostics.filter(({ code }) => code === 'STYLE_UNDEFINED')).toHaveLength(1);
});

describe('a header', async () => {
  const object = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };
  const headers: readonly [string, { given: Json; value: unknown; want: string }][] = [
    ['an object', { given: { schema: object }, value: { R: 1, G: 2 }, want: 'R,1,G,2' }],
    ['an object that explodes', { given: { schema: object, explode: true }, value: { R: 1, G: 2 }, want: 'R=1,G=2' }],
    ['a list', { given: { schema: { type: 'array', items: text } }, value: ['a', 'b c'], want: 'a,b c' }],
    ['a text, which nobody would decode', { given: { schema: text }, value: 'a/b c%', want: 'a/b c%' }],
    [
      'JSON in letters that a header can carry',
      {
        given: { content: { 'application/json': { schema: { type: 'object' } } } },
        value: { a: 'é😀' },
        want: '{"a":"\\u00e9\\ud83d\\ude00"}',
      },
    ],
  ];
  const headersMade = await generatedTogether(
    headers.map(([, { given }]) => ({ own: { parameters: [{ name: 'X-C', in: 'header', ...given }] } })),
  );
  afterAll(() => headersMade[Symbol.asyncDispose]());
  test.each(headers.map(([name, one], at) => ({ name, at, ...one })))('that is $name', async ({ at, value, want }) => {
    expect((await headersMade.send(at, { x_c: value })).headers.get('x-c')).toBe(want);
  });
});

describe('a cookie', () => {
  test('is an argument, beside others', async () => {
    const parameters = [
      { name: 'theme', in: 'cookie', required: true, schema: text },
      { name: 'pages', in: 'cookie', schema: { type: 'integer' } },
    ];
    await using made = await generated({ doc: operation('get', '/x', { parameters }) });
    expect((await made.send({ theme: 'dark; admin=1', pages: 2 })).headers.get('cookie')).toBe(
      'theme=dark%3B%20admin%3D1; pages=2',
    );
    expect((await made.send({ theme: 'light' })).headers.get('cookie')).toBe('theme=light');
    expect(made.catalog[0]?.inputSchema.required).toEqual(['theme']);
    expect(made.diagnostics).toEqual([]);
  });

  test.each(['sid', 'session', 'PHPSESSID', 'JSESSIONID', 'csrf_token', 'auth', 'connect.sid'])(
    '%s says who calls: it is left out, and told',
    async (name) => {
      await using made = await generated(withParameter('/x', { name, in: 'cookie', schema: text }));
      expect(Object.keys(made.catalog[0]?.inputSchema.properties ?? {})).toEqual(['fields']);
      expect(made.diagnostics).toMatchObject([{ code: 'COOKIE_LEFT_OUT' }]);
    },
  );
});
