import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { isRecord, isStrings } from '../value/value.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A schema in the form that OpenAI's strict mode holds a model to: every argument is required, and null stands for one that
 * is left out, for {@link dropNulls} to take out. Undefined where that form would take something away: objects of any keys, a null
 * that means something, keywords that the mode does not have.
 */
export function strictSchema(schema: CatalogInputSchema): CatalogInputSchema | undefined {
  const strict = strictly(schema);
  return strict === undefined ? undefined : { ...strict, type: 'object' };
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...['type', 'title', 'description', 'enum', 'const', 'anyOf', '$ref', '$defs'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems'],
  ...['pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
]);

function strictly(schema: unknown): Json | undefined {
  if (!isRecord(schema) || Object.keys(schema).some((key) => !KEYWORDS.has(key))) return undefined;
  const { type, anyOf, items, $ref, $defs } = schema;
  // Without a type it takes anything, and a null of its own could not be told from one that leaves out.
  if (type === undefined ? anyOf === undefined && $ref === undefined : typeof type !== 'string' || type === 'null')
    return undefined;
  const parts = {
    ...(anyOf !== undefined && { anyOf: strictList(anyOf) }),
    ...(type === 'array' && { items: strictly(items) }),
    ...($defs !== undefined && { $defs: strictMap($defs) }),
    ...(type === 'object' && { properties: strictProperties(schema) }),
  };
  if (Object.values(parts).includes(undefined)) return undefined;
  const closed = isRecord(parts.properties) && {
    required: Object.keys(parts.properties),
    additionalProperties: false,
  };
  return { ...schema, ...parts, ...closed };
}

function strictProperties({ properties, required, additionalProperties }: Json): Json | undefined {
  const isClosed = additionalProperties === false;
  const named = isRecord(properties) ? properties : {};
  if (additionalProperties !== undefined && !isClosed) return undefined;
  if (!isClosed && Object.keys(named).length === 0) return undefined;
  const strict = strictMap(isFilter(named) ? { ...named, value: withText(named.value) } : named);
  if (strict === undefined) return undefined;
  const needed = isStrings(required) ? required : [];
  return Object.fromEntries(
    Object.entries(strict).map(([name, value]) => [name, needed.includes(name) ? value : orNull(value)]),
  );
}

function strictMap(schemas: unknown): Readonly<Record<string, Json>> | undefined {
  if (!isRecord(schemas)) return undefined;
  const entries = Object.entries(schemas).map(([name, schema]) => [name, strictly(schema)] as const);
  const strict = entries.flatMap(([name, schema]) => (schema === undefined ? [] : [[name, schema] as const]));
  return strict.length < entries.length ? undefined : Object.fromEntries(strict);
}

function strictList(schemas: unknown): readonly Json[] | undefined {
  if (!Array.isArray(schemas)) return undefined;
  const strict = schemas.map((schema) => strictly(schema)).filter((schema) => schema !== undefined);
  return strict.length < schemas.length ? undefined : strict;
}

function orNull({ description, ...schema }: Json): Json {
  const words = description === undefined ? {} : { description };
  const isPlain = typeof schema.type === 'string' && schema.enum === undefined && schema.const === undefined;
  return isPlain
    ? { ...schema, type: [schema.type, 'null'], ...words }
    : { anyOf: [schema, { type: 'null' }], ...words };
}

/** A condition of the search language: its times are shown as integers, and read as texts such as `now-24h` as well. */
function isFilter(properties: Json): boolean {
  return ['field', 'operator', 'value'].every((name) => Object.hasOwn(properties, name));
}

function withText(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if (value.type === 'integer') return { anyOf: [value, { type: 'string' }] };
  if (value.type === 'array') return { ...value, items: withText(value.items) };
  return Array.isArray(value.anyOf) ? { ...value, anyOf: value.anyOf.map(withText) } : value;
}
