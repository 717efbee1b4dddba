import { isRecord, type Json, sameJson } from '../json/json-schema.ts';

/** Keywords that put schemas together, or lead to another one. */
const composition = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'discriminator']);
const conditions = ['if', 'dependentSchemas', 'dependentRequired'];

/** Whether a keyword puts schemas together or leads to another one. */
export function isComposition(keyword: string): boolean {
  return composition.has(keyword);
}

/** Both schemas at once, as `allOf` means it; of words and what is not known here the right one's. */
export function intersect(left: Json, right: Json): Json {
  if (isEmpty(left)) return right;
  if (isEmpty(right)) return left;
  const merged: Json = { ...left, ...right, ...bounds(left, right) };
  const type = commonType(left.type, right.type);
  if (type !== undefined) merged.type = type;
  for (const keyword of ['properties', 'patternProperties'])
    if (isRecord(left[keyword]) || isRecord(right[keyword])) merged[keyword] = maps(left[keyword], right[keyword]);
  if (isRecord(left.items) && isRecord(right.items)) merged.items = same(left.items, right.items);
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'])
    if (keyword in left && keyword in right) merged[keyword] = others(left[keyword], right[keyword]);
  const required = [...new Set([...strings(left.required), ...strings(right.required)])];
  if (required.length > 0) merged.required = required;
  if (Array.isArray(left.enum) && Array.isArray(right.enum)) {
    const allowed: unknown[] = right.enum;
    merged.enum = left.enum.filter((value) => allowed.includes(value));
  }
  if ('nullable' in left || 'nullable' in right) merged.nullable = admitsNull(left, right);
  return merged;
}

/** Nothing but `nullable` says that null is taken; a schema that says nothing of its values refuses none. */
function admitsNull(left: Json, right: Json): boolean {
  if (left.nullable === true) return right.nullable !== false;
  return right.nullable === true && left.nullable === undefined && left.type === undefined && left.enum === undefined;
}

/** The narrower bound of each kind, where both state one. */
function bounds(left: Json, right: Json): Json {
  const narrower: Json = {};
  const narrow = (keyword: string, choose: (a: number, b: number) => number): void => {
    const [a, b] = [left[keyword], right[keyword]];
    if (typeof a === 'number' && typeof b === 'number') narrower[keyword] = choose(a, b);
  };
  for (const keyword of ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
    narrow(keyword, Math.max);
  for (const keyword of ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
    narrow(keyword, Math.min);
  return narrower;
}

/** The types that both allow; those of the right one where there are none, which no value could have. */
function commonType(left: unknown, right: unknown): unknown {
  if (left === undefined || right === undefined) return left ?? right;
  const common = commonTypes(left, right);
  if (common.length === 0) return right;
  return common.length === 1 ? common[0] : common;
}

/** Whether a value can have both types; undefined is any. */
export function haveCommonType(left: unknown, right: unknown): boolean {
  return left === undefined || right === undefined || commonTypes(left, right).length > 0;
}

function commonTypes(left: unknown, right: unknown): unknown[] {
  const [ones, others] = [typesOf(left), typesOf(right)];
  return [
    ...ones.filter((type) => others.includes(type) || (type === 'integer' && others.includes('number'))),
    ...others.filter((type) => type === 'integer' && !ones.includes('integer') && ones.includes('number')),
  ];
}

function typesOf(type: unknown): unknown[] {
  return Array.isArray(type) ? type : [type];
}

function isEmpty(schema: Json): boolean {
  for (const _ in schema) return false;
  return true;
}

function maps(left: unknown, right: unknown): Json {
  if (!isRecord(right)) return isRecord(left) ? left : {};
  if (!isRecord(left)) return right;
  const merged: Json = Object.assign(Object.create(null), left);
  for (const [key, schema] of Object.entries(right)) {
    const known = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = known === undefined || sameJson(known, schema) ? schema : same(known, schema);
  }
  return { ...merged };
}

/** What both say of one place. */
function same(left: unknown, right: unknown): Json {
  return isRecord(left) && isRecord(right) && !isComposed(left) && !isComposed(right)
    ? intersect(left, right)
    : { allOf: [left, right] };
}

/** What other keys may hold where both say it: nothing where one of them allows none. */
function others(left: unknown, right: unknown): unknown {
  if (left === false || right === false) return false;
  if (!isRecord(left)) return right;
  return isRecord(right) ? same(left, right) : left;
}

function isComposed(schema: Json): boolean {
  return Object.keys(schema).some((keyword) => isComposition(keyword) || conditions.includes(keyword));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
