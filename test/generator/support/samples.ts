import fc from 'fast-check';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';

type Definitions = Readonly<Record<string, JsonSchema>>;

/** Values that a schema accepts. */
export function samplesOf(schema: JsonSchema, definitions: Definitions = schema.$defs ?? {}): fc.Arbitrary<unknown> {
  const below = (part: JsonSchema): fc.Arbitrary<unknown> => samplesOf(part, definitions);
  if (schema.$ref !== undefined) return below(definitions[schema.$ref.replace('#/$defs/', '')] ?? {});
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(below));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return schema.pattern === undefined
        ? fc.string({ minLength: schema.minLength ?? 0, unit: 'grapheme' })
        : fc.stringMatching(new RegExp(schema.pattern));
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 40), max: schema.maximum ?? 2 ** 40 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const minLength = schema.minItems ?? 0;
      return fc.array(below(schema.items ?? {}), {
        minLength,
        maxLength: Math.min(schema.maxItems ?? 3, minLength + 2),
      });
    }
    case 'object':
      return objects(schema, below);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: JsonSchema, below: (part: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const own = fc.record(Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, below(part)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
  if (additionalProperties === false) return own;
  // A key that no property has.
  const key = fc.string({ maxLength: 6 }).map((text) => `+${text}`);
  const value = below(typeof additionalProperties === 'object' ? additionalProperties : {});
  const others = fc.dictionary(key, value, { maxKeys: 2, noNullPrototype: true });
  return fc.tuple(others, own).map(([open, closed]) => ({ ...open, ...closed }));
}

const odd: readonly unknown[] = [
  null,
  '',
  'zzz',
  '7',
  'admin',
  '2026-01-01',
  0,
  -1,
  1,
  1.5,
  2 ** 33,
  1e9,
  true,
  false,
  [],
  {},
  [[]],
  ['x'],
  [1],
  [null],
  [{}],
  { id: 1 },
  { id: 'x' },
  { operator: 'AND', value: [] },
  { field: 'id', operator: '=', value: '1' },
];

/** A change of a value, most of which a schema refuses: something missing, extra, of another kind, or too many. */
export const changes: fc.Arbitrary<(value: unknown) => unknown> = fc
  .record({
    at: fc.nat(),
    kind: fc.constantFrom('drop', 'extra', 'proto', 'replace', 'replace', 'replace', 'many'),
    by: fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 1 })),
  })
  .map(
    ({ at, kind, by }) =>
      (value: unknown) =>
        changed(value, { at, kind, by }),
  );

interface Slot {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every place of a value, the whole of it first. */
function slotsOf(parent: Record<string, unknown>, key: string): Slot[] {
  const value = parent[key];
  if (typeof value !== 'object' || value === null) return [{ parent, key }];
  // A list is read and written by index as an object is.
  const holder = value as Record<string, unknown>;
  return [{ parent, key }, ...Object.keys(value).flatMap((inner) => slotsOf(holder, inner))];
}

function changed(value: unknown, { at, kind, by }: { at: number; kind: string; by: unknown }): unknown {
  const holder: Record<string, unknown> = { root: structuredClone(value) };
  const slots = slotsOf(holder, 'root');
  const { parent, key } = slots[at % slots.length] ?? { parent: holder, key: 'root' };
  const here = parent[key];
  if (kind === 'many' && Array.isArray(here)) parent[key] = Array.from({ length: 60 }, () => here[0] ?? 'x');
  else if (kind === 'drop' && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (kind === 'drop' && parent !== holder) delete parent[key];
  else if (
    (kind === 'extra' || (kind === 'proto' && parent === holder)) &&
    typeof here === 'object' &&
    here !== null &&
    !Array.isArray(here)
  )
    Object.defineProperty(here, kind === 'proto' ? '__proto__' : 'surplus', {
      value: by,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else parent[key] = by;
  return holder.root;
}

/**
 * A value as it arrives on the wire. Integers past 2^53 become 2^53 - 1: JavaScript cannot hold them exactly, so Zod
 * refuses what JSON Schema, which knows no such limit, accepts.
 */
export function wired(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' && Number.isInteger(part) && !Number.isSafeInteger(part)
      ? Math.sign(part) * Number.MAX_SAFE_INTEGER
      : part,
  );
}
