import { isRecord } from './json-schema.ts';

/** The JSON Pointer (RFC 6901) that a path of keys makes. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys of a JSON Pointer, also of one in a `$ref` (`#/…`), where percent signs stand for characters. */
export function keysOf(pointer: string): string[] {
  const isReference = pointer.startsWith('#');
  const [, ...keys] = pointer.replace(/^#/, '').split('/');
  return keys.map((key) => (isReference ? decoded(key) : key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a JSON Pointer or a local `$ref` leads to; undefined where it leads nowhere, or into another file. */
export function valueAt(document: unknown, pointer: string): unknown {
  if (pointer === '' || pointer === '#') return document;
  if (!/^#?\//.test(pointer)) return undefined;
  let here = document;
  for (const key of keysOf(pointer)) {
    if (Array.isArray(here)) here = /^\d+$/.test(key) ? here[Number(key)] : undefined;
    else here = isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

/** A percent sign that encodes nothing stands for itself. */
function decoded(key: string): string {
  return key.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
