import type { TimeKind } from '../../runtime/tool/time.ts';
import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { plainText } from '../text/plain-text.ts';
import { alternatives } from './alternatives.ts';
import { enumOf } from './enum.ts';
import { enumSchema } from './enum-schema.ts';
import { portableKey } from './keys.ts';
import { proseOf } from './prose.ts';

/** Deeper objects than this are left open: no model fills them in from a schema. The rest is for what grows too large. */
const depths = [5, 3, 2, 1];
/** More properties than this, counted at every level, are far more than a tool can say. */
const mostProperties = 5_000;

/** The level below which a schema was opened because it grew too large. */
const opened = new WeakMap<JsonSchema, number>();
/** A union of more forms than this says nothing that helps. */
const widest = 8;
/** This many properties of one and the same schema, one per locale, become one map. */
const mapFrom = 10;
const locale = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

interface Context {
  readonly key: string;
  readonly depth: number;
  readonly seen: readonly string[];
  readonly nullable: boolean;
  readonly deepest: number;
  /** How many properties may still be written. */
  readonly room: { left: number };
}

/**
 * The part of a schema that a model needs to fill in a value, in the keywords that every client accepts:
 * no `$ref`, `oneOf`, `allOf`, `nullable`, formats or lists of types. Recursion ends in an open value.
 * `nullable` keeps an explicit null where the description allows it.
 */
export function argumentSchema(
  schema: unknown,
  lookup: Lookup,
  { key, nullable }: { key: string; nullable: boolean },
): JsonSchema {
  if (!isRecord(schema)) return {};
  const ofDocument = written.get(lookup) ?? new WeakMap<Json, Map<string, JsonSchema>>();
  written.set(lookup, ofDocument);
  const ofSchema = ofDocument.get(schema) ?? new Map<string, JsonSchema>();
  ofDocument.set(schema, ofSchema);
  const variant = `${key} ${nullable}`;
  const simple = ofSchema.get(variant) ?? fitted(schema, lookup, { key, nullable });
  ofSchema.set(variant, simple);
  return simple;
}

/** What was written before, by document, schema and context: operations share the largest of their schemas. */
const written = new WeakMap<Lookup, WeakMap<Json, Map<string, JsonSchema>>>();

function fitted(schema: Json, lookup: Lookup, { key, nullable }: { key: string; nullable: boolean }): JsonSchema {
  let simple: JsonSchema = {};
  for (const deepest of depths) {
    const room = { left: mostProperties };
    simple = simplify(schema, lookup, { key, nullable, depth: 0, seen: [], deepest, room });
    if (deepest < (depths[0] ?? 0)) opened.set(simple, deepest);
    if (room.left > 0) break;
  }
  return simple;
}

/** The level below which a schema of {@link argumentSchema} is open, where that is less deep than usual. */
export function openedBelow(schema: JsonSchema): number | undefined {
  return opened.get(schema);
}

function simplify(schema: unknown, lookup: Lookup, context: Context): JsonSchema {
  if (!isRecord(schema)) return {};
  const { description: note = '', ...bare } = withoutProse(schema, lookup, context);
  const prose = proseOf(schema, lookup, { key: context.key, isTop: context.depth === 0 });
  const description = [prose, note].filter(Boolean).join(' ');
  return description ? { ...bare, description } : bare;
}

function withoutProse(schema: Json, lookup: Lookup, context: Context): JsonSchema {
  const forms = alternatives(schema, lookup, context.seen).flatMap(({ schema: form, seen }) =>
    byType(form).map((one) => ({ form: one, seen })),
  );
  const admitsNull = context.nullable && forms.some(({ form }) => form.nullable === true || form.type === 'null');
  const kept: JsonSchema[] = [];
  for (const { form, seen } of forms) {
    if (form.type === 'null') continue;
    const simple = plain(form, lookup, { ...context, seen });
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
}

/** A list of types (OpenAPI 3.1) as one schema each. */
function byType(schema: Json): Json[] {
  return Array.isArray(schema.type) ? schema.type.map((type: unknown) => ({ ...schema, type })) : [schema];
}

function widen(forms: readonly JsonSchema[]): JsonSchema {
  if (!forms.every(({ type }) => type === 'object')) return {};
  const properties: Record<string, JsonSchema> = Object.create(null);
  for (const form of forms)
    for (const [key, schema] of Object.entries(form.properties ?? {})) {
      const known = properties[key];
      properties[key] = known === undefined || sameJson(known, schema) ? schema : {};
    }
  return { type: 'object', properties: { ...properties } };
}

function typeOf(schema: Json): string | undefined {
  if (typeof schema.type === 'string') return schema.type;
  if (isRecord(schema.properties) || schema.additionalProperties !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  const kinds = new Set(
    Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null).map((value) => typeof value) : [],
  );
  return kinds.size === 1 && kinds.has('string') ? 'string' : undefined;
}

function pick<Key extends keyof JsonSchema>(schema: Json, keys: readonly Key[]): JsonSchema {
  return Object.fromEntries(keys.filter((key) => isBound(schema[key])).map((key) => [key, schema[key]]));
}

/** A bound beyond what a number holds exactly (those of 64-bit integers) bounds nothing. */
function isBound(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function plain(schema: Json, lookup: Lookup, context: Context): JsonSchema {
  const type = typeOf(schema);
  const values = enumOf(schema);
  if (values) return enumSchema(values);
  switch (type) {
    case 'string':
      return { type, ...timeOf(schema, textTimes), ...(schema.minLength === 1 ? { minLength: 1 } : {}) };
    case 'integer':
    case 'number':
      return { type, ...pick(schema, ['minimum', 'maximum']), ...timeOf(schema, numberTimes) };
    case 'boolean':
      return { type };
    case 'array': {
      const items = simplify(schema.items, lookup, { ...context, depth: context.depth + 1, nullable: false });
      return { type, ...(Object.keys(items).length > 0 ? { items } : {}), ...pick(schema, ['minItems', 'maxItems']) };
    }
    case 'object':
      return objectSchema(schema, lookup, context);
    default:
      return {};
  }
}

/** Formats of texts and of numbers that are times. */
const textTimes: ReadonlyMap<unknown, TimeKind> = new Map([
  ['date-time', 'date-time'],
  ['date', 'date'],
  ['unix-time', 'seconds-text'],
]);
const numberTimes: ReadonlyMap<unknown, TimeKind> = new Map([
  ['date-time', 'seconds'],
  ['unix-time', 'seconds'],
]);

function timeOf({ format }: Json, times: ReadonlyMap<unknown, TimeKind>): Pick<JsonSchema, 'time'> {
  const time = times.get(format);
  return time === undefined ? {} : { time };
}

function objectSchema(schema: Json, lookup: Lookup, context: Context): JsonSchema {
  const entries = Object.entries(isRecord(schema.properties) ? schema.properties : {}).filter(
    ([key, property]) => portableKey.test(key) && !(isRecord(property) && property.readOnly === true),
  );
  if (context.depth >= context.deepest) return { type: 'object' };
  context.room.left -= entries.length;
  if (context.room.left <= 0) return { type: 'object' };
  const below = (key: string, value: unknown): JsonSchema =>
    simplify(value, lookup, { ...context, key, depth: context.depth + 1, nullable: false });
  const uniform = mostCommon(entries.filter(([key]) => locale.test(key)).map(([, property]) => property));
  if (uniform && uniform.count >= mapFrom) {
    return { type: 'object', additionalProperties: below('', uniform.value) };
  }
  if (entries.length === 0) {
    const values = below('', schema.additionalProperties);
    const says =
      isRecord(schema.additionalProperties) && Object.keys(values).length > 0 && (values.anyOf?.length ?? 0) < 3;
    return says ? { type: 'object', additionalProperties: values } : { type: 'object' };
  }
  const properties = Object.fromEntries(entries.map(([key, property]) => [key, below(key, property)]));
  const required = (Array.isArray(schema.required) ? schema.required : []).filter((key) =>
    Object.hasOwn(properties, key),
  );
  const unspoken = unportable(schema);
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(unspoken.length > 0 ? { description: `Also needs ${unspoken.join(', ')}` } : {}),
  };
}

/** Required keys that no client takes as a property: a model has to be told of them. */
function unportable({ required, properties }: Json): string[] {
  return (Array.isArray(required) ? required : [])
    .filter((key) => typeof key === 'string' && !portableKey.test(key) && isRecord(properties) && key in properties)
    .map((key) => JSON.stringify(plainText(String(key), 64)));
}

function mostCommon(values: readonly unknown[]): { value: unknown; count: number } | undefined {
  const counts = new Map<string, { value: unknown; count: number }>();
  for (const value of values) {
    if (!isRecord(value) || (value.$ref === undefined && value.properties === undefined)) continue;
    const text = JSON.stringify(value);
    const known = counts.get(text);
    counts.set(text, { value, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0];
}
