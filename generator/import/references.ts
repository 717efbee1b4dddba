import { isArray, type Json } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';

/** A `$ref` and the keys that lead to it. */
export interface Reference {
  readonly ref: string;
  readonly path: readonly string[];
}

/** Every `$ref` outside of examples, where it would be data. */
export function references(value: Json, path: readonly string[]): readonly Reference[] {
  if (isArray(value)) return value.flatMap((item, index) => references(item, [...path, String(index)]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]): readonly Reference[] => {
    if (key === '$ref' && typeof child === 'string') return [{ ref: child, path: [...path, key] }];
    const isExample = (key === 'example' || key === 'examples') && path.at(-1) !== 'properties';
    return isExample ? [] : references(child, [...path, key]);
  });
}
