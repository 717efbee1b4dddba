import { isRecord } from '../value/value.ts';
import { type Encoded, isEncoded } from './encoded.ts';
import type { QueryValue, Scalar } from './query-value.ts';

/**
 * A value as it is sent in brackets: `{ a: { b: 1 } }` under `filter` is `filter[a][b]=1`, a list is `filter[]=1&filter[]=2`,
 * and a list of objects counts them, `filter[0][a]=1`. What cannot be sent, such as null, is left out.
 */
export function deepObject(value: unknown): QueryValue {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    const scalars = list.filter(isScalar);
    if (scalars.length === list.length) return scalars.length > 0 ? { '': scalars } : undefined;
    return Object.fromEntries(list.map((item, index) => [String(index), deepObject(item)]));
  }
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === '' ? scalarsOf(part) : deepObject(part)]),
    );
  return isScalar(value) ? value : undefined;
}

/** What stands under an empty key is a list that has been here before. */
function scalarsOf(value: unknown): QueryValue {
  return Array.isArray(value) ? value.filter(isScalar) : deepObject(value);
}

/** A value as pairs of name and value: a list becomes repeated names, missing values are left out. */
export function pairs(name: string, value: QueryValue): (readonly [name: string, value: string | Encoded])[] {
  if (value === null || value === undefined) return [];
  if (isScalar(value)) return [[name, String(value)]];
  if (isEncoded(value)) return [[name, value]];
  if (isList(value)) return value.map((item) => [name, isEncoded(item) ? item : String(item)] as const);
  return Object.entries(value).flatMap(([key, part]) => pairs(`${name}[${key}]`, part));
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
function isList(value: QueryValue): value is readonly (Scalar | Encoded)[] {
  return Array.isArray(value);
}
