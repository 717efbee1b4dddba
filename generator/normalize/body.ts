import type { Case, Field } from '../ir/ir.ts';
import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { joinSentences } from '../text/join-sentences.ts';
import { alternatives } from './alternatives.ts';
import { argumentSchema } from './argument-schema.ts';
import { caseWords } from './case-words.ts';
import { casesOf, withoutAny } from './cases.ts';
import { isExactUnion } from './exact-union.ts';
import { extraSchema } from './extra-keys.ts';
import { listedValues } from './listed-values.ts';
import { isReadOnly } from './read-only.ts';
import type { Nulls } from './schema-context.ts';

/** A body flattened into fields, and the forms it has if it has several. */
export interface FlatBody {
  readonly fields: readonly Field[];
  readonly cases: readonly Case[];
  /** What keys may hold that are none of the fields; undefined where there are none. */
  readonly extra?: JsonSchema | true;
  /** True where nothing is sent if none of the fields is given: an empty object would lack what the schema needs. */
  readonly isOmitted?: true;
}

/** How a body is flattened. */
export interface FlattenOptions {
  readonly required: boolean;
  /** What becomes of null in a field that may be left out. */
  readonly nulls?: Nulls;
  /** True where values go over the wire as text, in an address or a form. */
  readonly isText?: boolean;
  readonly place?: 'body' | 'query';
}

/** More properties than this are no help beside the other arguments: the body stays one argument. */
const mostFields = 80;

/**
 * The properties of a body as arguments beside the others. A union becomes one flat object: what every form needs is
 * required, what differs becomes a {@link Case}, unless fields could not say it; of a body that need not be sent, all is needed or nothing. A body that is no
 * object stays whole.
 */
export function flattenBody(
  schema: Json,
  lookup: Lookup,
  { required, nulls = 'refused', isText = false, place = 'body' }: FlattenOptions,
): FlatBody {
  const forms = alternatives(schema, lookup, [], { telling: true }).map((form) => form.schema);
  const properties = propertiesOf(forms, lookup);
  const isFlat =
    properties.size > 0 &&
    properties.size <= mostFields &&
    forms.every((form) => isRecord(form.properties) || (Array.isArray(form.required) && form.type !== 'null')) &&
    isExactUnion(forms, properties, lookup);
  if (!isFlat) {
    const whole = argumentSchema(schema, lookup, { key: 'body', nulls, isText });
    return { fields: [{ key: 'body', wire: 'body', in: 'whole-body', required, schema: whole }], cases: [] };
  }
  const { cases, always } = casesOf(forms, { keys: new Set(properties.keys()), lookup });
  const unions = new Map([...properties].map(([key, schemas]) => [key, mergedProperty(schemas, lookup)] as const));
  // Of a body that may be left out, what can have one value only goes along with the rest.
  const along = new Map(
    [...unions].flatMap(([key, union]) => {
      const [value, ...others] = required || !always.includes(key) ? [] : (listedValues(union, lookup) ?? []);
      return typeof value === 'string' && others.length === 0 ? [[key, value] as const] : [];
    }),
  );
  const optional = {
    always: always.filter((key) => !along.has(key)),
    keys: [...properties.keys()].filter((key) => !along.has(key)),
  };
  const own = required ? cases : withoutAny(cases, optional);
  const fields = [...unions].map(([key, union]): Field => {
    const isRequired = required && always.includes(key);
    const ofKey = isRequired && nulls === 'taken' ? 'shown' : nulls;
    const simple = argumentSchema(union, lookup, { key, isText, nulls: ofKey });
    const others = required ? [] : optional.keys.filter((other) => other !== key);
    const words = joinSentences([simple.description, caseWords(key, { cases, always, others })]);
    const described = words === '' ? simple : { ...simple, description: words };
    const constant = along.get(key);
    return {
      ...{ key, wire: key, in: place, required: isRequired, schema: described },
      ...(constant !== undefined && { constant }),
    };
  });
  const extra = place === 'body' ? extraOf(forms, lookup, { nulls, isText }) : undefined;
  return {
    fields,
    cases: own,
    ...(extra !== undefined && { extra }),
    ...(!required && own.length > 0 && { isOmitted: true as const }),
  };
}

/** What the forms say of each property that may be sent. */
function propertiesOf(forms: readonly Json[], lookup: Lookup): Map<string, Json[]> {
  const properties = new Map<string, Json[]>();
  for (const form of forms)
    for (const [key, declared] of Object.entries(isRecord(form.properties) ? form.properties : {})) {
      // True is the schema of anything.
      const property = declared === true ? {} : declared;
      if (!isRecord(property) || isReadOnly(property, lookup)) continue;
      const known = properties.get(key) ?? [];
      if (!known.some((other) => sameJson(other, property))) known.push(property);
      properties.set(key, known);
    }
  return properties;
}

/** Values of one property in several forms are one list of values; anything else is any of the forms. */
function mergedProperty(schemas: readonly Json[], lookup: Lookup): Json {
  const [first = {}, ...others] = schemas;
  if (others.length === 0) return first;
  const listed = schemas.map((schema) => listedValues(schema, lookup));
  if (!listed.every((values) => values !== undefined)) return { anyOf: schemas };
  const { const: _, ...plain } = alternatives(first, lookup)[0]?.schema ?? {};
  return { ...plain, enum: [...new Set(listed.flat())] };
}

/** What the keys beside the properties hold in any of the forms. */
function extraOf(
  forms: readonly Json[],
  lookup: Lookup,
  options: { readonly nulls: Nulls; readonly isText: boolean },
): JsonSchema | true | undefined {
  const found: JsonSchema[] = [];
  for (const form of forms) {
    const { schema, words } = extraSchema(form, (value) => argumentSchema(value, lookup, { key: '', ...options }));
    if (schema === true) return true;
    if (!isRecord(schema)) continue;
    const described = words === '' ? schema : { ...schema, description: words };
    if (!found.some((other) => sameJson(other, described))) found.push(described);
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : { anyOf: found.flatMap((schema) => schema.anyOf ?? [schema]) };
}
