import type { Json } from '../../json/json-schema.ts';
import { snakeCase } from '../../text/words.ts';
import type { Form } from './form.ts';
import type { ShapeReader } from './read-shape.ts';

/** Objects with more new or missing fields than this were rewritten, not renamed. */
const MOST = 40;

/**
 * Fields that go by another name now, old name -> new name: both say the same of their values, their names share a word,
 * and no other field could be meant.
 */
export function renamedFields(
  before: Form,
  after: Form,
  readers: { readonly before: ShapeReader; readonly after: ShapeReader },
): ReadonlyMap<string, string> {
  const gone = [...before.properties.keys()].filter((name) => !after.properties.has(name));
  const fresh = [...after.properties.keys()].filter((name) => !before.properties.has(name));
  if (gone.length === 0 || fresh.length === 0 || gone.length > MOST || fresh.length > MOST) return new Map();
  const isLike = (old: string, now: string): boolean => {
    const [was, is] = [before.properties.get(old), after.properties.get(now)];
    if (!was || !is || before.required.has(old) !== after.required.has(now)) return false;
    return sharesWord(old, now) && signature(readers.before, was) === signature(readers.after, is);
  };
  return new Map(
    gone.flatMap((old) => {
      const [now, ...others] = fresh.filter((name) => isLike(old, name));
      if (now === undefined || others.length > 0 || gone.filter((name) => isLike(name, now)).length > 1) return [];
      return [[old, now] as const];
    }),
  );
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(snakeCase(one).split('_'));
  return snakeCase(other)
    .split('_')
    .some((word) => word.length > 1 && word !== 'id' && words.has(word));
}

/** What a schema says of its values at its top, as a text. */
function signature(reader: ShapeReader, schema: Json): string {
  const { forms, isNullable, notes } = reader.shapeOf(schema);
  return JSON.stringify([
    isNullable,
    [...notes].sort(),
    forms.map(({ type, values, keywords, properties, required, items }) => [
      type,
      values?.map((value) => JSON.stringify(value)).sort(),
      [...keywords].sort(),
      [...properties.keys()].sort(),
      [...required].sort(),
      items === undefined
        ? []
        : reader.shapeOf(items).forms.map((form) => [form.type, [...form.properties.keys()].sort()]),
    ]),
  ]);
}
