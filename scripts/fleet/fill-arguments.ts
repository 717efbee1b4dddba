import { isRecord } from '../../runtime/value/value.ts';

/** Arguments that the client answers itself: they are in no request. */
const OURS: ReadonlySet<string> = new Set(['limit', 'next_cursor', 'fields', 'dry_run']);
/** Levels that are filled; what lies deeper is left empty. */
const DEEPEST = 6;

/** Every argument of a tool with a value, made of nothing but what its schema tells a model. */
export function fillArguments(
  inputSchema: Readonly<Record<string, unknown>>,
  { ours = OURS }: { readonly ours?: ReadonlySet<string> } = {},
): Record<string, unknown> {
  const { properties, $defs } = inputSchema;
  const defs = isRecord($defs) ? $defs : {};
  const entries = Object.entries(isRecord(properties) ? properties : {}).filter(([key]) => !ours.has(key));
  return Object.fromEntries(entries.map(([key, schema]) => [key, fill(schema, { key, defs, depth: 0 })]));
}

interface Place {
  /** The nearest name: it tells what a text is. */
  readonly key: string;
  readonly defs: Readonly<Record<string, unknown>>;
  readonly depth: number;
}

function fill(schema: unknown, place: Place): unknown {
  if (!isRecord(schema)) return 'text';
  const { $ref, enum: values, anyOf, type } = schema;
  const inside = { ...place, depth: place.depth + 1 };
  if (typeof $ref === 'string') return fill(place.defs[$ref.split('/').at(-1) ?? ''], inside);
  if (Array.isArray(values) && values.length > 0) return values[0];
  const form = Array.isArray(anyOf) ? anyOf.find((part) => isRecord(part) && part.type !== 'null') : undefined;
  if (form !== undefined) return fill(form, place);
  switch (type) {
    case 'integer':
    case 'number':
      return numberWithin(schema);
    case 'boolean':
      return true;
    case 'array':
      return place.depth > DEEPEST ? [] : lengthened(fill(schema.items, inside), schema.minItems);
    case 'object':
      return place.depth > DEEPEST ? {} : fillObject(schema, inside);
    default:
      return textFor(schema, place.key);
  }
}

function fillObject({ properties, additionalProperties }: Record<string, unknown>, place: Place): object {
  const own = Object.entries(isRecord(properties) ? properties : {});
  const others = own.length === 0 && isRecord(additionalProperties) ? [['key', additionalProperties] as const] : [];
  return Object.fromEntries([...own, ...others].map(([key, part]) => [key, fill(part, { ...place, key })]));
}

function numberWithin({ minimum, maximum }: Record<string, unknown>): number {
  if (typeof minimum === 'number') return Math.ceil(minimum);
  return typeof maximum === 'number' ? Math.min(2, Math.floor(maximum)) : 2;
}

function lengthened(item: unknown, least: unknown): unknown[] {
  return Array.from({ length: typeof least === 'number' ? Math.max(1, Math.min(least, 20)) : 1 }, () => item);
}

function textFor({ description, minLength, maxLength }: Record<string, unknown>, key: string): string {
  const words = typeof description === 'string' ? description : '';
  if (/\bISO date\b|YYYY-MM-DD/.test(words)) return '2026-01-31';
  if (/\bISO\b/.test(words)) return '2026-01-31T09:00:00Z';
  if (/uuid|guid/i.test(`${words} ${key}`)) return '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
  if (/(?:^|_)ids?$/i.test(key)) return '12345';
  const text = /e-?mail/i.test(key)
    ? 'a.person@example.test'
    : /ur[il]\b/i.test(key)
      ? 'https://example.test/a'
      : 'some text';
  const least = typeof minLength === 'number' ? text.padEnd(Math.min(minLength, 2_000), 'x') : text;
  return typeof maxLength === 'number' ? least.slice(0, maxLength) : least;
}
