import { isRecord, type JsonSchema, sameJson } from '../json/json-schema.ts';

/**
 * The forms of a union, fewer where one says the same as several: objects that differ in the properties they have, or in what
 * one of them may be, are one object, and lists of such objects one list. What one object would take and no form of the union
 * does keeps them apart.
 */
export function joinForms(forms: readonly JsonSchema[]): readonly JsonSchema[] {
  if (forms.length < 2) return forms;
  if (forms.every(({ type, items }) => type === 'array' && items !== undefined)) {
    const each = forms.map((form) => form.items ?? {});
    const [items, ...others] = allSame(each) ? each.slice(0, 1) : joinForms(each);
    return items !== undefined && others.length === 0 && differences(each) === 0
      ? [{ type: 'array', items, ...widestLengths(forms), ...wordsOf(forms) }]
      : forms;
  }
  const objects = forms.filter(isObject);
  if (objects.length < 2 || !isExact(objects)) return forms;
  const joined = joinObjects(objects);
  const at = forms.findIndex(isObject);
  return forms.flatMap((form, index) => (index === at ? [joined] : isObject(form) ? [] : [form]));
}

/** More forms than can be told apart as one: an object of all their properties that needs what each of them does, what has their type, or anything. */
export function widenForms(forms: readonly JsonSchema[]): readonly JsonSchema[] {
  const [{ type } = {}] = forms;
  if (type === undefined || type === 'array' || forms.some((form) => form.type !== type)) return [{}];
  if (type !== 'object') return [{ type }];
  const { additionalProperties: _, ...joined } = joinObjects(forms.map(({ description: __, ...form }) => form));
  return [joined];
}

function isObject({ type, properties }: JsonSchema): boolean {
  return type === 'object' && properties !== undefined;
}

/** Whether one object takes no more than any of these objects does. */
function isExact(forms: readonly JsonSchema[]): boolean {
  const isClosed = forms.some(({ additionalProperties }) => additionalProperties !== undefined);
  if (isClosed && !(sameKeys(forms) && allSame(forms.map(({ additionalProperties }) => additionalProperties))))
    return false;
  const required = forms.map((form) => new Set(form.required));
  const common = commonRequired(forms);
  const different = differences(forms);
  if (required.every(({ size }) => size === common.length)) return different <= 1;
  // What one form needs that another does not: only where that other one takes whatever the others do.
  return different === 0 && required.some(({ size }) => size === common.length);
}

/** How many properties several forms have of which they say different things. */
function differences(forms: readonly JsonSchema[]): number {
  return [...propertiesOf(forms).values()].filter((schemas) => schemas.length > 1).length;
}

function joinObjects(forms: readonly JsonSchema[]): JsonSchema {
  const [{ description, additionalProperties } = {}] = forms;
  const required = commonRequired(forms);
  const properties = [...propertiesOf(forms)].map(([key, schemas]) => [key, joinProperty(schemas)] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(additionalProperties !== undefined && { additionalProperties }),
    ...(description !== undefined && { description }),
  };
}

function commonRequired(forms: readonly JsonSchema[]): string[] {
  const [first, ...others] = forms;
  return (first?.required ?? []).filter((key) => others.every(({ required }) => required?.includes(key)));
}

/** What the forms say of each property, whatever words they have. */
function propertiesOf(forms: readonly JsonSchema[]): Map<string, JsonSchema[]> {
  const known = new Map<string, JsonSchema[]>();
  for (const { properties = {} } of forms)
    for (const [key, property] of Object.entries(properties)) {
      const others = known.get(key) ?? [];
      if (!others.some((other) => saysTheSame(other, property))) known.set(key, [...others, property]);
    }
  return known;
}

/** Whether two schemas take the same values, whatever words they have. */
function saysTheSame({ description: _, ...one }: JsonSchema, { description: __, ...other }: JsonSchema): boolean {
  return sameJson(one, other);
}

/** The values of all where each lists its own, else any of what they say. */
function joinProperty(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}] = schemas;
  if (schemas.length < 2) return first;
  if (schemas.some((schema) => Object.keys(schema).every((keyword) => keyword === 'description'))) return {};
  const isListed = schemas.every(({ enum: values, type }) => values !== undefined && type === first.type);
  if (isListed) return { ...first, enum: [...new Set(schemas.flatMap((schema) => schema.enum ?? []))] };
  const isNullable = schemas.some(({ nullable }) => nullable);
  const options = joinForms(schemas.flatMap(({ nullable: _, ...schema }) => schema.anyOf ?? [schema]));
  const distinct = options.filter((form, at) => options.findIndex((other) => sameJson(other, form)) === at);
  const [only] = distinct;
  return {
    ...(only !== undefined && distinct.length === 1 ? only : { anyOf: [...distinct] }),
    ...(isNullable && { nullable: true as const }),
  };
}

function sameKeys(forms: readonly JsonSchema[]): boolean {
  return allSame(forms.map(({ properties = {} }) => Object.keys(properties).sort()));
}

function widestLengths(forms: readonly JsonSchema[]): JsonSchema {
  const least = forms.map(({ minItems = 0 }) => minItems);
  const most = forms.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems);
  const [minItems, maxItems] = [Math.min(...least), Math.max(...most)];
  return { ...(minItems > 0 && { minItems }), ...(Number.isFinite(maxItems) && { maxItems }) };
}

function wordsOf([{ description } = {}]: readonly JsonSchema[]): JsonSchema {
  return description === undefined ? {} : { description };
}

function allSame(values: readonly unknown[]): boolean {
  return values.every((value) => sameJson(value ?? null, values[0] ?? null) && isRecord(value) === isRecord(values[0]));
}
