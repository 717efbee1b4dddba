import { countFitting } from '../shape/fit.ts';
import { isRecord, own } from '../value/value.ts';

/** A value that fits, and how to get what was left out, a line each. */
export interface CutValue {
  readonly value: unknown;
  readonly cuts: readonly string[];
}

/**
 * What a program returned, cut to `limit` characters of JSON: whole items of its longest lists and the beginnings of its longest
 * texts stay, and each cut says how a program returns the rest. Takes a little longer than writing the value.
 */
export function cutValue(value: unknown, limit: number): CutValue {
  const cuts: string[] = [];
  const sizeOf = createSizes();
  let cut = value;
  for (let round = 0; round < MOST_CUTS; round += 1) {
    const over = sizeOf(cut) - limit;
    if (over <= 0) return { value: cut, cuts };
    const path = placeToCut(cut, sizeOf);
    const large = path.reduce<unknown>((at, key) => (Array.isArray(at) ? at[Number(key)] : own(at, String(key))), cut);
    const { part, said } = beginningOf(large, Math.max(sizeOf(large) - over - ROOM, 0));
    cut = replaced(cut, path, part);
    cuts.push(`value${path.map(step).join('')}: ${said}`);
  }
  return {
    value: `${JSON.stringify(value).slice(0, limit)}…`,
    cuts: ['The value is too large in too many places, and shown as a text: return less of it.'],
  };
}

/** Places that are cut: what is large in more of them is shown as a text. */
const MOST_CUTS = 20;
/** Characters that are taken off beyond what is needed. */
const ROOM = 200;
/** Levels that are looked into. */
const DEEPEST = 20;

type Key = string | number;

/** The text, list or object that holds most of a value, and of which no part does. */
function placeToCut(value: unknown, sizeOf: SizeOf): readonly Key[] {
  const path: Key[] = [];
  for (let at = value; path.length < DEEPEST; ) {
    const half = sizeOf(at) / 2;
    const parts: Iterable<readonly [Key, unknown]> = Array.isArray(at)
      ? at.entries()
      : isRecord(at)
        ? Object.entries(at)
        : [];
    let large: readonly [Key, unknown] | undefined;
    for (const part of parts) if (sizeOf(part[1]) >= half) large = part;
    if (large === undefined) return path;
    path.push(large[0]);
    at = large[1];
  }
  return path;
}

type SizeOf = (value: unknown) => number;

/** Characters of values as JSON, of each large object counted once: most of a value stays the same while it is cut. */
function createSizes(): SizeOf {
  const known = new WeakMap<object, number>();
  return function sizeOf(value: unknown): number {
    if (typeof value === 'string' && value.length < SHORT && IS_PLAIN.test(value)) return value.length + 2;
    if (typeof value === 'string') return JSON.stringify(value).length;
    if (typeof value !== 'object' || value === null) return String(value).length;
    const before = known.get(value);
    if (before !== undefined) return before;
    // A bracket, and a comma or the other bracket behind each part.
    let size = 1;
    if (Array.isArray(value)) for (const item of value) size += sizeOf(item) + 1;
    else for (const [key, part] of Object.entries(value)) size += sizeOf(key) + 1 + sizeOf(part) + 1;
    size = Math.max(size, 2);
    if (size > WORTH_KEEPING) known.set(value, size);
    return size;
  };
}

/** Names of properties and the like are counted without being written. */
const SHORT = 100;
const IS_PLAIN = /^[\w .:/-]*$/;

/** Characters from which on a size is not counted again. */
const WORTH_KEEPING = 500;

function beginningOf(value: unknown, room: number): { readonly part: unknown; readonly said: string } {
  if (typeof value === 'string') {
    const part = value.slice(0, room);
    const said = `the first ${part.length} of ${value.length} characters; return .slice(${part.length}) of it for the rest`;
    return { part: `${part}…`, said };
  }
  if (Array.isArray(value)) {
    const count = Math.max(countFitting(value, room), 1);
    const said = `the first ${count} of ${value.length} items; return .slice(${count}) of it for the rest`;
    return { part: value.slice(0, count), said };
  }
  const entries = Object.entries(value ?? {});
  const count = Math.max(countFitting(entries, room), 1);
  return {
    part: Object.fromEntries(entries.slice(0, count)),
    said: `the first ${count} of ${entries.length} properties; return the others by themselves`,
  };
}

function replaced(value: unknown, [key, ...rest]: readonly Key[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? replaced(item, rest, part) : item));
  return isRecord(value) ? { ...value, [key]: replaced(value[key], rest, part) } : value;
}

function step(key: Key): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
