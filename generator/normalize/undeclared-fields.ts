import type { Field } from '../ir/ir.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from './alternatives.ts';
import type { FlatBody } from './body.ts';

/**
 * What every form of a body requires without saying what it is, as arguments that may be left out: such a name is as often a
 * leftover as a property that was forgotten. None where the body stays whole or takes other keys anyway.
 */
export function undeclaredFields(schema: Json, { fields, extra }: FlatBody, lookup: Lookup): Field[] {
  if (extra !== undefined || !fields.some((field) => field.in === 'body')) return [];
  const forms = alternatives(schema, lookup).map((form) => form.schema);
  if (forms.some(({ additionalProperties: others }) => others === false)) return [];
  const declared = new Set(forms.flatMap(({ properties }) => Object.keys(isRecord(properties) ? properties : {})));
  const [first = [], ...others] = forms.map(({ required }) => new Set(Array.isArray(required) ? required : []));
  return [...first]
    .filter((key) => typeof key === 'string' && key !== '' && key !== '__proto__' && !declared.has(key))
    .filter((key) => others.every((names) => names.has(key)))
    .map((key): Field => ({ key, wire: key, in: 'body', required: false, schema: {} }));
}
