import { isRecord } from '../value/value.ts';

/** Properties of what an answer shows in the place of a name. */
const REFERENCE: ReadonlySet<string> = new Set(['type', 'id', 'name']);

/** The name of what an answer shows as `{ id, name }`, where a write takes the name alone; `undefined` for anything else. */
export function nameIn(raw: unknown): string | undefined {
  if (!isRecord(raw) || typeof raw.name !== 'string') return undefined;
  return Object.keys(raw).every((key) => REFERENCE.has(key)) ? raw.name : undefined;
}

/** An object of one property for its value alone, which is how answers show it; `undefined` where it has more. */
export function objectOf(shape: Readonly<Record<string, unknown>>, raw: unknown): Record<string, unknown> | undefined {
  const [key, ...others] = Object.keys(shape);
  const isValue = typeof raw === 'number' || (typeof raw === 'string' && !/^\s*[[{]/.test(raw));
  return isValue && key !== undefined && others.length === 0 ? { [key]: raw } : undefined;
}
