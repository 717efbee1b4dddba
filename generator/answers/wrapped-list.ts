import { isRecord, type Json } from '../json/json-schema.ts';

/** What stands beside the items in wrappers of lists. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['type', 'url', 'total_count', 'has_more', 'pages', 'page', 'per_page', 'total_pages'],
]);

/**
 * The list of a wrapper under a property, by its schema, as the runtime takes it off: `{ type: 'tag.list', tags: [] }`.
 * Undefined for any other object.
 */
export function wrappedList(schema: Json, key: string): { readonly list: Json; readonly hasMore: boolean } | undefined {
  const { properties } = schema;
  if (!isRecord(properties)) return undefined;
  const [only, ...others] = Object.entries(properties).filter(([name]) => !BESIDE.has(name));
  if (only === undefined || others.length > 0) return undefined;
  const [name, list] = only;
  if (!isRecord(list) || list.type !== 'array') return undefined;
  const isWrapper = saysList(properties.type) || name === 'data' || name === key;
  return isWrapper ? { list, hasMore: isRecord(properties.has_more) } : undefined;
}

function saysList(type: unknown): boolean {
  const values: readonly unknown[] = isRecord(type) ? (Array.isArray(type.enum) ? type.enum : [type.const]) : [];
  return values.some((value) => typeof value === 'string' && /(?:^|\.)list$/.test(value));
}
