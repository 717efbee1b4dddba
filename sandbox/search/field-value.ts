/** One value of a field or filter. */
export type Scalar = string | number | boolean;

/** What a row holds in a field; null, undefined and an empty list are no value. */
export type FieldValue = Scalar | null | undefined | readonly (string | number)[];

/** Reads a row by the name of a field as a query gives it, dotted places and names of attributes included. */
export type FieldReader = (field: string) => FieldValue;

/** A compiled query or a part of it: whether a row is found. */
export type RowTest = (row: FieldReader) => boolean;

/** True where a field has no value. */
export function isNone(value: FieldValue): value is null | undefined | readonly [] {
  return value === null || value === undefined || (isList(value) && value.length === 0);
}

/** True if any element of a list passes, or the value itself where it is no list; a field without a value never does. */
export function anyOf(value: FieldValue, test: (one: Scalar) => boolean): boolean {
  if (isList(value)) return value.some(test);
  return value !== null && value !== undefined && test(value);
}

/** The first element of a list, or the value itself. */
export function firstOf(value: FieldValue): Scalar | undefined {
  return isList(value) ? value[0] : (value ?? undefined);
}

function isList(value: FieldValue): value is readonly (string | number)[] {
  return Array.isArray(value);
}
