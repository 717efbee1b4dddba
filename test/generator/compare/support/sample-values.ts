import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';

/** Values around every edge that edits of bounds, patterns, types and enums move. */
const plainValues: readonly unknown[] = [
  null,
  true,
  false,
  ...[-1, 0, 1, 2, 3, 4, 5, 10, 15, 49, 50, 51, 90, 91, 1000, 2.5],
  ...[
    '',
    'a',
    'b',
    'c',
    'ab',
    'abcde',
    'ZZ',
    'red',
    'quite_new',
    'text',
    '5',
    'a'.repeat(50),
    'a'.repeat(51),
    'a'.repeat(91),
  ],
  ...['a@example.com', '2026-11-23', '2026-11-23T09:00:00Z', 'https://example.com/a'],
  [],
  {},
];

/** How many values of one schema are tried inside of another. */
const inside = 6;
const deepest = 5;

/**
 * Values for a schema and around it: some that it takes, some that it refuses. `resolve` finds what a `$ref` leads to.
 * Nothing is left to chance.
 */
export function sampleValues(schema: unknown, resolve: (ref: string) => unknown, depth = 0): unknown[] {
  return distinct([...(depth === 0 ? plainValues : []), ...fitting(schema, resolve, depth)]);
}

function fitting(schema: unknown, resolve: (ref: string) => unknown, depth: number): unknown[] {
  if (!isRecord(schema)) return ['text'];
  if (depth > deepest) return [{}, 'text'];
  if (typeof schema.$ref === 'string') return fitting(resolve(schema.$ref), resolve, depth + 1);
  const forms = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (forms.length > 0) return forms.flatMap((form: unknown) => fitting(form, resolve, depth));
  if (Array.isArray(schema.enum)) return schema.enum.length > 0 ? [...schema.enum] : ['text'];
  if (schema.const !== undefined) return [schema.const];
  if (schema.type === 'object' || isRecord(schema.properties)) return objects(schema, resolve, depth);
  if (schema.type === 'array') return lists(schema, resolve, depth);
  return plainOf(schema);
}

function plainOf({ type, pattern }: Json): unknown[] {
  if (type === 'string') {
    const start = typeof pattern === 'string' ? pattern.replace(/^\^|\\/g, '') : '';
    return [...plainValues.filter((value) => typeof value === 'string' && value !== ''), `${start}plan`].toReversed();
  }
  if (type === 'integer') return plainValues.filter(Number.isInteger).toReversed();
  if (type === 'number') return plainValues.filter((value) => typeof value === 'number').toReversed();
  if (type === 'boolean') return [true, false];
  if (type === 'null') return [null];
  return ['text', 5, true, ['text'], { a: 'text' }];
}

function lists({ items }: Json, resolve: (ref: string) => unknown, depth: number): unknown[] {
  const values = fitting(items ?? {}, resolve, depth + 1);
  const repeated = [1, 3, 5, 51].map((length) => Array.from({ length }, () => values[0]));
  return [...values.slice(0, inside).map((value) => [value]), [], ...repeated];
}

/** With all properties, with those that are required, and with each property by each of its first values. */
function objects(schema: Json, resolve: (ref: string) => unknown, depth: number): unknown[] {
  const { properties, required, additionalProperties } = schema;
  const each = Object.entries(isRecord(properties) ? properties : {}).map(
    ([name, property]) => [name, fitting(property, resolve, depth + 1)] as const,
  );
  const isNeeded = (name: string): boolean => Array.isArray(required) && required.includes(name);
  const all = Object.fromEntries(each.map(([name, [first]]) => [name, first]));
  const needed = Object.fromEntries(each.filter(([name]) => isNeeded(name)).map(([name, [first]]) => [name, first]));
  const varied = each.flatMap(([name, values]) =>
    values.slice(0, depth === 0 ? 40 : inside).map((value) => ({ ...needed, [name]: value })),
  );
  const more = isRecord(additionalProperties)
    ? fitting(additionalProperties, resolve, depth + 1).slice(0, inside)
    : ['text'];
  return [needed, all, ...varied, ...more.map((value) => ({ ...needed, unheard_of: value }))];
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
