import { isRecord, type Json, sameJson } from '../json/json-schema.ts';

/** One object in place of several: it has the properties of all, each as any of them has it, and needs what all of them do; undefined where one is no object. */
export function looseForm(forms: readonly Json[]): Json | undefined {
  const areObjects = forms.every(({ type = 'object', properties }) => type === 'object' && isRecord(properties));
  if (!areObjects) return undefined;
  const found = new Map<string, unknown[]>();
  for (const { properties } of forms)
    for (const [key, property] of Object.entries(isRecord(properties) ? properties : {})) {
      const known = found.get(key) ?? [];
      if (!known.some((other) => sameJson(other, property))) found.set(key, [...known, property]);
    }
  const properties = [...found].map(([key, schemas]) => [key, schemas.length > 1 ? { anyOf: schemas } : schemas[0]]);
  const [first = [], ...others] = forms.map(({ required }): unknown[] => (Array.isArray(required) ? required : []));
  const required = first.filter((key) => others.every((one) => one.includes(key)));
  return { type: 'object', properties: Object.fromEntries(properties), ...(required.length > 0 && { required }) };
}
