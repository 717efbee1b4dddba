import { isRecord } from '../value/value.ts';

/** Properties and the required ones among them. */
export function propertiesOf(schema: Readonly<Record<string, unknown>>): {
  readonly properties: readonly (readonly [string, unknown])[];
  readonly required: ReadonlySet<unknown>;
} {
  const required: ReadonlySet<unknown> = new Set(Array.isArray(schema.required) ? schema.required : []);
  return { properties: isRecord(schema.properties) ? Object.entries(schema.properties) : [], required };
}
