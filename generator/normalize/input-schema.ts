import { isJson, type Json, type JsonSchema, sameJson } from '../json-schema.ts';
import { alternatives, type Lookup } from './alternatives.ts';

/** Keys that every client accepts as a property of a tool's input. */
export const portableKey = /^[a-zA-Z0-9_.-]{1,64}$/;

/** Appended to the words of a field that carries a time as a number. */
export const unixSeconds = 'Unix seconds.';

/** Deeper objects than this are left open: no model fills them in from a schema. */
const deepest = 5;
/** A union of more forms than this says nothing that helps. */
const widest = 8;
/** This many properties of one and the same schema (a property per locale, say) become one map. */
const mapFrom = 10;

interface Place {
  readonly key: string;
  readonly depth: number;
  readonly seen: readonly string[];
  readonly nullable: boolean;
}

/**
 * The part of a schema that a model needs to fill in a value, in the keywords that every client accepts:
 * no `$ref`, `oneOf`, `allOf`, `nullable`, formats or lists of types. Recursion ends in an open value.
 * `nullable` keeps an explicit null where the description allows it.
 */
export const inputSchema = (
  schema: unknown,
  lookup: Lookup,
  { key, nullable }: { key: string; nullable: boolean },
): JsonSchema => simplify(schema, lookup, { key, nullable, depth: 0, seen: [] });

const simplify = (schema: unknown, lookup: Lookup, place: Place): JsonSchema => {
  if (!isJson(schema)) return {};
  const forms = alternatives(schema, lookup, place.seen).flatMap(({ schema: form, seen }) =>
    byType(form).map((one) => ({ form: one, seen })),
  );
  const admitsNull = place.nullable && forms.some(({ form }) => form.nullable === true || form.type === 'null');
  const kept: JsonSchema[] = [];
  for (const { form, seen } of forms) {
    if (form.type === 'null') continue;
    const simple = plain(form, lookup, { ...place, seen });
    if (!kept.some((other) => sameJson(other, simple))) kept.push(simple);
  }
  const open = kept.some((form) => Object.keys(form).length === 0);
  const union = kept.length > widest ? [widen(kept)] : kept;
  if (open || union.length === 0) return {};
  const ids = union
    .flatMap((form) => form.anyOf ?? [form])
    .filter((form, at, all) => all.findIndex((other) => sameJson(other, form)) === at);
  const options = admitsNull ? [...ids, { type: 'null' }] : ids;
  return options.length === 1 ? (options[0] ?? {}) : { anyOf: options };
};

/** A list of types (OpenAPI 3.1) as one schema each. */
const byType = (schema: Json): Json[] =>
  Array.isArray(schema.type) ? schema.type.map((type: unknown) => ({ ...schema, type })) : [schema];

const widen = (forms: readonly JsonSchema[]): JsonSchema => {
  if (!forms.every(({ type }) => type === 'object')) return {};
  const properties: Record<string, JsonSchema> = Object.create(null);
  for (const form of forms)
    for (const [key, schema] of Object.entries(form.properties ?? {})) {
      const known = properties[key];
      properties[key] = known === undefined || sameJson(known, schema) ? schema : {};
    }
  return { type: 'object', properties: { ...properties } };
};

const typeOf = (schema: Json): string | undefined => {
  if (typeof schema.type === 'string') return schema.type;
  if (isJson(schema.properties) || schema.additionalProperties !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  const kinds = new Set(
    Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null).map((value) => typeof value) : [],
  );
  return kinds.size === 1 && kinds.has('string') ? 'string' : undefined;
};

const pick = <Key extends keyof JsonSchema>(schema: Json, keys: readonly Key[]): JsonSchema =>
  Object.fromEntries(keys.filter((key) => typeof schema[key] === 'number').map((key) => [key, schema[key]]));

const plain = (schema: Json, lookup: Lookup, place: Place): JsonSchema => {
  const type = typeOf(schema);
  if (Array.isArray(schema.enum) || schema.const !== undefined) {
    const allowed = (Array.isArray(schema.enum) ? schema.enum : [schema.const]).filter((value) => value !== null);
    const scalar = allowed.every((value) => ['string', 'number', 'boolean'].includes(typeof value));
    if (allowed.length > 0 && scalar) return { ...(type === 'string' ? { type } : {}), enum: [...new Set(allowed)] };
  }
  switch (type) {
    case 'string':
      return schema.minLength === 1 ? { type, minLength: 1 } : { type };
    case 'integer':
    case 'number':
      return { type, ...pick(schema, ['minimum', 'maximum']), ...(isTime(schema) ? { description: unixSeconds } : {}) };
    case 'boolean':
      return { type };
    case 'array': {
      const items = simplify(schema.items, lookup, { ...place, depth: place.depth + 1, nullable: false });
      return { type, ...(Object.keys(items).length > 0 ? { items } : {}), ...pick(schema, ['minItems', 'maxItems']) };
    }
    case 'object':
      return objectSchema(schema, lookup, place);
    default:
      return {};
  }
};

const isTime = ({ format }: Json): boolean => format === 'date-time' || format === 'unix-time';

const objectSchema = (schema: Json, lookup: Lookup, place: Place): JsonSchema => {
  const entries = Object.entries(isJson(schema.properties) ? schema.properties : {}).filter(
    ([key, property]) => portableKey.test(key) && !(isJson(property) && property.readOnly === true),
  );
  if (place.depth >= deepest) return { type: 'object' };
  const below = (key: string, value: unknown): JsonSchema =>
    simplify(value, lookup, { ...place, key, depth: place.depth + 1, nullable: false });
  const uniform = mostCommon(entries.map(([, property]) => property));
  if (uniform && uniform.count >= mapFrom) {
    return { type: 'object', additionalProperties: below('', uniform.value) };
  }
  if (entries.length === 0) {
    const values = below('', schema.additionalProperties);
    const says =
      isJson(schema.additionalProperties) && Object.keys(values).length > 0 && (values.anyOf?.length ?? 0) < 3;
    return says ? { type: 'object', additionalProperties: values } : { type: 'object' };
  }
  const properties = Object.fromEntries(entries.map(([key, property]) => [key, below(key, property)]));
  const required = (Array.isArray(schema.required) ? schema.required : []).filter((key) =>
    Object.hasOwn(properties, key),
  );
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
};

const mostCommon = (values: readonly unknown[]): { value: unknown; count: number } | undefined => {
  const counts = new Map<string, { value: unknown; count: number }>();
  for (const value of values) {
    if (!isJson(value) || (value.$ref === undefined && value.properties === undefined)) continue;
    const text = JSON.stringify(value);
    const known = counts.get(text);
    counts.set(text, { value, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0];
};
