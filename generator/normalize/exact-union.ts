import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { argumentSchema } from './argument-schema.ts';
import { joinForms } from './join-forms.ts';
import { listedValues } from './listed-values.ts';

/**
 * Whether the forms of an object can stand beside each other as one set of fields that takes no more than they do: what a
 * field takes in one form and not in another must be values to tell the forms apart by, or all that they differ in.
 */
export function isExactUnion(
  forms: readonly Json[],
  properties: ReadonlyMap<string, readonly Json[]>,
  lookup: Lookup,
): boolean {
  if (forms.length < 2) return true;
  if (!haveSameExtra(forms)) return false;
  const differing = [...properties].filter(([key, schemas]) => differ(key, schemas, lookup));
  if (differing.length === 0) return true;
  const isListed = [...properties.values()].some(
    (schemas) => schemas.length > 1 && schemas.every((schema) => listedValues(schema, lookup) !== undefined),
  );
  return (
    differing.length === 1 &&
    !isListed &&
    forms.every(({ required }) => sameJson(required ?? [], forms[0]?.required ?? []))
  );
}

/** Keys of one form are extra keys of another: where these are of a type, or none, no field could say so. */
function haveSameExtra(forms: readonly Json[]): boolean {
  const extra = forms.map(
    ({ additionalProperties, unevaluatedProperties }) => additionalProperties ?? unevaluatedProperties,
  );
  if (extra.some((one) => isRecord(one) && Object.keys(one).length > 0)) {
    const keys = forms.map(({ properties }) => Object.keys(isRecord(properties) ? properties : {}).sort());
    return [...extra, ...keys].every((one, at) => sameJson(one, at < extra.length ? extra[0] : keys[0]));
  }
  return !extra.includes(false) || extra.every((one) => one === false || one === undefined);
}

/** Whether forms take other values for a property, which tell nothing apart. */
function differ(key: string, schemas: readonly Json[], lookup: Lookup): boolean {
  if (schemas.length < 2 || schemas.every((schema) => listedValues(schema, lookup) !== undefined)) return false;
  const simple = schemas.map((schema): JsonSchema => {
    const { description: _, ...rest } = argumentSchema(schema, lookup, { key, nulls: 'taken' });
    return rest;
  });
  const distinct = simple.filter((one, at) => simple.findIndex((other) => sameJson(one, other)) === at);
  return joinForms(distinct).length > 1;
}
