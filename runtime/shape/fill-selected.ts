import { isRecord } from '../value/value.ts';

/** A cleaned item in which what was asked for by name, and is there and empty in the answer, is null. */
export function fillSelected(
  cleaned: unknown,
  {
    raw,
    paths,
    opaque,
  }: { readonly raw: unknown; readonly paths: readonly string[]; readonly opaque: ReadonlySet<string> },
): unknown {
  return paths.reduce((done, path) => fill(done, raw, path.split('.'), opaque), cleaned);
}

/** Follows objects, not lists: what an item of a list lacks is said by the item. */
function fill(
  shown: unknown,
  raw: unknown,
  [key = '', ...deeper]: readonly string[],
  opaque: ReadonlySet<string>,
): unknown {
  if (!isRecord(shown) || !isRecord(raw) || !Object.hasOwn(raw, key)) return shown;
  if (!Object.hasOwn(shown, key)) {
    const inner = deeper.length > 0 ? fill({}, raw[key], deeper, opaque) : null;
    return { ...shown, [key]: isRecord(inner) && Object.keys(inner).length > 0 ? inner : null };
  }
  return deeper.length === 0 || opaque.has(key)
    ? shown
    : { ...shown, [key]: fill(shown[key], raw[key], deeper, opaque) };
}
