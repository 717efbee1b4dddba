import type { Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';
import { enumOf } from './enum.ts';

/** The values that a property lists, through references and unions; undefined where any form of it takes others. */
export function listedValues(property: Json, lookup: Lookup): unknown[] | undefined {
  const isPlain = property.$ref === undefined && property.allOf === undefined;
  if (isPlain && property.anyOf === undefined && property.oneOf === undefined) return enumOf(property);
  const values = alternatives(property, lookup)
    .filter(({ schema }) => schema.type !== 'null')
    .map(({ schema }) => enumOf(schema));
  return values.length > 0 && values.every((listed) => listed !== undefined) ? [...new Set(values.flat())] : undefined;
}
