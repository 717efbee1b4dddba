import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { GRAMMAR, type Kind, manyOf, type Shape } from './grammar.ts';

/** An object in a description. */
export interface Part {
  readonly value: unknown;
  readonly kind: Kind;
  readonly pointer: string;
}

/**
 * An object of a description with a change made to each object in it that the grammar knows, one level deep. What is not
 * changed is the same object as before. Undefined as an answer leaves a part out.
 */
export function mapParts(value: Json, { kind, pointer }: Omit<Part, 'value'>, change: (part: Part) => unknown): Json {
  return mapKeys(value, pointer, (child, key, at) => {
    const shape = shapeAt(kind, key);
    if (shape === undefined) return child;
    const many = manyOf(shape);
    if (many === undefined) return isKind(shape) ? change({ value: child, kind: shape, pointer: at }) : child;
    const { of } = many;
    if (of === 'scopes') return child;
    if (many.many === 'list' && Array.isArray(child))
      return mapItems(child, (item, index) => change({ value: item, kind: of, pointer: `${at}/${index}` }));
    if (many.many === 'map' && isRecord(child))
      return mapKeys(child, at, (item, name, place) =>
        isExtension(of, name) ? item : change({ value: item, kind: of, pointer: place }),
      );
    return child;
  });
}

/** What stands at a key of an object; undefined where the grammar says nothing of it. */
export function shapeAt(kind: Kind, key: string): Shape | undefined {
  return GRAMMAR[kind]?.get(key);
}

/** Whether a shape is one object. */
export function isKind(shape: Shape): shape is Kind {
  return Object.hasOwn(GRAMMAR, shape);
}

/** Whether a name in a map is that of an extension beside what is in it; properties and schemas may be called so. */
export function isExtension(kind: Kind, name: string): boolean {
  return kind !== 'schema' && kind !== 'header' && kind !== 'swaggerHeader' && name.startsWith('x-');
}

/** An object with its values changed; the same object where nothing is. Undefined leaves a key out. */
export function mapKeys(
  value: Json,
  pointer: string,
  change: (child: unknown, key: string, pointer: string) => unknown,
): Json {
  let isChanged = false;
  const entries: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const changed = change(child, key, pointer + pointerTo([key]));
    if (changed !== child) isChanged = true;
    if (changed !== undefined) entries.push([key, changed]);
  }
  return isChanged ? Object.fromEntries(entries) : value;
}

/** A list with its items changed; the same list where nothing is. Undefined leaves an item out. */
export function mapItems(
  items: readonly unknown[],
  change: (item: unknown, index: number) => unknown,
): readonly unknown[] {
  let isChanged = false;
  const kept: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const changed = change(item, index);
    if (changed !== item) isChanged = true;
    if (changed !== undefined) kept.push(changed);
  }
  return isChanged ? kept : items;
}
