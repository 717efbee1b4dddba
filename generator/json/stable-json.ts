import { isArray, type Json, mapValues } from './json.ts';
import { isRecord } from './json-schema.ts';

/** The order of two strings by UTF-16 code units, the same on every machine and in every locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The value with the keys of every object in code-unit order; arrays keep theirs. */
export const sortKeys = (value: Json): Json => {
  if (isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const sorted = Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b)));
  return mapValues(sorted, sortKeys);
};

/** JSON as it is committed: sorted keys, two spaces, a newline at the end. */
export const stableJson = (value: Json): string => `${JSON.stringify(sortKeys(value), null, 2)}\n`;
