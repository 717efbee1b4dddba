import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modules } from '../../../generated/intercom/modules.ts';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { shownSchema } from '../../../runtime/input/shown-schema.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { changes, samplesOf, wired } from '../support/samples.ts';

const catalog: CatalogEntry[] = JSON.parse(
  await readFile(new URL('../../../generated/intercom/catalog.json', import.meta.url), 'utf8'),
);
const loaded = await Promise.all(Object.values(modules).map((load) => load()));
const tools = new Map(loaded.flatMap((module) => Object.values<Tool>(module)).map((tool) => [tool.name, tool]));
const ajv = new Ajv2020({ strict: true });

/** Whether the schema that models see and the input that calls are checked by say the same of a value, times and ids apart. */
function verdictOf(validate: ValidateFunction, tool: Tool, value: unknown): boolean {
  const listed = validate(value);
  const parsed = shownSchema(objectSchema(tool)).safeParse(value);
  if (listed === parsed.success) return listed;
  const reason = parsed.success ? ajv.errorsText(validate.errors) : parsed.error.message;
  throw new Error(`${listed ? 'only the schema' : 'only Zod'} accepts ${JSON.stringify(value)}: ${reason}`);
}

const names = catalog.map(({ name }) => name);

test('every tool of the catalogue has a module', () => {
  expect([...tools.keys()].sort()).toEqual(names);
});

describe('the catalogue and Zod accept and refuse the same', () => {
  test.each(catalog.map((entry) => [entry.name, entry] as const))('%s', (name, { inputSchema }) => {
    const tool = tools.get(name);
    if (!tool) throw new Error(`${name} has no module`);
    const schema: JsonSchema = inputSchema;
    const validate = ajv.compile(schema);
    const samples = samplesOf(schema);
    const verdicts = { accepted: 0, refused: 0 };
    const count = (value: unknown): boolean => {
      const verdict = verdictOf(validate, tool, value);
      verdicts[verdict ? 'accepted' : 'refused'] += 1;
      return verdict;
    };
    fc.assert(
      fc.property(samples, fc.array(changes, { minLength: 1, maxLength: 2 }), (sample, faults) => {
        const value = wired(sample);
        expect(count(value)).toBe(true);
        count(wired(faults.reduce((before, change) => change(before), value)));
      }),
      { seed: 20_260_101, numRuns: 100 },
    );
    expect(verdicts.accepted).toBeGreaterThanOrEqual(100);
    expect(verdicts.refused).toBeGreaterThan(10);
  });
});

describe('where the two differ, and should', () => {
  const both = (name: string, value: unknown) => {
    const entry = catalog.find((one) => one.name === name);
    const tool = tools.get(name);
    const parsed = tool && objectSchema(tool).safeParse(value);
    return { listed: ajv.compile(entry?.inputSchema ?? {})(value), parsed };
  };

  test('an integer that JavaScript cannot hold exactly is refused before another one is sent', () => {
    const largest = Number.MAX_SAFE_INTEGER;
    expect(both('list_all_intercom_contacts', { limit: largest })).toMatchObject({
      listed: true,
      parsed: { success: true },
    });
    expect(both('list_all_intercom_contacts', { limit: largest + 1 })).toMatchObject({
      listed: true,
      parsed: { success: false },
    });
  });

  test('a key __proto__ in a map is left out, whatever it holds', () => {
    const value: unknown = JSON.parse('{"name":"x","translated_content":{"en":{},"__proto__":1}}');
    const { listed, parsed } = both('create_a_intercom_help_center_collection', value);
    expect(listed).toBe(false);
    expect(parsed?.data).toEqual({ name: 'x', translated_content: { en: {} } });
  });
});
