import { isRecord } from '../value/value.ts';
import type { PathPart } from './path.ts';
import { textOf } from './query-style.ts';

/** OpenAPI's `explode`: each property of an object is written as `name=value`, and items stand apart. */
interface Exploding {
  readonly explode?: boolean;
}

/** A list or an object in a path, separated by commas: `3,4,5`, `R,100,G,200`, or `R=100,G=200` (RFC 6570, `{id}`). */
export function simplePath(value: unknown, { explode = false }: Exploding = {}): PathPart {
  return { value, write: (encode) => members(value, explode, encode).join(',') };
}

/** A value behind a dot: `.5`, `.3,4`, or `.3.4` where it explodes (RFC 6570, `{.id}`). */
export function labelPath(value: unknown, { explode = false }: Exploding = {}): PathPart {
  return { value, write: (encode) => prefixed('.', members(value, explode, encode).join(explode ? '.' : ',')) };
}

/** A value as a path parameter of its own: `;id=5`, `;id=3,4`, or `;id=3;id=4` where it explodes (RFC 6570, `{;id}`). */
export function matrixPath(name: string, value: unknown, { explode = false }: Exploding = {}): PathPart {
  return {
    value,
    write: (encode) => {
      const parts = members(value, explode, encode);
      const named = (part: string) => `;${encode(name)}=${part}`;
      if (!explode) return parts.length === 0 ? '' : named(parts.join(','));
      return parts.map((part) => (isRecord(value) ? `;${part}` : named(part))).join('');
    },
  };
}

/**
 * A value that may hold slashes, such as the path of a file: each of its segments is checked by itself, so that it leads
 * nowhere else. The slashes are encoded, unless `allowReserved` sends them as they are.
 */
export function pathSegments(value: unknown, { allowReserved = false }: { allowReserved?: boolean } = {}): PathPart {
  return {
    value,
    write: (encode) => {
      if (typeof value !== 'string' || !value.includes('/')) return encode(value);
      const parts = value.split('/');
      // An encoded slash may stand anywhere; two that are not may be taken for one.
      const mayBeBare = !allowReserved && parts.some((part) => part !== '');
      return parts.map((part) => (part === '' && mayBeBare ? '' : encode(part))).join(allowReserved ? '/' : '%2F');
    },
  };
}

function members(value: unknown, explode: boolean, encode: (value: unknown) => string): string[] {
  if (Array.isArray(value)) return value.map((item: unknown) => encode(flat(item)));
  if (!isRecord(value)) return [encode(value)];
  const known = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return explode
    ? known.map(([key, part]) => `${encode(key)}=${encode(flat(part))}`)
    : known.flatMap(([key, part]) => [encode(key), encode(flat(part))]);
}

/** What lies deeper than a style reaches is JSON. */
function flat(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? textOf(value) : value;
}

function prefixed(prefix: string, text: string): string {
  return text === '' ? '' : prefix + text;
}
