import type { FieldValue } from '../search/index.ts';

/** A value as searches compare it; nothing where it is a list, an object or null. */
export function scalar(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
