import type { Case, Field } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';
import { argumentSchema } from './argument-schema.ts';

/** A body flattened into fields, and the forms it has if it has several. */
export interface FlatBody {
  readonly fields: readonly Field[];
  readonly cases: readonly Case[];
}

/** More properties than this are no help beside the other arguments: the body stays one argument. */
const mostFields = 80;

/**
 * The properties of a body as arguments beside the others. A union becomes one flat object:
 * what every form needs is required, what differs becomes a {@link Case}. A body that is no object stays whole.
 */
export function flattenBody(
  schema: Json,
  lookup: Lookup,
  { required, nullable, place = 'body' }: { required: boolean; nullable: boolean; place?: 'body' | 'query' },
): FlatBody {
  const forms = alternatives(schema, lookup).map((form) => form.schema);
  const properties = new Map<string, Json[]>();
  for (const form of forms)
    for (const [key, property] of Object.entries(isRecord(form.properties) ? form.properties : {})) {
      if (!isRecord(property) || property.readOnly === true) continue;
      const known = properties.get(key) ?? [];
      if (!known.some((other) => sameJson(other, property))) known.push(property);
      properties.set(key, known);
    }
  const flat =
    properties.size > 0 &&
    properties.size <= mostFields &&
    forms.every((form) => isRecord(form.properties) || Array.isArray(form.required));
  if (!flat) {
    const whole = argumentSchema(schema, lookup, { key: 'body', nullable });
    return { fields: [{ key: 'body', wire: 'body', in: 'whole-body', required, schema: whole }], cases: [] };
  }
  const needs = forms.map((form) => requiredOf(form).filter((key) => properties.has(key)));
  const always = (needs[0] ?? []).filter((key) => needs.every((keys) => keys.includes(key)));
  const fields = [...properties].map(([key, schemas]): Field => {
    const union = schemas.length === 1 && schemas[0] ? schemas[0] : mergedProperty(schemas);
    return {
      key,
      wire: key,
      in: place,
      required: required && always.includes(key),
      schema: joinForms(argumentSchema(union, lookup, { key, nullable })),
    };
  });
  return { fields, cases: casesOf(forms, needs, always) };
}

function requiredOf(form: Json): string[] {
  return Array.isArray(form.required) ? form.required.filter((key): key is string => typeof key === 'string') : [];
}

/** Enums of one property in several forms are one enum; anything else is any of the forms. */
function mergedProperty(schemas: readonly Json[]): Json {
  if (schemas.every((schema) => Array.isArray(schema.enum))) {
    const values = schemas.flatMap((schema) => (Array.isArray(schema.enum) ? schema.enum : []));
    return { ...schemas[0], enum: [...new Set(values)] };
  }
  return { anyOf: schemas };
}

/**
 * Lists of objects whose forms differ in a property or two are one list of one object. Forms that each need something
 * that not all of them need stay apart: one object could not say so.
 */
function joinForms(schema: JsonSchema): JsonSchema {
  const forms = schema.anyOf;
  if (!forms || forms.length < 2) return schema;
  const words = schema.description ? { description: schema.description } : {};
  if (forms.every(({ type, items }) => type === 'array' && items !== undefined)) {
    return { ...words, type: 'array', items: joinForms({ anyOf: forms.map(({ items }) => items ?? {}) }) };
  }
  if (forms.every(({ type, properties }) => type === 'object' && properties !== undefined)) {
    const required = (forms[0]?.required ?? []).filter((key) => forms.every((form) => form.required?.includes(key)));
    if (forms.every((form) => (form.required?.length ?? 0) > required.length)) return schema;
    return {
      ...words,
      type: 'object',
      properties: joinProperties(forms),
      ...(required.length > 0 ? { required } : {}),
    };
  }
  return schema;
}

/** Every property of the forms; what forms say of one is joined: the values of each where all list them, else any of them. */
function joinProperties(forms: readonly JsonSchema[]): NonNullable<JsonSchema['properties']> {
  const known = new Map<string, JsonSchema[]>();
  for (const { properties = {} } of forms)
    for (const [key, property] of Object.entries(properties)) {
      const others = known.get(key) ?? [];
      if (!others.some((other) => saysTheSame(other, property))) known.set(key, [...others, property]);
    }
  return Object.fromEntries([...known].map(([key, schemas]) => [key, joinProperty(schemas)]));
}

/** Whether two schemas take the same values, whatever words they have. */
function saysTheSame({ description: _, ...one }: JsonSchema, { description: __, ...other }: JsonSchema): boolean {
  return sameJson(one, other);
}

function joinProperty(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}] = schemas;
  if (schemas.length < 2) return first;
  const isListed = schemas.every((schema) => schema.enum !== undefined && sameJson(schema.type, first.type));
  return isListed
    ? { ...first, enum: [...new Set(schemas.flatMap((schema) => schema.enum ?? []))] }
    : joinForms({ anyOf: [...schemas] });
}

function enumOf(form: Json, key: string): readonly unknown[] | undefined {
  const property = isRecord(form.properties) ? form.properties[key] : undefined;
  return isRecord(property) && Array.isArray(property.enum) ? property.enum : undefined;
}

function casesOf(forms: readonly Json[], needs: readonly string[][], always: readonly string[]): Case[] {
  if (forms.length < 2) return [];
  const keys = new Set(forms.flatMap((form) => (isRecord(form.properties) ? Object.keys(form.properties) : [])));
  const telling = [...keys].filter((key) => {
    const values = forms.map((form) => enumOf(form, key));
    return values.every((value) => value !== undefined) && !values.every((value) => sameJson(value, values[0]));
  });
  /** Arguments that a form needs with fewer values than another form takes. */
  const narrowed = (form: Json, known: readonly string[]): string[] =>
    requiredOf(form).filter((key) => {
      const [own, others] = [enumOf(form, key), forms.map((other) => enumOf(other, key))];
      return own && !known.includes(key) && others.some((values) => values?.some((value) => !own.includes(value)));
    });
  const cases: Case[] = [];
  forms.forEach((form, index) => {
    const one: Case = {
      when: Object.fromEntries([...telling, ...narrowed(form, telling)].map((key) => [key, enumOf(form, key) ?? []])),
      required: (needs[index] ?? []).filter((key) => !always.includes(key)),
    };
    if (!cases.some((other) => sameJson(other, one))) cases.push(one);
  });
  const anythingGoes = cases.some(({ when, required }) => required.length === 0 && Object.keys(when).length === 0);
  return anythingGoes || cases.length < 2 ? [] : cases;
}
