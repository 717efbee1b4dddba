import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { checkArguments } from '../../../runtime/input/check-arguments.ts';
import { body } from '../support/fixture.ts';
import { built, planned, written } from './support/fixture.ts';

const words = 'Says at some length what this value means and where a caller finds it.';
const text = { type: 'string', description: words };
/** An object of so many properties a level. */
function nested(widths: readonly number[]): Json {
  const [width = 0, ...rest] = widths;
  const part = rest.length === 0 ? text : nested(rest);
  return {
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: width }, (_value, at) => [`p${at}`, part])),
  };
}
/** An object of properties with fifteen values each. */
function chosen(width: number): Json {
  const values = Array.from({ length: 15 }, (_value, at) => `v${at}`);
  const properties = Array.from({ length: width }, (_value, at) => [`p${at}`, { type: 'string', enum: values }]);
  return { properties: { one: { type: 'object', properties: Object.fromEntries(properties) } } };
}
function posting(schema: Json): Json {
  return { '/pets': { post: { requestBody: body(schema), responses: {} } } };
}

describe('a tool that costs too much', () => {
  test.each<[string, { given: Json; want: string | undefined }]>([
    ['small enough', { given: nested([5, 5]), want: undefined }],
    ['with words at every level', { given: nested([4, 10, 6]), want: 'words inside of arguments' }],
    ['deep', { given: nested([3, 3, 3, 3, 2, 4]), want: 'what lies below level 4' }],
    ['deep and wide', { given: nested([4, 5, 14, 2]), want: 'what lies below level 2' }],
    [
      'with long enums',
      {
        given: {
          properties: Object.fromEntries(
            Array.from({ length: 20 }, (_value, at) => [
              `p${at}`,
              { type: 'string', enum: Array.from({ length: 80 }, (_each, number) => `v${at}_${number}`) },
            ]),
          ),
        },
        want: 'enums of over 40 values',
      },
    ],
    ['in one argument of many properties', { given: nested([700]), want: 'what lies inside of arguments' }],
    ['in one argument of many choices', { given: chosen(250), want: 'values of what lies inside of arguments' }],
  ])('%s', async (_name, { given, want }) => {
    const { catalog, diagnostics } = await planned(posting(given));
    const cut = diagnostics.filter(({ code }) => code === 'SCHEMA_CUT');
    expect(cut.map(({ message }) => message.replace(/^.* characters, without /, ''))).toEqual(want ? [want] : []);
    expect(catalog.map(({ tokens }) => tokens <= 4_000)).toEqual([true]);
  });

  test('keeps what is required, at last', async () => {
    const parameters = Array.from({ length: 700 }, (_value, at) => ({
      name: `p${at}`,
      in: 'query',
      required: at > 690,
      schema: { type: 'string' },
    }));
    const { catalog, diagnostics, files } = await built({ '/pets': { get: { parameters, responses: {} } } });
    const [entry] = catalog;
    expect(entry?.tokens).toBeLessThanOrEqual(4_000);
    expect(entry?.inputSchema.required).toHaveLength(9);
    expect(Object.keys(entry?.inputSchema.properties ?? {})).toContain('p0');
    // What went is gone from the request as well, so that the module compiles, and the message says what.
    const cut = diagnostics.filter(({ code }) => code === 'SCHEMA_CUT').map(({ message }) => message);
    expect(cut).toEqual([expect.stringMatching(/ optional arguments: (?:p\d+, ){20}…$/)]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const named = cut[0]?.match(/arguments: (p\d+)/)?.[1] ?? '';
    expect(Object.keys(entry?.inputSchema.properties ?? {})).not.toContain(named);
    expect(files.get('tools/pets.ts')).not.toMatch(new RegExp(`\\b${named}\\b`));
    await using output = await written(files);
    const [tool] = output.tools;
    const required = Object.fromEntries(parameters.filter((one) => one.required).map(({ name }) => [name, 'x']));
    expect(tool?.request(checkArguments(tool, required))).toMatchObject({ query: required });
  });

  test('still takes what was cut', async () => {
    const { files } = await built(posting(nested([4, 5, 14, 20])));
    expect(files.get('tools/pets.ts')).toContain('z.record(z.string(), z.unknown())');
  });
});
