import { asText, isRecord } from '../value/value.ts';
import { cutRest, markedRest, marker } from './cut-text.ts';

/** Characters of a value as JSON. */
export function sizeOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

/** How many of the first items, with a comma each, take at most so many characters. */
export function countFitting(items: readonly unknown[], limit: number): number {
  let left = limit;
  const overflow = items.findIndex((item) => {
    left -= sizeOf(item) + 1;
    return left < 0;
  });
  return overflow === -1 ? items.length : overflow;
}

/** Where the rest of what is cut can be asked for, and where a text or list began that was asked for from there. */
export interface Asking {
  readonly canAsk: boolean;
  readonly offsets: ReadonlyMap<string, number>;
}

interface Step {
  readonly text: number;
  readonly items: number;
  readonly keys: number;
  readonly depth: number;
}

/** From a little to nearly everything: the first that is enough is taken. */
const STEPS: readonly Step[] = [
  ...[20_000, 10_000, 5_000].map((text) => ({ text, items: 1_000, keys: 1_000, depth: 40 })),
  ...[2_500, 1_200, 600, 300].map((text, at) => ({ text, items: 200 >> at, keys: 500 >> at, depth: 20 })),
  ...[150, 60, 20].map((text, at) => ({ text, items: 10 >> at, keys: 24 >> at, depth: 6 - at })),
];

/** A value cut until it takes at most `limit` characters as JSON: long texts first, then lists, then properties. */
export function shrink(value: unknown, limit: number, asking: Asking): unknown {
  if (sizeOf(value) <= limit) return value;
  for (const step of STEPS) {
    const cut = reduce(value, { ...step, ...asking, names: '', ids: '', level: 0 });
    if (sizeOf(cut) <= limit) return cut;
  }
  const note = 'too large to be shown, even in part';
  return isRecord(value) ? { note } : Array.isArray(value) ? [note] : note;
}

interface Reducing extends Step, Asking {
  readonly names: string;
  readonly ids: string;
  readonly level: number;
}

function reduce(value: unknown, at: Reducing): unknown {
  const path = at.canAsk && at.ids !== '' ? at.ids : undefined;
  const from = at.offsets.get(at.ids) ?? at.offsets.get(at.names) ?? 0;
  // One that began later than at its start is cut so that its marker counts right.
  if (typeof value === 'string') return cutRest(value, { longest: at.text, path, from });
  if (typeof value !== 'object' || value === null) return value;
  if (at.level > at.depth) return '…';
  const level = at.level + 1;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).filter(([key]) => key.length <= Math.max(at.text, 60));
    return Object.fromEntries(
      entries.slice(0, at.keys).map(([key, part]) => {
        return [key, reduce(part, { ...at, level, names: join(at.names, key), ids: join(at.ids, key) })];
      }),
    );
  }
  const before = markedRest(value.at(-1));
  const items = before === 0 ? value : value.slice(0, -1);
  const kept = items.slice(0, Math.max(at.items, 1)).map((item) => {
    const id = isRecord(item) ? asText(item.id) : undefined;
    return reduce(item, { ...at, level, ids: id === undefined || at.ids === '' ? at.ids : `${at.ids}.${id}` });
  });
  const rest = items.length - kept.length + before;
  return rest === 0 ? kept : [...kept, marker(rest, 'items', { path, at: from + kept.length })];
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
