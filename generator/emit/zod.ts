import type { JsonSchema } from '../json/json-schema.ts';

/** The names of definitions that an expression refers to, by their references. */
type Definitions = ReadonlyMap<string, string>;

/**
 * A schema as the text of a Zod Mini expression: of the keywords that arguments have, and no others. Mini, because its
 * functions leave no trace in a bundle that does not use them.
 */
export function zodExpression(schema: JsonSchema, definitions: Definitions): string {
  return nullable(checked(bare(schema, definitions), schema), schema);
}

function nullable(expression: string, schema: JsonSchema): string {
  return schema.nullable === true ? `z.nullable(${expression})` : expression;
}

/** A schema without its checks. */
function bare(schema: JsonSchema, definitions: Definitions): string {
  const { $ref, enum: values, time, long, anyOf, type } = schema;
  if ($ref !== undefined) {
    const name = definitions.get($ref);
    if (name === undefined) throw new Error(`no definition ${$ref}`);
    return name;
  }
  if (time !== undefined) return `time('${time}')`;
  if (long === 'number') return 'longInteger()';
  if (long === 'text') return 'z.union([z.int(), z.string().check(z.regex(/^-?\\d{1,20}$/))])';
  if (values !== undefined) return choice(values);
  if (anyOf !== undefined) return union(anyOf.map((form) => zodExpression(form, definitions)));
  switch (type) {
    case 'integer':
      return 'z.int()';
    case 'array':
      return `z.array(${schema.items === undefined ? 'z.unknown()' : zodExpression(schema.items, definitions)})`;
    case 'object':
      return objectExpression(schema, definitions);
    default:
      return type === undefined ? 'z.unknown()' : `z.${type}()`;
  }
}

function choice(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value));
  if (values.length > 1 && values.every((value) => typeof value === 'string')) return `z.enum([${texts.join(', ')}])`;
  return union(texts.map((text) => `z.literal(${text})`));
}

function union(forms: readonly string[]): string {
  return forms.length === 1 ? (forms[0] ?? '') : `z.union([${forms.join(', ')}])`;
}

function objectExpression(schema: JsonSchema, definitions: Definitions): string {
  const { additionalProperties: other } = schema;
  if (schema.properties !== undefined) return closedExpression(schema, other ?? true, definitions);
  return `z.record(z.string(), ${typeof other === 'object' ? zodExpression(other, definitions) : 'z.unknown()'})`;
}

/** An object of properties and `other` keys: none, any, or those of a schema. */
export function closedExpression(schema: JsonSchema, other: JsonSchema | boolean, definitions: Definitions): string {
  const properties = `{ ${propertyExpressions(schema, definitions).join(', ')} }`;
  if (typeof other === 'object') return `z.catchall(z.object(${properties}), ${zodExpression(other, definitions)})`;
  return `z.${other ? 'looseObject' : 'strictObject'}(${properties})`;
}

/** An expression with its bounds and its words. */
function checked(expression: string, schema: JsonSchema): string {
  const { minimum, maximum, minLength, minItems, maxItems, pattern, description } = schema;
  // What is said of the form of a value that is one of a few, or a time, is said by these.
  const isBound = schema.enum === undefined && schema.time === undefined && schema.long !== 'text';
  const bounds: readonly (readonly [string, number | undefined])[] = [
    ['minimum', minimum],
    ['maximum', maximum],
    ['minLength', minLength],
    ['minLength', minItems],
    ['maxLength', maxItems],
  ];
  const checks = [
    ...(isBound ? bounds.flatMap(([name, bound]) => (bound === undefined ? [] : [`z.${name}(${bound})`])) : []),
    ...(pattern === undefined || !isBound ? [] : [`z.regex(${new RegExp(pattern)})`]),
    ...(description ? [`z.describe(${JSON.stringify(description)})`] : []),
  ];
  return checks.length === 0 ? expression : `${expression}.check(${checks.join(', ')})`;
}

/** The properties of an object schema as `key: expression`, optional where they may be left out. */
export function propertyExpressions(
  { properties = {}, required = [] }: JsonSchema,
  definitions: Definitions,
): string[] {
  return Object.entries(properties).map(([key, property]) => {
    const text = bare(property, definitions);
    const whole = (expression: string): string => nullable(checked(expression, property), property);
    if (!required.includes(key)) return `${JSON.stringify(key)}: z.optional(${whole(text)})`;
    // A required value that may be anything still has to be there.
    return `${JSON.stringify(key)}: ${whole(text === 'z.unknown()' ? `z.nonoptional(${text})` : text)}`;
  });
}
