import { isRecord, type Json } from '../json/json-schema.ts';
import type { Form } from './schemas/form.ts';
import type { ShapeReader } from './schemas/read-shape.ts';

/** The dotted place of a list in an answer, as its paging says; empty where the answer is the list itself. */
export function pagedItems({ 'x-pagination': paging }: Json): string | undefined {
  return isRecord(paging) && typeof paging.items === 'string' ? paging.items : undefined;
}

/** The only list of an answer, where it has one and no more. */
export function onlyList(schema: unknown, reader: ShapeReader): string | undefined {
  const [form, ...others] = reader.shapeOf(reader.resolve(schema)).forms;
  if (form === undefined || others.length > 0) return undefined;
  const lists = [...form.properties].filter(([, part]) => isListSchema(part, reader)).map(([name]) => name);
  return lists.length === 1 ? lists[0] : undefined;
}

/** The schema of the items of a list at a place; undefined where there is no list. */
export function itemsAt(schema: unknown, place: string, reader: ShapeReader): Json | undefined {
  let here: Json | undefined = reader.resolve(schema);
  for (const key of place === '' ? [] : place.split('.')) {
    const forms: readonly Form[] = here ? reader.shapeOf(here).forms : [];
    here = forms.map(({ properties }) => properties.get(key)).find((part) => part !== undefined);
  }
  return here && reader.shapeOf(here).forms.find(({ type }) => type === 'array')?.items;
}

function isListSchema(schema: Json, reader: ShapeReader): boolean {
  const { forms } = reader.shapeOf(schema);
  return forms.length === 1 && forms[0]?.type === 'array';
}
