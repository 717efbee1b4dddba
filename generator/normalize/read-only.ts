import { isRecord } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** References that are followed. */
const mostHops = 4;

/** Whether a property is the API's to write: by itself, by what it refers to, or by a part of it. */
export function isReadOnly(property: unknown, lookup: Lookup, hops = mostHops): boolean {
  if (!isRecord(property) || hops === 0) return false;
  if (typeof property.readOnly === 'boolean') return property.readOnly;
  if (typeof property.$ref === 'string') return isReadOnly(lookup(property.$ref), lookup, hops - 1);
  return Array.isArray(property.allOf) && property.allOf.some((part) => isReadOnly(part, lookup, hops - 1));
}
