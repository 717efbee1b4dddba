import type { JsonSchema } from '../json/json-schema.ts';

/** Values to choose from as a schema with a type, which Gemini and Kimi want beside every enum; one for each type of value. */
export function enumSchema(values: readonly unknown[]): JsonSchema {
  const areWhole = values.every((value) => typeof value !== 'number' || Number.isInteger(value));
  const typeOf = (value: unknown): string =>
    typeof value === 'number' ? (areWhole ? 'integer' : 'number') : typeof value;
  const forms = [...Map.groupBy(values, typeOf)].map(([type, listed]) => ({ type, enum: listed }));
  const [form, ...others] = forms;
  return form !== undefined && others.length === 0 ? form : { anyOf: forms };
}
