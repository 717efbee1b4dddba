import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { enumOf } from './enum.ts';
import { enumSchema } from './enum-schema.ts';
import { nullsWithin, type SchemaContext } from './schema-context.ts';

/** Places of a tuple that are told by name, and the characters of each. */
const longest = { places: 8, name: 40 };

/**
 * The schema of a list. Values that stand beside it are those of its items, unless they are lists themselves; one whose places
 * mean something each says so in words, as no client takes a schema for each.
 */
export function listSchema(schema: Json, context: SchemaContext): JsonSchema {
  const places = placesOf(schema);
  if (places.length > 0) return tupleSchema(schema, places, context);
  const within = itemsOf(schema.items, context);
  const values = within.enum === undefined ? enumOf({ type: typeIn(schema.items), enum: schema.enum }) : undefined;
  const items = values ? enumSchema(values) : within;
  return { type: 'array', ...(Object.keys(items).length > 0 ? { items } : {}), ...lengths(schema) };
}

function itemsOf(items: unknown, context: SchemaContext): JsonSchema {
  return context.below(items, {
    ...context,
    depth: context.depth + 1,
    nulls: nullsWithin(context.nulls, { isRequired: false }),
  });
}

function typeIn(items: unknown): unknown {
  return isRecord(items) ? items.type : undefined;
}

/** The schemas of a list's places, as JSON Schema says them today and as it did before. */
function placesOf({ prefixItems, items }: Json): unknown[] {
  if (Array.isArray(prefixItems)) return prefixItems;
  return Array.isArray(items) ? items : [];
}

function tupleSchema(schema: Json, places: readonly unknown[], context: SchemaContext): JsonSchema {
  const further = Array.isArray(schema.items) ? schema.additionalItems : schema.items;
  const isClosed = further === false;
  const forms: JsonSchema[] = [];
  const isTyped = isRecord(further) && Object.keys(further).length > 0;
  for (const place of isTyped ? [...places, further] : places) {
    const form = itemsOf(place, context);
    for (const one of form.anyOf ?? [form]) if (!forms.some((other) => sameJson(other, one))) forms.push(one);
  }
  // Few descriptions say that nothing follows, and few lists have anything that does.
  const isOpen = forms.some((form) => Object.keys(form).length === 0);
  const [only] = forms;
  const items = isOpen ? undefined : forms.length === 1 ? only : { anyOf: forms };
  const { minItems, maxItems = isClosed ? places.length : undefined } = lengths(schema);
  return {
    type: 'array',
    ...(items && { items }),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
    description: `In this order: ${placeNames(places)}.`,
  };
}

function placeNames(places: readonly unknown[]): string {
  const names = places.slice(0, longest.places).map((place) => {
    const { title, description, type } = isRecord(place) ? place : {};
    const words = [title, description, type].find((text) => typeof text === 'string' && text !== '');
    return plainText(typeof words === 'string' ? words : 'any value', longest.name);
  });
  return [...names, ...(places.length > longest.places ? ['…'] : [])].join(', ');
}

function lengths(schema: Json): { minItems?: number; maxItems?: number } {
  const { minItems, maxItems } = schema;
  return {
    ...(typeof minItems === 'number' && Number.isSafeInteger(minItems) && { minItems }),
    ...(typeof maxItems === 'number' && Number.isSafeInteger(maxItems) && { maxItems }),
  };
}
