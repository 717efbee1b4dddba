import { isRecord, isStrings } from '../value/value.ts';

/** Arguments without the nulls by which a model in strict mode leaves out what a schema does not require. */
export function dropNulls(args: unknown, schema: unknown): unknown {
  return withoutNulls(args, { schemas: [schema], defs: isRecord(schema) ? schema.$defs : undefined });
}

interface Shown {
  /** The forms that a value may have. */
  readonly schemas: readonly unknown[];
  readonly defs: unknown;
}

function withoutNulls(value: unknown, { schemas, defs }: Shown): unknown {
  const forms = schemas.flatMap((schema) => formsOf(schema, defs));
  // No deeper than the schema, however deep the value is.
  if (forms.length === 0) return value;
  if (Array.isArray(value)) {
    const items = { schemas: forms.map((form) => form.items), defs };
    return value.map((item) => withoutNulls(item, items));
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([name, given]) => {
    const owners = forms.filter(({ properties }) => isRecord(properties) && Object.hasOwn(properties, name));
    const isOptional = owners.every(({ required }) => !isStrings(required) || !required.includes(name));
    if (given === null && owners.length > 0 && isOptional) return [];
    const named = owners.map(({ properties }) => (isRecord(properties) ? properties[name] : undefined));
    return [[name, withoutNulls(given, { schemas: named, defs })]];
  });
  return Object.fromEntries(entries);
}

const REFERENCE = '#/$defs/';

/** A schema's alternatives, references followed. */
function formsOf(schema: unknown, defs: unknown): Record<string, unknown>[] {
  if (!isRecord(schema)) return [];
  const { anyOf, $ref } = schema;
  if (Array.isArray(anyOf)) return anyOf.flatMap((form) => formsOf(form, defs));
  if (typeof $ref !== 'string' || !$ref.startsWith(REFERENCE) || !isRecord(defs)) return [schema];
  return formsOf(defs[$ref.slice(REFERENCE.length)], defs);
}
