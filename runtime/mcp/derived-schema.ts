import * as z from 'zod';
import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { shownSchema } from '../input/shown-schema.ts';
import { isRecord } from '../value/value.ts';

type Json = Record<string, unknown>;

/** The schema of an input as a list shows it, in the forms that every client takes: docs/clients.md has the rules. */
export function derivedSchema(input: z.core.$ZodObject): CatalogInputSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shownSchema(input), { io: 'input' });
  // An object's schema always says that it is one.
  return portable(schema) as CatalogInputSchema;
}

const SCALARS: readonly Json[] = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];
const OBJECT: Json = { type: 'object', properties: {} };
const ANYTHING: readonly Json[] = [...SCALARS, OBJECT, { type: 'array', items: { anyOf: [...SCALARS, OBJECT] } }];

function portable({ const: only, propertyNames: _, format: __, default: ___, ...schema }: Json): Json {
  const values = only === undefined ? schema.enum : [only];
  if (Array.isArray(values)) return withValues({ ...schema, enum: values });
  const { type, description, ...rest } = below(schema);
  const words = description === undefined ? {} : { description };
  if (Array.isArray(type))
    return { anyOf: type.map((one) => (one === 'null' ? { type: one } : { type: one, ...rest })), ...words };
  if (type === undefined && rest.anyOf === undefined && rest.$ref === undefined) return { anyOf: ANYTHING, ...words };
  return { ...(type !== undefined && { type }), ...(type === 'object' && { properties: {} }), ...rest, ...words };
}

/** Values to choose from; what is no text is said in words. */
function withValues({ enum: values, ...schema }: Json): Json {
  const listed: unknown[] = Array.isArray(values) ? values : [];
  if (listed.every((value) => typeof value === 'string' && value !== ''))
    return { ...schema, type: 'string', enum: listed };
  const words = [schema.description, `One of ${listed.join(', ')}`].filter(Boolean).join('. ');
  return { ...schema, description: words };
}

/** What lies in a schema, and bounds that bound something. */
function below(schema: Json): Json {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'additionalProperties' && isRecord(value) && Object.keys(value).length === 0) return [];
      if (Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER) return [];
      if (key === 'properties' || key === '$defs') return [[key, mapped(value)]];
      if (Array.isArray(value) && key === 'anyOf') return [[key, value.map(part)]];
      return [[key, key === 'items' || key === 'additionalProperties' ? part(value) : value]];
    }),
  );
}

function part(value: unknown): unknown {
  return isRecord(value) ? portable(value) : value;
}

function mapped(value: unknown): unknown {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, part(schema)]))
    : value;
}
