import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';

/**
 * Whether every `$ref` of a document leads at once to something in itself, so that there is nothing to read beside it and
 * nothing to bundle: bundling a large document costs more than all else of loading it.
 */
export function isWhole(document: Json): boolean {
  const lookup = lookupIn(document);
  const known = new Set<string>();
  const left: unknown[] = [document];
  while (left.length > 0) {
    const value = left.pop();
    if (isRecord(value) && typeof value.$ref === 'string' && !known.has(value.$ref)) {
      if (lookup(value.$ref) === undefined) return false;
      known.add(value.$ref);
    }
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) left.push(part);
  }
  return true;
}
