import { isRecord } from '../../runtime/value/value.ts';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Definitions that references within a schema lead to. */
type Definitions = unknown;

/** All that a value may be: a schema, its references followed and its choices apart. Empty where nothing is said. */
export function choicesOf(schema: unknown, definitions: Definitions, level = 0): Schema[] {
  // A schema may lead to itself.
  if (!isRecord(schema) || level > DEEPEST) return [];
  const { $ref: reference } = schema;
  if (typeof reference === 'string') {
    const name = reference.split('/').pop() ?? '';
    const target = isRecord(definitions) && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    return choicesOf(target, definitions, level + 1);
  }
  const choices = [schema.anyOf, schema.oneOf].flat().filter((choice) => choice !== undefined);
  if (choices.length === 0) return [schema];
  return choices.flatMap((choice) => choicesOf(choice, definitions, level + 1));
}

const DEEPEST = 20;

/** The types that one of these has; none where it may be anything. */
export function typesOf(choices: readonly Schema[]): ReadonlySet<unknown> {
  return new Set(choices.flatMap(({ type, enum: values }) => (type === undefined ? typesIn(values) : [type].flat())));
}

/** Of values that are listed. */
function typesIn(values: unknown): string[] {
  return Array.isArray(values) ? values.map((value) => (value === null ? 'null' : typeof value)) : [];
}

/** The schema of a property or an item by its name, in whichever choice has it; undefined where nothing is said of it. */
export function schemaWithin(choices: readonly Schema[], name: string): unknown {
  for (const { properties, additionalProperties, items } of choices) {
    if (isRecord(properties) && Object.hasOwn(properties, name)) return properties[name];
    if (isRecord(items) && /^\d+$/.test(name)) return items;
    if (isRecord(additionalProperties)) return additionalProperties;
  }
  return undefined;
}
