import { isRecord, type Json, type JsonSchema } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { isRepeated } from './alternatives.ts';
import { extraSchema } from './extra-keys.ts';
import { portableKey } from './keys.ts';
import { isReadOnly } from './read-only.ts';
import { nullsWithin, type SchemaContext } from './schema-context.ts';

/** This many properties of one and the same schema, one per locale, become one map. */
const mapFrom = 10;
const locale = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;
/** So many names that no client takes are told in words. */
const mostNamed = 12;

/**
 * The schema of an object: its properties, or what its keys lead to, and whether it takes keys beside them. Too deep, and
 * within itself, it says what it needs and stays open.
 */
export function objectSchema(schema: Json, context: SchemaContext): JsonSchema {
  const { lookup, depth, deepest, room, seen } = context;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const isNeededOnly = depth >= deepest || isRepeated(seen);
  const all = Object.entries(isRecord(schema.properties) ? schema.properties : {}).filter(
    ([key, property]) => !(isNeededOnly && !required.has(key)) && !isReadOnly(property, lookup),
  );
  // Lists leave out the keys that no client takes; what is given under them is checked all the same.
  const entries = all.filter(([key]) => key !== '__proto__');
  if (isNeededOnly) {
    room.needed -= entries.length;
    if (entries.length === 0 || room.needed <= 0) return { type: 'object' };
  } else {
    room.left -= entries.length;
    if (room.left <= 0) return { type: 'object' };
  }
  const below = (key: string, value: unknown): JsonSchema =>
    context.below(value, {
      ...context,
      key,
      depth: depth + 1,
      nulls: nullsWithin(context.nulls, { isRequired: required.has(key) }),
    });
  const uniform = mostCommon(entries.filter(([key]) => locale.test(key)).map(([, property]) => property));
  if (uniform && uniform.count >= mapFrom) return { type: 'object', additionalProperties: below('', uniform.value) };
  const unspoken = all.filter(([key]) => !portableKey.test(key)).map(([key]) => key);
  const extra = extraSchema(schema, (value) => below('', value));
  const words = [unportableWords(unspoken, { required, properties: schema.properties }), extra.words]
    .filter(Boolean)
    .join(' ');
  const described = words === '' ? {} : { description: words };
  if (entries.length === 0) {
    if (extra.schema === false && all.length === 0)
      return { type: 'object', properties: {}, additionalProperties: false, ...described };
    const { schema: values } = extra;
    const isTyped = typeof values === 'object' && (values.anyOf?.length ?? 0) < 3;
    return { type: 'object', ...(isTyped && { additionalProperties: values }), ...described };
  }
  const needed = entries.map(([key]) => key).filter((key) => required.has(key));
  // What has no place among the properties has to get past them.
  const others = (isNeededOnly || entries.length < all.length) && extra.schema === false ? undefined : extra.schema;
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, property]) => [key, below(key, property)])),
    ...(needed.length > 0 ? { required: needed } : {}),
    ...(others !== undefined && others !== true ? { additionalProperties: others } : {}),
    ...described,
  };
}

/** Keys that no client takes as a property: a model has to be told of them in words. */
function unportableWords(
  keys: readonly string[],
  { required, properties }: { readonly required: ReadonlySet<unknown>; readonly properties: unknown },
): string {
  const typeOf = (key: string): string => {
    const property = isRecord(properties) ? properties[key] : undefined;
    const type = isRecord(property) ? property.type : undefined;
    return typeof type === 'string' && type !== 'string' ? ` (${plainText(type, 20)})` : '';
  };
  const say = (lead: string, names: readonly string[]): string => {
    const listed = names.slice(0, mostNamed).map((key) => `${JSON.stringify(plainText(key, 64))}${typeOf(key)}`);
    const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
    return names.length === 0 ? '' : `${lead} ${[...listed, ...more].join(', ')}`;
  };
  const needed = say(
    'Also needs',
    keys.filter((key) => required.has(key)),
  );
  const taken = say(
    'Also takes',
    keys.filter((key) => !required.has(key)),
  );
  return [needed, taken].filter(Boolean).join('. ');
}

function mostCommon(values: readonly unknown[]): { value: unknown; count: number } | undefined {
  const counts = new Map<string, { value: unknown; count: number }>();
  for (const value of values) {
    if (!isRecord(value) || (value.$ref === undefined && value.properties === undefined)) continue;
    const text = JSON.stringify(value);
    const known = counts.get(text);
    counts.set(text, { value, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0];
}
