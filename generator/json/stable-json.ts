import { isArray, type Json, mapValues } from './json.ts';
import { isRecord } from './json-schema.ts';

/** The order of two strings by UTF-16 code units, the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value with the keys of every object in code-unit order; arrays keep theirs. */
export function sortKeys(value: Json): Json {
  if (isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const sorted = Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b)));
  return mapValues(sorted, sortKeys);
}

/** JSON as it is committed: sorted keys, two spaces, a newline at the end. */
export function stableJson(value: Json): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}
