import { valueAt } from './json-pointer.ts';
import { isRecord, type Json } from './json-schema.ts';

/** Finds the object that a local `$ref` leads to; undefined where it leads nowhere. */
export type Lookup = (ref: string) => Json | undefined;

/** The lookup of one document, which stays as it is: what was found once is remembered. */
export function lookupIn(document: Json): Lookup {
  const known = new Map<string, Json>();
  return (ref) => {
    const before = known.get(ref);
    if (before !== undefined) return before;
    const target = ref.startsWith('#/') ? valueAt(document, ref) : undefined;
    if (!isRecord(target)) return undefined;
    known.set(ref, target);
    return target;
  };
}
