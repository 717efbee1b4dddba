import { isRecord, type Json, schemas } from './contract.ts';

/** Where the converted shared schemas stand for each other. */
const SHARED = 'contract.json';

/** The shared schemas of the contract as JSON Schema. */
export function sharedSchemas(): Json {
  return {
    $id: SHARED,
    definitions: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(schema)])),
  };
}

/** Ids stand as text and as numbers in requests and in the description's own examples. */
const IS_ID = /^id$|_ids?$/;

/**
 * An OpenAPI 3.0 schema as JSON Schema, read as Intercom behaves: `nullable` is a type, beside a reference too; forms of a
 * `oneOf` overlap in Intercom's own examples and are read as `anyOf`; an id may be text or a number; formats are names.
 */
export function toJsonSchema(schema: unknown, key = ''): unknown {
  if (!isRecord(schema)) return schema;
  const { nullable, ...rest } = schema;
  const converted = typeof rest.$ref === 'string' ? { $ref: reference(rest.$ref) } : withKeywords(rest, key);
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}

function reference(ref: string): string {
  return ref.replace('#/components/schemas/', `${SHARED}#/definitions/`);
}

function withKeywords(schema: Json, key: string): Json {
  const { oneOf, anyOf, allOf, properties, items, additionalProperties, not: _not, ...rest } = schema;
  const converted: Json = { ...rest };
  for (const keyword of Object.keys(converted))
    if (keyword.startsWith('x-') || DROPPED.has(keyword)) delete converted[keyword];
  if (IS_ID.test(key) && (rest.type === 'string' || rest.type === 'integer')) {
    converted.type = ['string', 'integer'];
    for (const keyword of ['minLength', 'maxLength', 'pattern']) delete converted[keyword];
  }
  const forms = oneOf ?? anyOf;
  if (Array.isArray(forms)) converted.anyOf = forms.map((form) => toJsonSchema(form, key));
  if (Array.isArray(allOf)) converted.allOf = allOf.map((part) => toJsonSchema(part, key));
  if (isRecord(properties))
    converted.properties = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, toJsonSchema(part, name)]),
    );
  if (items !== undefined) converted.items = toJsonSchema(items, key);
  if (isRecord(additionalProperties)) converted.additionalProperties = toJsonSchema(additionalProperties);
  return converted;
}

const DROPPED = new Set(['format', 'discriminator', 'readOnly', 'writeOnly', 'deprecated', 'xml', 'default']);
