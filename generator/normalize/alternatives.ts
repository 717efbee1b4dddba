import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

const composition = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'discriminator']);
/** More alternatives than this are not worth telling apart. */
const most = 48;

function jsonList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function isComposed(schema: Json): boolean {
  return Object.keys(schema).some((keyword) => composition.has(keyword));
}

function both(left: unknown, right: unknown): Json {
  return isRecord(left) && isRecord(right) && !isComposed(left) && !isComposed(right)
    ? intersect(left, right)
    : { allOf: [left, right] };
}

/** Both schemas at once, as `allOf` means it. */
export function intersect(left: Json, right: Json): Json {
  const merged: Json = { ...left, ...right };
  if (left.type !== undefined && right.type !== undefined && left.type !== right.type)
    merged.type = right.type === 'number' && left.type === 'integer' ? 'integer' : right.type;
  if (isRecord(left.properties) || isRecord(right.properties)) {
    const properties: Json = { ...(isRecord(left.properties) ? left.properties : {}) };
    for (const [key, schema] of Object.entries(isRecord(right.properties) ? right.properties : {})) {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      properties[key] = known === undefined || sameJson(known, schema) ? schema : both(known, schema);
    }
    merged.properties = properties;
  }
  const required = [...new Set([...strings(left.required), ...strings(right.required)])];
  if (required.length > 0) merged.required = required;
  if (Array.isArray(left.enum) && Array.isArray(right.enum)) {
    const allowed: unknown[] = right.enum;
    merged.enum = left.enum.filter((value) => allowed.includes(value));
  }
  if ('nullable' in left || 'nullable' in right) merged.nullable = left.nullable === true && right.nullable !== false;
  return merged;
}

/**
 * All forms that a schema allows, each without `$ref`, `allOf`, `anyOf` or `oneOf` at its top.
 * `oneOf` is read as `anyOf`: descriptions use it for forms that overlap. A schema that holds itself is cut to an empty one.
 */
export function alternatives(
  schema: Json,
  lookup: Lookup,
  seen: readonly string[] = [],
): { schema: Json; seen: readonly string[] }[] {
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !composition.has(keyword)));
  let forms: { schema: Json; seen: readonly string[] }[] = [{ schema: own, seen }];
  const times = (others: { schema: Json; seen: readonly string[] }[], ownLast: boolean): void => {
    forms = forms
      .flatMap((form) =>
        others.map((other) => ({
          schema: ownLast ? intersect(other.schema, form.schema) : intersect(form.schema, other.schema),
          seen: [...new Set([...form.seen, ...other.seen])],
        })),
      )
      .slice(0, most);
  };
  if (typeof schema.$ref === 'string') {
    const target = seen.includes(schema.$ref) ? {} : lookup(schema.$ref);
    if (target) times(alternatives(target, lookup, [...seen, schema.$ref]), true);
    // Beside a reference it says something of this place, whatever its target says of itself.
    if (target && typeof own.nullable === 'boolean')
      forms = forms.map((form) => ({ ...form, schema: { ...form.schema, nullable: own.nullable } }));
  }
  for (const part of jsonList(schema.allOf)) times(alternatives(part, lookup, seen), false);
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const parts = jsonList(schema[keyword]);
    if (parts.length > 0)
      times(
        parts.flatMap((part) => alternatives(part, lookup, seen)),
        false,
      );
  }
  return forms;
}
