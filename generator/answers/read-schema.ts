import { isRecord, type Json } from '../json/json-schema.ts';

/** Words and marks beside a reference that change nothing of what it leads to. */
const BESIDE_REFERENCE = new Set(['description', 'title', 'example', 'examples', 'readOnly', 'nullable', 'deprecated']);

/** The reference that a schema is, with nothing beside it but words and whether it may be null. */
export function soleReference(schema: Json): string | undefined {
  const { $ref, allOf } = schema;
  const keys = Object.keys(schema).filter((key) => !BESIDE_REFERENCE.has(key));
  if (typeof $ref === 'string') return keys.length === 1 ? $ref : undefined;
  const [only, ...others]: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
  const isAlone = others.length === 0 && keys.every((key) => key === 'allOf' || key === 'type');
  return isAlone && isRecord(only) ? soleReference(only) : undefined;
}

/** What is no longer meant to be read or never answered, and a type that can be one only. */
export function saysNothing(key: string, { deprecated, enum: values, writeOnly }: Json): boolean {
  const told: readonly unknown[] = Array.isArray(values) ? values.filter((value) => value !== null) : [];
  return deprecated === true || writeOnly === true || (key === 'type' && told.length === 1);
}

/** The JSON types that a schema allows, told by its keywords where it does not say. */
export function typesOf(schema: Json): readonly string[] {
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) return types;
  if ('properties' in schema || 'additionalProperties' in schema) return ['object'];
  return 'items' in schema ? ['array'] : [];
}

/** The properties of an object with their schemas. */
export function propertiesOf({ properties }: Json): readonly (readonly [string, Json])[] {
  if (!isRecord(properties)) return [];
  return Object.entries(properties).map(([key, part]) => [key, isRecord(part) ? part : {}] as const);
}

/**
 * Many forms as one: of enumerations all values, of objects every property that any of them has, as all of them have it
 * (`x-some` names those that some lack). Undefined for other forms.
 */
export function mergedForms(forms: readonly Json[]): Json | undefined {
  const values = forms.map((form): readonly unknown[] | undefined =>
    Array.isArray(form.enum) ? form.enum : undefined,
  );
  if (values.every((list) => list !== undefined)) return { type: 'string', enum: [...new Set(values.flat())] };
  if (!forms.every((form) => isRecord(form.properties))) return undefined;
  const all = new Map<string, Json[]>();
  for (const form of forms) for (const [key, part] of propertiesOf(form)) all.set(key, [...(all.get(key) ?? []), part]);
  const properties = Object.fromEntries(
    [...all].map(([key, parts]) => {
      const [first, ...others] = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
      return [key, first !== undefined && others.length === 0 ? first : { anyOf: [first, ...others] }];
    }),
  );
  const some = [...all].filter(([, parts]) => parts.length < forms.length).map(([key]) => key);
  return { type: 'object', properties, 'x-some': some };
}
