import { valueAt } from './json-pointer.ts';
import { isRecord, type Json } from './json-schema.ts';

/** Finds the object that a local `$ref` leads to; undefined where it leads nowhere. */
export type Lookup = (ref: string) => Json | undefined;

/** The lookup of one document. */
export function lookupIn(document: Json): Lookup {
  return (ref) => {
    const target = ref.startsWith('#/') ? valueAt(document, ref) : undefined;
    return isRecord(target) ? target : undefined;
  };
}
