import { type JsonSchema, sameJson } from '../json/json-schema.ts';
import { mapInside } from '../json/map-inside.ts';
import { portableKey } from '../normalize/keys.ts';

const scalars: readonly JsonSchema[] = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];
const object: JsonSchema = { type: 'object', properties: {} };
/** A value that may be anything, said in types: a schema without one is refused with its whole request by Gemini and Kimi. */
const anything: readonly JsonSchema[] = [...scalars, object, { type: 'array', items: { anyOf: [...scalars, object] } }];

/** Whether a schema is one that {@link portableSchema} writes for a value that may be anything. */
export function isAnything({ anyOf }: JsonSchema): boolean {
  return anyOf !== undefined && sameJson(anyOf, anything);
}

/**
 * A schema as a list shows it: every value has a type, every object its properties, every list its items, and enums are of
 * text, because some client refuses each of the others. Times and ids are texts, however they are sent: the runtime reads
 * them. What calls are checked by stays as narrow, or open, as it was.
 */
export function portableSchema({ nullable: _, long, ...schema }: JsonSchema, key = ''): JsonSchema {
  const { type, anyOf, $ref, ...rest } = schema;
  if (schema.time !== undefined || (type === 'integer' && isId(key))) return asText(schema);
  if (long !== undefined && !isQuantity(key)) return withDigits(schema);
  if (type === undefined && anyOf === undefined && $ref === undefined) return { anyOf: [...anything], ...rest };
  if (type === 'object' && schema.properties === undefined) return { type, properties: {}, ...below(rest, key) };
  if (type === 'array' && schema.items === undefined) return { type, items: { anyOf: [...anything] }, ...rest };
  if (schema.enum?.includes('')) return withoutEmpty(schema);
  if (schema.enum !== undefined && type !== 'string') return withoutEnum(schema);
  return below(schema, key);
}

/** An object without the properties whose keys no client takes: its words tell of them. */
function withPortableKeys(schema: JsonSchema): JsonSchema {
  const { properties = {}, required = [], ...rest } = schema;
  const isPortable = (key: string): boolean => portableKey.test(key);
  if (Object.keys(properties).every(isPortable)) return schema;
  const needed = required.filter(isPortable);
  const shown = Object.fromEntries(Object.entries(properties).filter(([key]) => isPortable(key)));
  const { additionalProperties, ...open } = rest;
  const others = typeof additionalProperties === 'object' ? { additionalProperties } : {};
  return { ...open, properties: shown, ...(needed.length > 0 && { required: needed }), ...others };
}

function below(schema: JsonSchema, key: string): JsonSchema {
  const changed = mapInside(withPortableKeys(schema), (part, name) => portableSchema(part, name ?? key));
  if (!schema.$defs) return changed;
  const definitions = Object.entries(schema.$defs).map(([name, part]) => [name, portableSchema(part, key)] as const);
  return { ...changed, $defs: Object.fromEntries(definitions) };
}

/** Texts to choose from of which one is empty: Gemini refuses that, so it is said in words. */
function withoutEmpty({ enum: values = [], description, ...rest }: JsonSchema): JsonSchema {
  const texts = values.filter((value) => value !== '');
  const words = [description, 'May be empty'].filter(Boolean).join('. ');
  return { ...rest, ...(texts.length > 0 && { enum: texts }), description: words };
}

/** Integers of 64 bits that count or measure something: what no number holds is no such thing. */
function isQuantity(key: string): boolean {
  return quantity.test(key);
}
const quantity =
  /(?:^|[_.-])(?:age|amount|bytes|count|days|delay|duration|height|hours|index|interval|length|level|limit|max|min|minutes|months|number|offset|order|page|pages|percent|port|position|price|priority|quantity|rate|revision|score|seconds|size|skip|sort|start|status|take|timeout|top|total|ttl|version|weeks|weight|width|year|years)$/i;

/** An integer that may be too long for a number can be given by its digits. */
function withDigits({ description, ...rest }: JsonSchema): JsonSchema {
  return { anyOf: [rest, { type: 'string' }], ...(description !== undefined && { description }) };
}

/** Ids come as texts and as integers; models would have to know where which is meant. */
function isId(key: string): boolean {
  return /(?:^|_)ids?$/.test(key);
}

function asText({ description }: JsonSchema): JsonSchema {
  return { type: 'string', ...(description !== undefined && { description }) };
}

/** Numbers and booleans to choose from: in bounds where those say the same, else also in words. */
function withoutEnum({ enum: values = [], description, ...rest }: JsonSchema): JsonSchema {
  const numbers = values.filter((value) => typeof value === 'number');
  const [minimum, maximum] = [Math.min(...numbers), Math.max(...numbers)];
  const bounds = numbers.length > 0 ? { minimum, maximum } : {};
  const isWhole = rest.type === 'integer' && maximum - minimum === new Set(numbers).size - 1;
  const words = [description, isWhole ? undefined : `One of ${values.join(', ')}`].filter(Boolean).join('. ');
  return { ...rest, ...bounds, ...(words && { description: words }) };
}
