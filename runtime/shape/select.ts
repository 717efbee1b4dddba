import { asText, isRecord, own } from '../value/value.ts';
import type { Choice } from './fields.ts';
import { wrappedList } from './wrapper.ts';

/** Values within values; what is deeper than any answer of an API is neither picked nor cut out. */
const DEEPEST = 40;

/**
 * The chosen part of a value, unchanged in shape. Lists are passed through, wrappers need not be named, and the id of an
 * item chooses that item alone; `undefined` where nothing is chosen.
 */
export function pick(value: unknown, choice: Choice, name?: string, depth = 0): unknown {
  if (choice.whole) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return pickItems(value, choice, depth);
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const child = childOf(choice, key);
    const picked = child && pick(part, child, key, depth + 1);
    return picked === undefined ? [] : [[key, picked] as const];
  });
  if (entries.length > 0) return Object.fromEntries(entries);
  const wrapper = wrappedList(value, name);
  const list = wrapper && pickItems(wrapper.list, choice, depth);
  return wrapper && list ? { ...value, [wrapper.key]: list } : undefined;
}

function pickItems(list: readonly unknown[], choice: Choice, depth: number): unknown[] | undefined {
  const byId = list.flatMap((item) => {
    const child = choice.children.get(asText(own(item, 'id')) ?? '');
    return child ? [withId(item, pick(item, child, undefined, depth + 1))] : [];
  });
  if (byId.length > 0) return byId;
  const picked = list.map((item) => pick(item, choice, undefined, depth + 1)).filter((item) => item !== undefined);
  return picked.length > 0 || list.length === 0 ? picked : undefined;
}

/** A value without the chosen parts; wrappers need not be named here either. */
export function omit(value: unknown, choice: Choice, name?: string, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => omit(item, choice, undefined, depth + 1));
  if (!isRecord(value)) return value;
  const wrapper = wrappedList(value, name);
  const inside = wrapper && !choice.children.has(wrapper.key);
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const child = inside && key === wrapper.key ? choice : (choice.children.get(key) ?? choice.children.get('*'));
    if (child?.whole) return [];
    return [[key, child ? omit(part, child, key, depth + 1) : part] as const];
  });
  return Object.fromEntries(entries);
}

/** A picked item with the id that it is known by. */
export function withId(item: unknown, picked: unknown): unknown {
  const id = own(item, 'id');
  if (id === undefined || !isRecord(item)) return picked;
  return { id, ...(isRecord(picked) ? picked : {}) };
}

/** What is said of a list's missing items belongs to the list. */
function childOf(choice: Choice, key: string): Choice | undefined {
  const child = choice.children.get(key) ?? choice.children.get('*');
  const list = /^(.+)_(?:total|has_more)$/.exec(key)?.[1];
  if (child || list === undefined) return child;
  return choice.children.has(list) ? { whole: true, children: new Map() } : undefined;
}
