import { isRecord } from '../value/value.ts';
import { flatParts, textOf } from './query-style.ts';

/**
 * A list or an object in a header, separated by commas (OpenAPI's `simple`): `R,1,G,2`, or `R=1,G=2` where it explodes.
 * Nothing is percent-encoded: no server takes that off a header.
 */
export function headerValue(value: unknown, { explode = false }: { explode?: boolean } = {}): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (!explode || !isRecord(value)) return flatParts(value).join(',');
  const known = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return known.map(([key, part]) => `${key}=${textOf(part)}`).join(',');
}

/** A value as JSON that a header can carry: all but ASCII is written as `\u…`. */
export function asciiJson(value: unknown): string | undefined {
  // Undefined has no JSON.
  const json: string | undefined = JSON.stringify(value);
  return json?.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
