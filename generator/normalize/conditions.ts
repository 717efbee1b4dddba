import { isRecord, type Json } from '../json/json-schema.ts';
import { enumOf } from './enum.ts';

/** A condition of a schema: what holds of the objects that are as `when` says, and what of the others. */
export interface Condition {
  readonly when: Json;
  readonly holds: Json;
  readonly otherwise: Json;
}

const KEYWORDS: ReadonlySet<string> = new Set(['if', 'then', 'else', 'dependentSchemas', 'dependentRequired']);

/** A schema without its conditions. */
export function unconditional(schema: Json): Json {
  if (!Object.keys(schema).some((keyword) => KEYWORDS.has(keyword))) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !KEYWORDS.has(keyword)));
}

/** The conditions that a schema states itself. */
export function conditionsOf(schema: Json): Condition[] {
  const found: Condition[] = [];
  const { if: when, then, else: otherwise, dependentSchemas, dependentRequired } = schema;
  if (isRecord(when) && (isRecord(then) || isRecord(otherwise))) {
    const holds = isRecord(then) ? then : {};
    found.push({
      when,
      holds: keyWhen(when) === undefined ? holds : { allOf: [when, holds] },
      otherwise: isRecord(otherwise) ? otherwise : {},
    });
  }
  const beside = (key: string, dependent: Json): void => {
    const when = { required: [key] };
    found.push({ when, holds: { allOf: [when, dependent] }, otherwise: {} });
  };
  for (const [key, dependent] of entriesOf(dependentSchemas)) if (isRecord(dependent)) beside(key, dependent);
  for (const [key, required] of entriesOf(dependentRequired)) if (Array.isArray(required)) beside(key, { required });
  return found;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value).filter(([key]) => key !== '__proto__') : [];
}

/** The one property by whose values a condition holds, and these; undefined where it asks for anything else. */
export function valuesWhen({
  properties,
  required,
  type: _,
  ...others
}: Json): { name: string; values: readonly unknown[] } | undefined {
  const [[name, schema] = [], ...more] = entriesOf(properties);
  if (name === undefined || !isRecord(schema) || more.length > 0 || Object.keys(others).length > 0) return undefined;
  if (Object.keys(schema).some((keyword) => !['const', 'enum', 'type'].includes(keyword))) return undefined;
  if (Array.isArray(required) && required.some((key) => key !== name)) return undefined;
  const values = enumOf(schema);
  return values && { name, values };
}

/** The one property that a condition asks to be there. */
export function keyWhen(when: Json): string | undefined {
  const { required } = when;
  const [key, ...others]: unknown[] = Array.isArray(required) ? required : [];
  return Object.keys(when).length === 1 && others.length === 0 && typeof key === 'string' ? key : undefined;
}

/** The schema of objects that do not have a key either. */
export function withoutKey(schema: Json, key: string): Json {
  return { ...schema, not: { anyOf: [...absentKeys(schema), key].map((one) => ({ required: [one] })) } };
}

/** Keys that objects of a schema must not have, where `not` says that. */
export function absentKeys({ not }: Json): string[] {
  if (!isRecord(not)) return [];
  const kept: unknown[] = Array.isArray(not.anyOf) && Object.keys(not).length === 1 ? not.anyOf : [not];
  return kept.flatMap((one) => (isRecord(one) ? (keyWhen(one) ?? []) : []));
}
