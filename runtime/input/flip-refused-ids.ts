import type * as z from 'zod';
import { isRecord } from '../value/value.ts';

/**
 * A copy of an input in which the ids that a schema refused have the other type. APIs declare one and the same id
 * as a string here and as an integer there, and callers pass on what an answer held: `1` and `"1"` are the same id.
 */
export function flipRefusedIds(
  input: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Readonly<Record<string, unknown>> {
  const copy = structuredClone(input);
  for (const { path } of issues) flipAt(copy, path);
  return copy;
}

function isId(key: PropertyKey | undefined): boolean {
  return typeof key === 'string' && /(?:^|_)ids?$/.test(key);
}

/** Flips the value at a path if it is an id, or the ids below it where no form of a union fits. */
function flipAt(root: unknown, path: readonly PropertyKey[]): void {
  let parent: unknown = root;
  for (const key of path.slice(0, -1)) parent = child(parent, key);
  const last = path.at(-1);
  if (last === undefined) return;
  const name = typeof last === 'number' ? path.findLast((key) => typeof key === 'string') : last;
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = flipped(parent[last], isId(name));
  else if (isRecord(parent) && Object.hasOwn(parent, last))
    parent[String(last)] = flipped(parent[String(last)], isId(name));
}

function child(parent: unknown, key: PropertyKey): unknown {
  if (Array.isArray(parent)) return typeof key === 'number' ? parent[key] : undefined;
  return isRecord(parent) && Object.hasOwn(parent, key) ? parent[String(key)] : undefined;
}

function flipped(value: unknown, id: boolean): unknown {
  if (id && typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (id && typeof value === 'string' && /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return Number(value);
  if (Array.isArray(value)) return value.map((item) => flipped(item, id));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, flipped(item, isId(key))]));
}
