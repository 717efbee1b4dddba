import { isRecord } from '../value/value.ts';

/** What stands beside the items in wrappers of lists. */
const BESIDE: ReadonlySet<string> = new Set([
  'type',
  'url',
  'total_count',
  'has_more',
  'pages',
  'page',
  'per_page',
  'total_pages',
]);

/** The list of a wrapper such as `{ type: 'tag.list', tags: [] }` under a property, and the property that holds it. */
export function wrappedList(
  value: unknown,
  name: string | undefined,
): { readonly key: string; readonly list: readonly unknown[] } | undefined {
  if (!isRecord(value) || name === undefined) return undefined;
  const inside = Object.entries(value).filter(([key, part]) => !BESIDE.has(key) && !isHollow(part));
  const [first, ...others] = inside;
  if (first === undefined || others.length > 0) return undefined;
  const [key, list] = first;
  return Array.isArray(list) && (isListType(value.type) || key === 'data' || key === name) ? { key, list } : undefined;
}

function isHollow(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function isListType(type: unknown): boolean {
  return typeof type === 'string' && /(?:^|\.)list$/.test(type);
}

/** A list out of its wrapper, with what it says about items that are missing from it. */
export interface Unwrapped {
  readonly list: readonly unknown[] | undefined;
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/**
 * Takes a cleaned wrapper under a property apart; `undefined` for anything else. `type` is the type it had, and `isEmpty`
 * tells that its list was there and had nothing in it.
 */
export function unwrap(
  value: Readonly<Record<string, unknown>>,
  { key, type, isEmpty }: { key: string; type: unknown; isEmpty: boolean },
): Unwrapped | undefined {
  const found = wrappedList({ ...value, type }, key);
  const isBare = (isListType(type) || isEmpty) && Object.keys(value).every((name) => BESIDE.has(name));
  if (found === undefined && !isBare) return undefined;
  const total = typeof value.total_count === 'number' ? value.total_count : undefined;
  const missing = total !== undefined && total > (found?.list.length ?? 0);
  return { list: found?.list, total: missing ? total : undefined, hasMore: value.has_more === true && !missing };
}
