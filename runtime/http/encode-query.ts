import { pairs } from '../tool/deep-object.ts';
import { type Encoded, percentEncode } from '../tool/encoded.ts';
import type { QueryValue } from '../tool/query-value.ts';

/** Values by name as `name=value` with what is in between; lists repeat their name, objects stand in brackets, missing values are left out. */
export function encodePairs(values: Readonly<Record<string, QueryValue>>, between: '&' | '; '): string {
  return Object.entries(values)
    .flatMap(([key, value]) => pairs(key, value))
    .map(([name, value]) => `${percentEncode(name)}=${written(value)}`)
    .join(between);
}

/** As `application/x-www-form-urlencoded` has it, whose spaces are plus signs. */
export function encodeForm(values: readonly (readonly [string, string | Encoded])[]): string {
  return values.map(([name, value]) => `${percentEncode(name)}=${written(value)}`.replaceAll('%20', '+')).join('&');
}

function written(value: string | Encoded): string {
  return typeof value === 'string' ? percentEncode(value) : value.text;
}
