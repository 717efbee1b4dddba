import { isRecord } from './json-schema.ts';

/** A value of a parsed description. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of a parsed description. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The object itself, or an empty one where something else stands. */
export const objectOf = (value: Json | undefined): JsonObject => (isRecord(value) ? value : {});

/** The array itself, or an empty one where something else stands. */
export const arrayOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** The text itself, or an empty one where something else stands. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The text, or nothing where something else stands. */
export const ifText = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** The truth value, or nothing where something else stands. */
export const ifFlag = (value: Json | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** The items that are texts. */
export const textsOf = (value: Json | undefined): readonly string[] =>
  arrayOf(value).filter((item) => typeof item === 'string');

/** `Array.isArray` that knows readonly arrays. */
export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The object with every value replaced; safe for keys such as `__proto__`. */
export const mapValues = (object: JsonObject, change: (value: Json, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/** The object without the keys that have no value. */
export const defined = (object: { readonly [key: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined));
