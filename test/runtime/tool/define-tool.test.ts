import { expect, test } from 'vitest';
import * as classic from 'zod';
import * as z from 'zod/mini';
import { defineTool } from '../../../runtime/tool/define-tool.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { getThing } from '../../support/sample-tools.ts';

test('a tool makes its schema when it is first needed, and once', () => {
  let made = 0;
  const tool: Tool<{ a: string }> = defineTool({
    ...getThing,
    input: () => {
      made += 1;
      return z.strictObject({ a: z.string() });
    },
    request: ({ a }) => ({ path: a }),
  });
  expect(made).toBe(0);
  expect(tool.input).toBe(tool.input);
  expect({ ...tool }.input).toBe(tool.input);
  expect(made).toBe(1);
  expect(tool.input['~standard'].validate({ a: 'x' })).toEqual({ value: { a: 'x' } });
});

test.each([
  ['the small edition', z.strictObject({ a: z.string() })],
  ['the usual one', classic.strictObject({ a: classic.string() })],
])("the schema of an input is an object of Zod's: %s", (_, input) => {
  expect(Object.keys(objectSchema({ input }).shape)).toEqual(['a']);
  expect(objectSchema({ input }).safeParse({ a: 1 }).success).toBe(false);
});

test('any other input is refused with what it has to be', () => {
  const standard = { '~standard': { version: 1, vendor: 'other', validate: (value: unknown) => ({ value }) } } as const;
  expect(() => objectSchema({ input: standard })).toThrow("The input of a tool must be a strictObject of Zod's.");
  expect(() => objectSchema({ input: z.string() })).toThrow(TypeError);
});
