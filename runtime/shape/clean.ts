import type { AnswerRules } from '../profile/answer-rules.ts';
import { asText, isRecord } from '../value/value.ts';
import { cutText, marker } from './cut-text.ts';
import { isNoise, isRedundantType } from './noise.ts';
import type { ReadText } from './read-text.ts';
import { isoTime } from './time.ts';
import { unwrap } from './wrapper.ts';

/** What holds for a whole answer while it is cleaned. */
export interface Cleaning {
  readonly tool: string;
  readonly rules: AnswerRules;
  readonly inList: boolean;
  /** Keeps noise as well. */
  readonly everything: boolean;
  /** Dotted places that were asked for by name: kept though they are noise, and cut late. */
  readonly selected: ReadonlySet<string>;
  readonly offsets: ReadonlyMap<string, number>;
  readonly timeKeys: ReadonlySet<string>;
  readonly readText: ReadText;
  /** Characters of one text. */
  readonly longest: number;
  /** Characters of one text that was asked for. */
  readonly longestSelected: number;
  /** True where the rest of a text can be asked for. */
  readonly canAsk: boolean;
}

/** Where a value stands: its property, and its dotted place without and with the ids of the items that it is in. */
export interface ValuePath {
  readonly key?: string;
  readonly names: string;
  readonly ids: string;
}

/** The place of an answer itself. */
const TOP: ValuePath = { names: '', ids: '' };
const DEEPEST = 40;
/** Items of a list and properties of an object that are looked at: more than fit, however short they are. */
const MOST_ITEMS = 5_000;

/**
 * A value as a model needs it: no nulls, empty values, wrappers or noise, HTML as Markdown, times in ISO 8601, long texts
 * cut; `undefined` where nothing is left.
 */
export function clean(value: unknown, context: Cleaning, path: ValuePath = TOP, depth = 0): unknown {
  if (depth > DEEPEST) return '[nested too deeply to be shown]';
  if (typeof value === 'string') return cleanText(value, context, path);
  if (Array.isArray(value)) return cleanList(value, context, path, depth);
  if (isRecord(value)) return cleanRecord(value, context, path, depth);
  return value ?? undefined;
}

function cleanText(text: string, context: Cleaning, path: ValuePath): string | undefined {
  const { key = '', names, ids } = path;
  const seen = context.readText(key, text);
  if (seen === '') return undefined;
  // Half an address leads nowhere.
  if (/^https?:\/\/\S+$/.test(seen) && seen.length < 4000) return seen;
  const isSelected = context.everything || isWithin(names, context.selected) || isWithin(ids, context.selected);
  return cutText(seen, {
    longest: isSelected ? context.longestSelected : context.longest,
    path: context.canAsk ? ids : undefined,
    from: offsetOf(path, context),
  });
}

function cleanList(list: readonly unknown[], context: Cleaning, path: ValuePath, depth: number): unknown {
  const from = offsetOf(path, context);
  const left = from === undefined ? list : list.slice(from);
  const items = left.slice(0, MOST_ITEMS).flatMap((item) => {
    const id = isRecord(item) && Object.hasOwn(item, 'id') ? asText(item.id) : undefined;
    const ids = id === undefined || path.ids === '' ? path.ids : `${path.ids}.${id}`;
    const cleaned = clean(item, context, { ...path, ids }, depth + 1);
    return cleaned === undefined ? [] : [cleaned];
  });
  if (items.length === 0) return undefined;
  const at = (from ?? 0) + MOST_ITEMS;
  const rest = left.length - MOST_ITEMS;
  return rest > 0 ? [...items, marker(rest, 'items', { path: context.canAsk ? path.ids : undefined, at })] : items;
}

function cleanRecord(
  record: Readonly<Record<string, unknown>>,
  context: Cleaning,
  path: ValuePath,
  depth: number,
): unknown {
  const all = Object.entries(record);
  const entries: [string, unknown][] = [];
  let hasOther = all.length > MOST_ITEMS;
  for (const [key, part] of hasOther ? all.slice(0, MOST_ITEMS) : all) {
    for (const entry of cleanEntry(key, part, { record, context, path, depth })) {
      if (entry[0] !== key) hasOther = true;
      entries.push(entry);
    }
  }
  if (all.length > MOST_ITEMS) entries.push(['…', `${all.length - MOST_ITEMS} more properties`]);
  const unique = hasOther ? withoutOthers(entries, record) : entries;
  return unique.length > 0 ? Object.fromEntries(unique) : undefined;
}

/** What a wrapper says of its list gives way to a property of the API's own. */
function withoutOthers(
  entries: readonly [string, unknown][],
  record: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  const known = new Set(Object.keys(record));
  const first = new Map(entries.map(([key], at): [string, number] => [key, at]).reverse());
  return entries.filter(([key], at) => known.has(key) || first.get(key) === at);
}

interface Owner {
  readonly record: Readonly<Record<string, unknown>>;
  readonly context: Cleaning;
  readonly path: ValuePath;
  readonly depth: number;
}

function cleanEntry(key: string, part: unknown, { record, context, path, depth }: Owner): [string, unknown][] {
  // A wrapper's list is known by the name of the wrapper.
  const isWrapped = Array.isArray(part) && path.key !== undefined && (key === 'data' || key === path.key);
  const below: ValuePath = isWrapped ? path : { key, names: join(path.names, key), ids: join(path.ids, key) };
  const isSelected = context.everything || context.selected.has(below.names) || context.selected.has(below.ids);
  const { rules } = context;
  if (part === null) return rules.tellingNulls.has(key) ? [[key, null]] : [];
  if (rules.opaque.has(key)) return isEmpty(part) ? [] : [[key, part]];
  if (!isSelected) {
    if (isNoise(key, part, { noise: rules.noise, inList: context.inList })) return [];
    const { repeats } = rules.noise;
    if (repeats && key === 'type' && isRedundantType(part, { key: path.key, tool: context.tool })) return [];
    // The same text once more.
    if (repeats && key === 'body_markdown' && typeof record.body === 'string' && record.body !== '') return [];
  }
  const time = context.timeKeys.has(key) ? isoTime(part) : undefined;
  if (time !== undefined) return [[key, time]];
  const cleaned = clean(part, context, below, depth + 1);
  if (!isRecord(part) || (cleaned !== undefined && !isRecord(cleaned)))
    return cleaned === undefined ? [] : [[key, cleaned]];
  const isHollow = Object.values(part).some((value) => Array.isArray(value) && value.length === 0);
  const unwrapped = unwrap(cleaned ?? {}, { key, type: part.type, isEmpty: isHollow });
  if (unwrapped === undefined) return cleaned === undefined ? [] : [[key, cleaned]];
  return [
    ...(unwrapped.list ? [[key, unwrapped.list] satisfies [string, unknown]] : []),
    ...(unwrapped.total === undefined ? [] : [[`${key}_total`, unwrapped.total] satisfies [string, unknown]]),
    ...(unwrapped.hasMore ? [[`${key}_has_more`, true] satisfies [string, unknown]] : []),
  ];
}

/** True for a place that was asked for, or that stands in one. */
function isWithin(path: string, selected: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) if (selected.has(at)) return true;
  return false;
}

function offsetOf({ names, ids }: ValuePath, { offsets }: Cleaning): number | undefined {
  return offsets.get(ids) ?? offsets.get(names);
}

function isEmpty(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
