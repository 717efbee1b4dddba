import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Keywords that say which values go together, which no client takes and no argument says. */
const unsaid = ['not', 'if', 'dependentRequired', 'dependentSchemas', 'contains', 'propertyNames'];
/** Keywords that hold schemas, by name or in a list, and those that are one. */
const maps = ['properties', 'patternProperties', '$defs'];
const parts = ['items', 'additionalProperties', 'unevaluatedProperties', 'allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * The keywords of a schema, and of all that it holds, that are left to the API to check. What was `seen` is looked at no
 * more: operations share their schemas, and the first that has one tells of it.
 */
export function unsaidKeywords(schema: unknown, lookup: Lookup, seen: Set<Json>): string[] {
  const found = new Set<string>();
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...next);
    if (!isRecord(next) || seen.has(next)) continue;
    seen.add(next);
    for (const keyword of unsaid) if (next[keyword] !== undefined) found.add(keyword);
    if (typeof next.$ref === 'string') open.push(lookup(next.$ref));
    for (const keyword of maps) if (isRecord(next[keyword])) open.push(...Object.values(next[keyword]));
    for (const keyword of parts) open.push(next[keyword]);
  }
  return unsaid.filter((keyword) => found.has(keyword));
}
