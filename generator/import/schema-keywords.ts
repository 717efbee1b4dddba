import { isArray, type Json } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';

const isString = (value: Json): boolean => typeof value === 'string';
const isBoolean = (value: Json): boolean => typeof value === 'boolean';
const isNumber = (value: Json): boolean => typeof value === 'number';
const isBound = (value: Json): boolean => isNumber(value) || isBoolean(value);
const isType = (value: Json): boolean => (isArray(value) ? value.every(isString) : isString(value));
const isEnum = (value: Json): boolean => isArray(value) && !value.some((item) => isRecord(item) || isArray(item));

const kinds: readonly [string, (value: Json) => boolean][] = [
  ['$ref format pattern', isString],
  ['nullable uniqueItems readOnly writeOnly deprecated', isBoolean],
  ['minimum maximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties', isNumber],
  ['exclusiveMinimum exclusiveMaximum', isBound],
  ['type', isType],
  ['enum', isEnum],
];

/** The keywords of a schema that hold a plain fact, and what that fact must be: text in another place is not taken. */
export const plainKeywords: ReadonlyMap<string, (value: Json) => boolean> = new Map(
  kinds.flatMap(([names, isKind]) => names.split(' ').map((name) => [name, isKind] as const)),
);
