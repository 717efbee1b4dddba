import { isArray, type Json } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';

function isString(value: Json): boolean {
  return typeof value === 'string';
}
function isBoolean(value: Json): boolean {
  return typeof value === 'boolean';
}
function isNumber(value: Json): boolean {
  return typeof value === 'number';
}
function isBound(value: Json): boolean {
  return isNumber(value) || isBoolean(value);
}
function isType(value: Json): boolean {
  return isArray(value) ? value.every(isString) : isString(value);
}
function isEnum(value: Json): boolean {
  return isArray(value) && !value.some((item) => isRecord(item) || isArray(item));
}

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
