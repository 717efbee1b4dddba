import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';

/** Whether a schema says nothing of an answer but that it may be an object: it may hold anything then. */
export function isOpenSchema(schema: Json | undefined, lookup: Lookup): boolean {
  if (schema === undefined) return true;
  return alternatives(schema, lookup).every(({ schema: { type, properties, items, additionalProperties } }) => {
    const isEmpty = properties === undefined || (isRecord(properties) && Object.keys(properties).length === 0);
    return (
      isEmpty && items === undefined && !isRecord(additionalProperties) && (type === undefined || type === 'object')
    );
  });
}
