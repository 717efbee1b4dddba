import { isRecord, type JsonSchema } from './json-schema.ts';

/** A schema with a change made to all that it holds; `name` is that of a property. */
export function mapInside(schema: JsonSchema, change: (schema: JsonSchema, name?: string) => JsonSchema): JsonSchema {
  const changed: JsonSchema = { ...schema };
  if (schema.properties)
    changed.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, part]) => [key, change(part, key)]),
    );
  if (schema.items) changed.items = change(schema.items);
  if (schema.anyOf) changed.anyOf = schema.anyOf.map((part) => change(part));
  if (isRecord(schema.additionalProperties)) changed.additionalProperties = change(schema.additionalProperties);
  return changed;
}
