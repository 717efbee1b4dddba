import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { modules } from '../../../generated/intercom/modules.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { buildRequest } from '../../../runtime/input/build-request.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';
import { unwrapped } from '../../../runtime/input/schema-at.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import { timeKindOf } from '../../../runtime/tool/time.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';

const catalog: CatalogEntry[] = JSON.parse(
  await readFile(new URL('../../../generated/intercom/catalog.json', import.meta.url), 'utf8'),
);
const loaded = await Promise.all(Object.values(modules).map((load) => load()));
const tools = new Map(loaded.flatMap((module) => Object.values<Tool>(module)).map((tool) => [tool.name, tool]));
const now = Date.UTC(2026, 10, 28, 9);

function toolOf(name: string): Tool {
  return tools.get(name) ?? expect.fail(`${name} has no module`);
}

/** What is sent, as text: of two callers who mean the same it is the same. */
function sent(tool: Tool, args: unknown): string {
  return JSON.stringify(buildRequest(tool, readArguments(tool, args, { now }).input));
}

/** Samples for a tool; what a search is asked is sampled elsewhere. */
function samplesOf({ inputSchema }: CatalogEntry, { cases, search }: Tool): Record<string, unknown>[] {
  const query = { field: 'created_at', operator: '>', value: 1_780_000_000 };
  return [...sampleArguments({ schema: inputSchema, cases })]
    .slice(0, 12)
    .map(({ arguments: plain }) => (search ? { ...plain, query } : plain));
}

/** One value as models and clients write it otherwise; the same value where there is no other way. */
const disguises: Readonly<Record<string, (value: unknown, schema: z.core.$ZodType) => unknown>> = {
  'JSON text': (value, schema) =>
    typeof value === 'object' && value !== null && isTyped(schema) ? JSON.stringify(value) : value,
  'a list between commas': (value, schema) =>
    Array.isArray(value) &&
    typeOf(schema) === 'array' &&
    value.length > 0 &&
    value.every((item) => /^[\w.@:/-]+$/.test(String(item)))
      ? value.join(', ')
      : value,
  'numbers and booleans as text': (value, schema) =>
    (typeof value === 'number' && isNumber(schema)) || typeof value === 'boolean' ? String(value).toUpperCase() : value,
  'ids of the other type': (value) =>
    typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value,
  'times in milliseconds': (value, schema) =>
    typeof value === 'string' && ['seconds', 'seconds-text'].includes(timeKindOf(schema) ?? '')
      ? Date.parse(value)
      : value,
  'enums in capitals': (value, schema) =>
    typeOf(schema) === 'enum' && typeof value === 'string' ? value.toUpperCase() : value,
};

function typeOf(schema: z.core.$ZodType): string {
  return (schema as z.core.$ZodTypes)._zod.def.type;
}
function isTyped(schema: z.core.$ZodType): boolean {
  return typeOf(schema) !== 'unknown';
}
function isNumber(schema: z.core.$ZodType): boolean {
  return typeOf(schema) === 'number';
}

describe.each(Object.entries(disguises))('%s', (_, disguise) => {
  test('are sent as the plain ones, by every tool', () => {
    let changed = 0;
    for (const entry of catalog) {
      const { name } = entry;
      const tool = toolOf(name);
      for (const plain of samplesOf(entry, tool)) {
        const disguised = Object.fromEntries(
          Object.entries(plain).map(([key, value]) => {
            const schema = objectSchema(tool).shape[key];
            return [key, schema && key !== 'query' ? disguise(value, unwrapped(schema)) : value];
          }),
        );
        if (JSON.stringify(disguised) === JSON.stringify(plain)) continue;
        changed += 1;
        expect({ name, sent: sent(tool, disguised) }).toEqual({ name, sent: sent(tool, plain) });
      }
    }
    expect(changed).toBeGreaterThan(20);
  });
});

test('what was read is read as it is, by every tool', () => {
  for (const entry of catalog) {
    const { name } = entry;
    const tool = toolOf(name);
    for (const plain of samplesOf(entry, tool)) {
      const { input } = readArguments(tool, plain, { now });
      expect({ name, ...readArguments(tool, input, { now: now + 1e9 }) }).toMatchObject({ name, input, repairs: [] });
    }
  }
});

test('whatever comes is refused as wrong arguments, or sent', () => {
  const anything = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  for (const { name } of catalog) {
    const tool = toolOf(name);
    const keys = Object.keys(objectSchema(tool).shape);
    const known =
      keys.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(fc.oneof(known, anything, fc.jsonValue()), (given) => {
        try {
          readArguments(tool, given, { now });
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 15 },
    );
  }
});

test('a free text is sent as it was written, by every tool', () => {
  const odd = ['[1,2]', 'true', 'now-1d', '{"a":1}', '5', '"x"', 'a,b', '2026-12-14', 'null'];
  let tried = 0;
  for (const { name } of catalog) {
    const tool = toolOf(name);
    for (const [key, property] of Object.entries(objectSchema(tool).shape)) {
      const schema = unwrapped(property);
      if (typeOf(schema) !== 'string' || timeKindOf(schema) !== undefined) continue;
      tried += 1;
      for (const text of odd) {
        const { input } = readNothingElse(tool, key, text);
        expect({ name, key, read: input[key] }).toEqual({ name, key, read: text });
      }
    }
  }
  expect(tried).toBeGreaterThan(300);
});

/** One argument alone, read by a tool that needs no other. */
function readNothingElse(tool: Tool, key: string, text: string): { input: Record<string, unknown> } {
  const { cases: _cases, search: _search, ...rest } = tool;
  const input = z.partial(objectSchema(tool) as z.ZodMiniObject);
  return readArguments({ ...rest, input }, { [key]: text }, { now });
}
