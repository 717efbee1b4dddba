import type { Field } from '../ir/ir.ts';
import type { Json, JsonSchema } from '../json/json-schema.ts';

/** A value in an address or a header that has no type is text, and so are the items of such a list. */
export function asText(schema: JsonSchema): JsonSchema {
  const words = schema.description ? { description: schema.description } : {};
  if (schema.type === undefined && schema.enum === undefined && schema.anyOf === undefined)
    return { type: 'string', ...words };
  return schema.type === 'array' ? { ...schema, items: asText(schema.items ?? {}) } : schema;
}

/** How a query value is written by its parameter's `content`, `style` and `explode`; undefined for repeated keys. */
export function queryStyle(parameter: Json, schema: JsonSchema): Field['style'] {
  if (parameter.content !== undefined) return 'json';
  if (parameter.style === 'deepObject') return 'deepObject';
  // OpenAPI leaves open how these are written: brackets and JSON are what APIs that have them read.
  if (!isFlat(schema)) return schema.type === 'array' ? 'json' : 'deepObject';
  const { style = 'form', explode = style === 'form' } = parameter;
  if (explode === true || schema.type !== 'array') return undefined;
  return style === 'spaceDelimited' ? 'space' : style === 'pipeDelimited' ? 'pipe' : 'csv';
}

/** Whether a value is a scalar or a list of scalars, whatever form it takes. */
export function isFlat(schema: JsonSchema): boolean {
  return schema.anyOf
    ? schema.anyOf.every(isFlat)
    : isScalar(schema) || (schema.type === 'array' && schema.items !== undefined && isScalar(schema.items));
}

function isScalar({ type, enum: values, anyOf }: JsonSchema): boolean {
  return (
    values !== undefined ||
    (anyOf?.every(isScalar) ?? ['string', 'integer', 'number', 'boolean', 'null'].includes(type ?? ''))
  );
}
