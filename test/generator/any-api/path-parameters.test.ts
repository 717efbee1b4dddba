import { afterAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { generatedTogether } from './support/together.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };

/** An operation with the one parameter of its path, by its name without operators. */
function pathParameter(path: string, more: Json): Json {
  const [, inside = ''] = /\{([^}]+)\}/.exec(path) ?? [];
  return { parameters: [{ name: inside.replace(/^\+|\+$/g, ''), in: 'path', required: true, ...more }] };
}

describe('a path parameter', async () => {
  const written: readonly [string, { path: string; schema: Json; value: unknown; want: string; more?: Json }][] = [
    [
      'an integer that is no id',
      { path: '/years/{year}', schema: { type: 'integer' }, value: 2026, want: '/years/2026' },
    ],
    ['a boolean', { path: '/flags/{on}', schema: { type: 'boolean' }, value: true, want: '/flags/true' }],
    ['a number', { path: '/at/{lat}', schema: { type: 'number' }, value: 1.5, want: '/at/1.5' }],
    ['a verb behind it', { path: '/v1/{job}:cancel', schema: text, value: 'a:b', want: '/v1/a%3Ab:cancel' }],
    ['OData', { path: "/root(path='{p}')", schema: text, value: "x'y", want: "/root(path='x%27y')" }],
    ['an ending', { path: '/files/{name}.json', schema: text, value: 'a', want: '/files/a.json' }],
    ['a range', { path: '/diff/{from}...{from}', schema: text, value: 'v1', want: '/diff/v1...v1' }],
    ['an empty segment before it', { path: '//open/{x}', schema: text, value: 'a', want: '//open/a' }],
    ['marks in the path', { path: '/a|b/{x}/^"`', schema: text, value: '1', want: '/a%7Cb/1/%5E%22%60' }],
    [
      'a file path',
      { path: '/contents/{path}', schema: text, value: 'docs/a b.md', want: '/contents/docs%2Fa%20b.md' },
    ],
    ['a branch', { path: '/branches/{branch}', schema: text, value: 'fix/it', want: '/branches/fix%2Fit' }],
    ['a path from the root', { path: '/f/{filePath}', schema: text, value: '/etc/x', want: '/f/%2Fetc%2Fx' }],
    [
      'an address by its format',
      {
        path: '/of/{site}',
        schema: { ...text, format: 'uri' },
        value: 'https://a.b/c',
        want: '/of/https%3A%2F%2Fa.b%2Fc',
      },
    ],
    [
      'a name whose pattern has slashes',
      {
        path: '/v1/{name}',
        schema: { ...text, pattern: '^projects/[^/]+$' },
        value: 'projects/a',
        want: '/v1/projects%2Fa',
      },
    ],
    [
      'slashes that are sent as they are',
      { path: '/raw/{rest}', schema: text, value: 'a/b c', want: '/raw/a/b%20c', more: { allowReserved: true } },
    ],
    ['an operator of RFC 6570', { path: '/raw/{+rest}', schema: text, value: 'a/b', want: '/raw/a/b' }],
    ['an operator of a router', { path: '/raw/{proxy+}', schema: text, value: 'a/b', want: '/raw/a/b' }],
    [
      'a matrix parameter of many kinds',
      {
        path: '/m/{c}',
        schema: { type: 'array', items: { type: 'integer' } },
        value: [1, 2],
        want: '/m/;c=1,2',
        more: { style: 'matrix' },
      },
    ],
    [
      'JSON',
      {
        path: '/j/{q}',
        schema: {},
        value: { a: 'b c' },
        want: '/j/%7B%22a%22%3A%22b%20c%22%7D',
        more: { schema: undefined, content: { 'application/json': { schema: { type: 'object' } } } },
      },
    ],
  ];
  const writtenMade = await generatedTogether(
    written.map(([, { path, schema, more }]) => ({ path, own: pathParameter(path, { schema, ...more }) })),
  );
  afterAll(() => writtenMade[Symbol.asyncDispose]());
  test.each(written.map(([name, one], at) => ({ name, at, ...one })))('that is $name', async ({ at, value, want }) => {
    const [key = ''] = writtenMade.keys(at);
    expect((await writtenMade.send(at, { [key]: value })).raw).toBe(want);
    expect(writtenMade.diagnostics(at)).toEqual([]);
  });
});

describe('a value of a path', async () => {
  const refused: readonly [string, { path: string; value: unknown; more?: Json }][] = [
    ['climbs out of a path of its own', { path: '/contents/{path}', value: '../admins' }],
    ['climbs out in the middle', { path: '/contents/{path}', value: 'a/../../b' }],
    ['hides its dots', { path: '/contents/{path}', value: 'a/%2e%2e/b' }],
    ['hides its slashes', { path: '/contents/{path}', value: 'a%2f..%2fb' }],
    ['is nothing but slashes', { path: '/contents/{path}', value: '//' }],
    ['has an empty segment between slashes that are sent', { path: '/raw/{+rest}', value: 'a//b' }],
    ['holds a backslash', { path: '/contents/{path}', value: 'a\\..\\b' }],
    ['holds a slash where an id stands', { path: '/users/{user_id}', value: 'a/b' }],
    ['holds a slash where a name stands', { path: '/users/{username}', value: 'a/keys' }],
    ['becomes a dot segment by its label', { path: '/l/{x}', value: '.', more: { style: 'label' } }],
    ['becomes a dot segment by what stands before it', { path: '/l/.{x}', value: ';y' }],
    ['is a list that climbs', { path: '/l/{x}', value: ['..'], more: { schema: { type: 'array', items: text } } }],
    ['is an empty list', { path: '/l/{x}', value: [], more: { schema: { type: 'array', items: text } } }],
    [
      'is an object that climbs',
      { path: '/l/{x}', value: { '..': '' }, more: { schema: { type: 'object', additionalProperties: text } } },
    ],
  ];
  const refusedMade = await generatedTogether(
    refused.map(([, { path, more }]) => ({ path, own: pathParameter(path, { schema: text, ...more }) })),
  );
  afterAll(() => refusedMade[Symbol.asyncDispose]());
  test.each(refused.map(([name, one], at) => ({ name, at, ...one })))(
    'is refused where it $name',
    async ({ at, value }) => {
      const [key = ''] = refusedMade.keys(at);
      await expect(refusedMade.send(at, { [key]: value })).rejects.toMatchObject({
        code: 'invalid_input',
        problems: [{ argument: key }],
      });
    },
  );

  test('is an integer in the schema, a list where it is one, and an id is text', async () => {
    const names = {
      year: { type: 'integer', minimum: 1900 },
      years: { type: 'array', items: { type: 'integer' } },
      pet_id: { type: 'integer' },
    };
    const parameters = Object.entries(names).map(([name, schema]) => ({ name, in: 'path', required: true, schema }));
    await using made = await generated({ doc: operation('get', '/{year}/{years}/{pet_id}', { parameters }) });
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      year: { type: 'integer', minimum: 1900 },
      years: { type: 'array', items: { type: 'integer' } },
      pet_id: { type: 'string' },
    });
    expect((await made.send({ year: 2026, years: [3, 4, 5], pet_id: '7' })).url.pathname).toBe('/v1/2026/3,4,5/7');
  });
});
