import { itemsAt, onlyList } from './list-place.ts';
import type { ShapeReader } from './schemas/read-shape.ts';

/** An answer that was one thing and is a list of them now, or the other way round. */
export interface BecameList {
  readonly isListNow: boolean;
  /** The dotted place of the list. */
  readonly items: string;
  /** The fields of the one thing, which stand in the list's items. */
  readonly fields: ReadonlySet<string>;
}

/** A thing of fewer fields could be anything. */
const LEAST_FIELDS = 2;

/** Whether one answer holds the only list of what the other is alone: most of its fields, and not beside the list itself. */
export function becameList(
  [before, after]: readonly [unknown, unknown],
  readers: { readonly before: ShapeReader; readonly after: ShapeReader },
): BecameList | undefined {
  const now = listOf(before, after, { alone: readers.before, listing: readers.after });
  if (now) return { isListNow: true, ...now };
  const once = listOf(after, before, { alone: readers.after, listing: readers.before });
  return once && { isListNow: false, ...once };
}

function listOf(
  alone: unknown,
  listing: unknown,
  readers: { readonly alone: ShapeReader; readonly listing: ShapeReader },
): Omit<BecameList, 'isListNow'> | undefined {
  const items = onlyList(listing, readers.listing);
  const inside = items === undefined ? undefined : itemsAt(listing, items, readers.listing);
  if (items === undefined || inside === undefined) return undefined;
  const own = fieldsOf(alone, readers.alone);
  const beside = fieldsOf(listing, readers.listing);
  const inItems = fieldsOf(inside, readers.listing);
  const fields = own.filter((name) => inItems.includes(name) && !beside.includes(name));
  const others = own.filter((name) => !fields.includes(name) && !beside.includes(name));
  if (own.includes(items) || fields.length < LEAST_FIELDS || others.length >= fields.length) return undefined;
  return { items, fields: new Set(fields) };
}

function fieldsOf(schema: unknown, reader: ShapeReader): string[] {
  return reader.shapeOf(reader.resolve(schema)).forms.flatMap(({ properties }) => [...properties.keys()]);
}
