import type { TimeKind } from '../../runtime/tool/time.ts';
import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import { enumOf } from './enum.ts';
import { enumSchema } from './enum-schema.ts';
import { listSchema } from './list-schema.ts';
import { objectSchema } from './object-schema.ts';
import type { SchemaContext } from './schema-context.ts';

/** One form of a schema, without what puts schemas together at its top, in the keywords that every client accepts. */
export function plainSchema(schema: Json, context: SchemaContext): JsonSchema {
  const type = typeOf(schema);
  if (type === 'array') return listSchema(schema, context);
  const values = enumOf(schema);
  if (values) return enumSchema(values);
  switch (type) {
    case 'string':
      return { type, ...timeOf(schema, textTimes), ...(schema.minLength === 1 ? { minLength: 1 } : {}) };
    case 'integer':
    case 'number':
      return { type, ...boundsOf(schema, type), ...timeOf(schema, numberTimes), ...longOf(schema, type, context) };
    case 'boolean':
      return { type };
    case 'object':
      return objectSchema(schema, context);
    default:
      return {};
  }
}

/** The type that a schema declares, or the only one that its other keywords can be about. */
function typeOf(schema: Json): string | undefined {
  if (typeof schema.type === 'string') return schema.type;
  const { properties, additionalProperties, patternProperties, items, prefixItems } = schema;
  if (isRecord(properties) || additionalProperties !== undefined || isRecord(patternProperties)) return 'object';
  if (items !== undefined || Array.isArray(prefixItems)) return 'array';
  const kinds = new Set(
    Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null).map((value) => typeof value) : [],
  );
  return kinds.size === 1 && kinds.has('string') ? 'string' : undefined;
}

/** Bounds that include themselves: of whole numbers, those that do not are moved by one. */
function boundsOf(schema: Json, type: 'integer' | 'number'): JsonSchema {
  const step = type === 'integer' ? 1 : 0;
  const bound = (inclusive: unknown, exclusive: unknown, direction: 1 | -1): number | undefined => {
    // In OpenAPI 3.0 it is a mark of the other bound.
    if (exclusive === true && typeof inclusive === 'number') return moved(inclusive, direction * step);
    if (typeof exclusive !== 'number') return typeof inclusive === 'number' ? inclusive : undefined;
    const other = moved(exclusive, direction * step);
    if (typeof inclusive !== 'number') return other;
    return direction > 0 ? Math.max(inclusive, other) : Math.min(inclusive, other);
  };
  const minimum = bound(schema.minimum, schema.exclusiveMinimum, 1);
  const maximum = bound(schema.maximum, schema.exclusiveMaximum, -1);
  return { ...(isBound(minimum) && { minimum }), ...(isBound(maximum) && { maximum }) };
}

/** The next whole number in a direction. */
function moved(bound: number, by: number): number {
  return by > 0 ? Math.floor(bound) + by : by < 0 ? Math.ceil(bound) + by : bound;
}

/** A bound beyond what a number holds exactly (those of 64-bit integers) bounds nothing. */
function isBound(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
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

/** An integer of 64 bits, unless its bounds say that a number holds it. */
function longOf(schema: Json, type: string, { isText }: SchemaContext): Pick<JsonSchema, 'long'> {
  const { format, maximum } = schema;
  const isLong = type === 'integer' && (format === 'int64' || format === 'uint64');
  const isShort = typeof maximum === 'number' && maximum <= Number.MAX_SAFE_INTEGER;
  return isLong && !isShort ? { long: isText ? 'text' : 'number' } : {};
}
