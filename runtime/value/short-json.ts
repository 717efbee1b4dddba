import { isRecord } from './value.ts';

/** A value as JSON of at most so many characters; undefined where it has more, without looking at all of it. */
export function shortJson(value: unknown, most: number): string | undefined {
  if (atLeast(value, most) > most) return undefined;
  const json = JSON.stringify(value) ?? '';
  return json.length <= most ? json : undefined;
}

/** Fewer characters than a value has as JSON, or exactly so many; the count ends once it is over `most`. */
function atLeast(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + 2;
  if (!isRecord(value) && !Array.isArray(value)) return 1;
  const parts = Array.isArray(value) ? value : Object.values(value);
  if (parts.length > most) return parts.length;
  let count = 2;
  for (const part of parts) {
    count += atLeast(part, most - count);
    if (count > most) break;
  }
  return count;
}
