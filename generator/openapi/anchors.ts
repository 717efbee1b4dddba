import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';

/** Names of schemas that stand in them (`$anchor`, `$dynamicAnchor`, `$id`), and the pointers that these stand for. */
export type Anchors = ReadonlyMap<string, string>;

const known = new WeakMap<Json, Anchors>();

/** The names that the schemas of a document give themselves, found when the first is asked for. */
export function anchorsOf(document: Json): Anchors {
  const before = known.get(document);
  if (before !== undefined) return before;
  const anchors = new Map<string, string>();
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`);
    if (!isRecord(value)) return;
    const names = [value.$anchor, value.$dynamicAnchor].flatMap((name) =>
      typeof name === 'string' ? [`#${name}`] : [],
    );
    // The first of a name is the one that all others can see.
    for (const name of typeof value.$id === 'string' ? [...names, value.$id] : names)
      if (!anchors.has(name)) anchors.set(name, pointer);
    for (const [key, child] of Object.entries(value))
      if (key !== 'example' && key !== 'examples') visit(child, pointer + pointerTo([key]));
  };
  visit(document, '');
  known.set(document, anchors);
  return anchors;
}
