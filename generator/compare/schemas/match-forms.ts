import type { Json } from '../../json/json-schema.ts';
import type { Form } from './form.ts';
import type { ShapeReader } from './read-shape.ts';

/** Forms of one type, each with the one that it was before; and those that came or went. */
export interface Matches {
  readonly pairs: readonly (readonly [Form, Form])[];
  readonly added: readonly Form[];
  readonly removed: readonly Form[];
}

/** More pairs than this are matched by their order alone. */
const MOST_PAIRS = 4_000;

/** What of two forms with nothing else in common is still the same form. */
const LEAST = 0.3;

/** Finds which form of a union became which, whatever their order: by the shared schema they come from, else by likeness. */
export function matchForms(
  before: readonly Form[],
  after: readonly Form[],
  readers: { readonly before: ShapeReader; readonly after: ShapeReader },
): Matches {
  const [only, ...others] = before;
  const [now, ...more] = after;
  // One form that changed is the same form.
  if (only && now && others.length === 0 && more.length === 0) return { pairs: [[only, now]], added: [], removed: [] };
  const likenesses =
    before.length * after.length > MOST_PAIRS
      ? before.flatMap((_, at) => (at < after.length ? [[1, at, at] as const] : []))
      : before.flatMap((form, from) => after.map((other, to) => [likeness(form, other, readers), from, to] as const));
  const pairs: [Form, Form][] = [];
  const [taken, given] = [new Set<number>(), new Set<number>()];
  for (const [value, from, to] of likenesses.toSorted(
    ([a, af, at], [b, bf, bt]) => b - a || Math.abs(af - at) - Math.abs(bf - bt),
  )) {
    const [form, other] = [before[from], after[to]];
    if (value < LEAST || taken.has(from) || given.has(to) || !form || !other) continue;
    taken.add(from);
    given.add(to);
    pairs.push([form, other]);
  }
  return {
    pairs,
    added: after.filter((_, at) => !given.has(at)),
    removed: before.filter((_, at) => !taken.has(at)),
  };
}

type Readers = { readonly before: ShapeReader; readonly after: ShapeReader };

function likeness(one: Form, other: Form, readers: Readers): number {
  const shared = [...one.names].some((name) => other.names.has(name)) ? 2 : 0;
  if (one.type === 'object') return shared + likeProperties(one, other, readers);
  if (one.type === 'array') return shared + likeItems(one.items, other.items, readers);
  const [values, more] = [new Set(one.values?.map(String)), new Set(other.values?.map(String))];
  const listed = (one.values === undefined) === (other.values === undefined) ? 0.5 : 0;
  return shared + listed + (values.size > 0 ? overlap(values, more) : 0) + (sameBounds(one, other) ? 1 : 0);
}

function sameBounds(one: Form, other: Form): boolean {
  return JSON.stringify([...one.keywords].sort()) === JSON.stringify([...other.keywords].sort());
}

/** Objects that give the same property other values are told apart by it. */
function likeProperties(one: Form, other: Form, readers: Readers): number {
  let likeness = overlap(new Set(one.properties.keys()), new Set(other.properties.keys()));
  for (const [name, part] of one.properties) {
    const values = onlyValue(readers.before, part);
    const others = onlyValue(readers.after, other.properties.get(name));
    if (values !== undefined && others !== undefined) likeness += values === others ? 1 : -1;
  }
  return likeness;
}

function onlyValue(reader: ShapeReader, schema: Json | undefined): string | undefined {
  const values = schema && reader.shapeOf(schema).forms.flatMap((form) => form.values ?? []);
  return values?.length === 1 ? JSON.stringify(values[0]) : undefined;
}

function likeItems(one: Json | undefined, other: Json | undefined, readers: Readers): number {
  if (one === undefined || other === undefined) return one === other ? 1 : 0;
  const [before, after] = [readers.before.shapeOf(one), readers.after.shapeOf(other)];
  const types = overlap(new Set(before.forms.map(({ type }) => type)), new Set(after.forms.map(({ type }) => type)));
  const [form, now] = [before.forms[0], after.forms[0]];
  return form?.type === 'object' && now?.type === 'object' ? types / 2 + likeProperties(form, now, readers) : types;
}

/** How much of two sets is in both: 1 where they are the same, also where both are empty. */
function overlap<Value>(one: ReadonlySet<Value>, other: ReadonlySet<Value>): number {
  const all = new Set([...one, ...other]).size;
  return all === 0 ? 1 : [...one].filter((value) => other.has(value)).length / all;
}
