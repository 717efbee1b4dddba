import type { Json } from '../../json/json-schema.ts';

/** What a change does to the values that are admitted: more, fewer, others, or nothing that a keyword alone would tell. */
export type Effect = 'wider' | 'narrower' | 'other' | 'same';

/** Keywords that bound from below: of two the larger holds. */
const LOWER = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']);
/** Keywords that bound from above: of two the smaller holds. */
const UPPER = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']);

const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'contentMediaType', 'contentEncoding', 'contentSchema'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  array: ['minItems', 'maxItems', 'uniqueItems', 'prefixItems', 'contains', 'minContains', 'maxContains'],
  object: ['minProperties', 'maxProperties', 'propertyNames', 'patternProperties', 'dependentRequired'],
};
const TYPED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Object.values(OF_TYPE).flat()].map((keyword) => [
    keyword,
    new Set(Object.keys(OF_TYPE).filter((type) => OF_TYPE[type]?.includes(keyword))),
  ]),
);

/** What is read in its own way, or says nothing of values. */
const ELSEWHERE = new Set([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'type', 'nullable', 'enum', 'const', 'properties', 'required', 'items'],
  ...['additionalProperties', 'default', 'deprecated', 'readOnly', 'writeOnly', '$defs', 'definitions'],
  ...['description', 'title', 'summary', 'example', 'examples', 'externalDocs', 'xml', '$comment', '$schema', '$id'],
  // Which branch is meant is told by the values that its property has there.
  'discriminator',
]);

/** The keywords of one schema that bound values, in one spelling each. */
export function boundsOf(schema: Json): Map<string, unknown> {
  const bounds = new Map(
    Object.entries(schema).filter(
      ([keyword, value]) => !ELSEWHERE.has(keyword) && !keyword.startsWith('x-') && value !== undefined,
    ),
  );
  // OpenAPI 3.0 says by a flag that a bound is no value itself.
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof bounds.get(exclusive) !== 'boolean') continue;
    const [isExclusive, value] = [bounds.get(exclusive) === true, bounds.get(bound)];
    bounds.delete(exclusive);
    if (isExclusive && value !== undefined) {
      bounds.delete(bound);
      bounds.set(exclusive, value);
    }
  }
  for (const [keyword, value] of bounds) if (saysNothing(keyword, value)) bounds.delete(keyword);
  return bounds;
}

function saysNothing(keyword: string, value: unknown): boolean {
  return (value === 0 && /^min(?:Length|Items|Properties)$/.test(keyword)) || value === false;
}

/** The bounds that count for values of a type; those of whole numbers by the last value that is one of them. */
export function boundsOfType(bounds: ReadonlyMap<string, unknown>, type: string): Map<string, unknown> {
  const kind = type === 'integer' ? 'number' : type;
  const own = new Map([...bounds].filter(([keyword]) => type === 'any' || (TYPED.get(keyword)?.has(kind) ?? true)));
  if (type !== 'integer') return own;
  const above = own.get('exclusiveMinimum');
  const below = own.get('exclusiveMaximum');
  if (typeof above === 'number') own.set('minimum', tightest('minimum', own.get('minimum'), Math.floor(above) + 1));
  if (typeof below === 'number') own.set('maximum', tightest('maximum', own.get('maximum'), Math.ceil(below) - 1));
  own.delete('exclusiveMinimum');
  own.delete('exclusiveMaximum');
  return own;
}

/** What holds where two schemas both bound a value. */
export function tightest(keyword: string, one: unknown, other: unknown): unknown {
  if (one === undefined || JSON.stringify(one) === JSON.stringify(other)) return other;
  if (other === undefined) return one;
  if (typeof one === 'number' && typeof other === 'number') {
    if (LOWER.has(keyword)) return Math.max(one, other);
    if (UPPER.has(keyword)) return Math.min(one, other);
  }
  // Both hold; in one order, whichever stood first.
  return [one, other].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Keywords that only ever refuse, values of any type. */
const REFUSING = new Set([
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
]);

/** Formats of numbers by what they hold, the smallest first; the first alone is less than what JSON mostly holds. */
const SIZES = ['int32', 'int64', 'float', 'double'];

/** What a change of one bound does to the values that are admitted; undefined stands for none. */
export function effectOf(keyword: string, before: unknown, after: unknown): Effect {
  if (!TYPED.has(keyword) && !REFUSING.has(keyword)) return 'same';
  if (before === undefined) return keyword === 'format' && SIZES.indexOf(String(after)) > 0 ? 'same' : 'narrower';
  if (after === undefined) return 'wider';
  if (typeof before === 'number' && typeof after === 'number') {
    if (LOWER.has(keyword)) return after < before ? 'wider' : 'narrower';
    if (UPPER.has(keyword)) return after > before ? 'wider' : 'narrower';
    if (keyword === 'multipleOf' && before % after === 0) return 'wider';
    if (keyword === 'multipleOf' && after % before === 0) return 'narrower';
  }
  const [from, to] = [SIZES.indexOf(String(before)), SIZES.indexOf(String(after))];
  if (keyword === 'format' && from >= 0 && to >= 0) return to > from ? 'wider' : 'narrower';
  return 'other';
}
