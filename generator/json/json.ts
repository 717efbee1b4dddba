import { isRecord } from './json-schema.ts';

/** A value of a parsed description. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of a parsed description. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The object itself, or an empty one where something else stands. */
export function objectOf(value: Json | undefined): JsonObject {
  return isRecord(value) ? value : {};
}

/** The array itself, or an empty one where something else stands. */
export function arrayOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

/** The text itself, or an empty one where something else stands. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The text, or nothing where something else stands. */
export function ifText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The truth value, or nothing where something else stands. */
export function ifFlag(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The items that are texts. */
export function textsOf(value: Json | undefined): readonly string[] {
  return arrayOf(value).filter((item) => typeof item === 'string');
}

/** `Array.isArray` that knows readonly arrays. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The object with every value replaced; safe for keys such as `__proto__`. */
export function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** The object without the keys that have no value. */
export function defined(object: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
