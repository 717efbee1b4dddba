import { type JsonSchema as ConverterSchema, jsonSchemaToZod } from 'json-schema-to-zod';
import type { JsonSchema } from '../json/json-schema.ts';

/**
 * A schema as the text of a Zod 4 expression. `json-schema-to-zod` walks the schema and writes scalars, enums and lists;
 * what it writes wrongly or for another purpose (objects, references, open values, patterns) is written here.
 * This is the only file that knows that library.
 */
export function zodExpression(schema: JsonSchema, definitions: ReadonlyMap<string, string>): string {
  return jsonSchemaToZod(
    // The library's type of a schema is wider in keywords and narrower in optionality than ours.
    schema as ConverterSchema,
    {
      noImport: true,
      withoutDefaults: true,
      parserOverride: (part) => {
        const text = override(part as JsonSchema, definitions);
        return text === undefined ? undefined : described(text, part as JsonSchema);
      },
    },
  );
}

function described(text: string, { description }: JsonSchema): string {
  return description ? `${text}.describe(${JSON.stringify(description)})` : text;
}

function override(schema: JsonSchema, definitions: ReadonlyMap<string, string>): string | undefined {
  if (schema.$ref !== undefined) {
    const name = definitions.get(schema.$ref);
    if (name === undefined) throw new Error(`no definition ${schema.$ref}`);
    return name;
  }
  if (schema.time !== undefined) return `time('${schema.time}')`;
  if (schema.type === 'object') return objectExpression(schema, definitions);
  if (schema.type === 'integer' && schema.enum === undefined) return `z.int()${bounds(schema)}`;
  if (schema.type === 'string' && schema.pattern !== undefined)
    return `z.string().regex(${new RegExp(schema.pattern)})`;
  if (schema.type === 'array' && schema.items === undefined) return `z.array(z.unknown())${size(schema)}`;
  if (Object.keys(schema).every((keyword) => keyword === 'description')) return 'z.unknown()';
  return undefined;
}

function bounds({ minimum, maximum }: JsonSchema): string {
  return [minimum === undefined ? '' : `.min(${minimum})`, maximum === undefined ? '' : `.max(${maximum})`].join('');
}

function size({ minItems, maxItems }: JsonSchema): string {
  return [minItems === undefined ? '' : `.min(${minItems})`, maxItems === undefined ? '' : `.max(${maxItems})`].join(
    '',
  );
}

function objectExpression(schema: JsonSchema, definitions: ReadonlyMap<string, string>): string {
  if (schema.properties === undefined) {
    const values =
      typeof schema.additionalProperties === 'object'
        ? zodExpression(schema.additionalProperties, definitions)
        : 'z.unknown()';
    return `z.record(z.string(), ${values})`;
  }
  return `z.looseObject({ ${propertyExpressions(schema, definitions).join(', ')} })`;
}

/** The properties of an object schema as `key: expression`, optional where they may be left out. */
export function propertyExpressions(
  { properties = {}, required = [] }: JsonSchema,
  definitions: ReadonlyMap<string, string>,
): string[] {
  return Object.entries(properties).map(([key, property]) => {
    const text = zodExpression(property, definitions);
    // A required value that may be anything still has to be there.
    const present = text.startsWith('z.unknown()') ? text.replace('z.unknown()', 'z.unknown().nonoptional()') : text;
    return `${JSON.stringify(key)}: ${required.includes(key) ? present : `${text}.optional()`}`;
  });
}
