import { isRecord } from './value.ts';

/** Thirty-two bits (FNV-1a) of a text, short and the same everywhere: it tells texts apart by accident, not by attack. */
export function digestText(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A short text that tells values apart as {@link alikeText} does, by accident and not by attack. */
export function digestValue(value: unknown): string {
  return digestText(alikeText(value));
}

/** The same text for values that mean the same to the API: the order of keys, missing values, and `5` for `"5"` make no difference. */
export function alikeText(value: unknown): string {
  return JSON.stringify(value, alike) ?? '';
}

function alike(_: string, value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (!isRecord(value)) return value;
  const present = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}
