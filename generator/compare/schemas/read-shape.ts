import { isRecord, type Json } from '../../json/json-schema.ts';
import type { Lookup } from '../../json/lookup.ts';
import { type Draft, draftOf, formsOf, meet } from './draft.ts';
import type { Direction, Form, Shape } from './form.ts';
import { kindReader } from './kinds.ts';
import { mergeForms } from './merge-forms.ts';

/** Reads the schemas of one description for one direction. */
export interface ShapeReader {
  readonly direction: Direction;
  /** The schema itself where it is more than a reference, else what that leads to in the end. */
  readonly resolve: (schema: unknown) => Json;
  readonly shapeOf: (schema: Json) => Shape;
  /** Several schemas that hold at once, as one: the same one for the same schemas. */
  readonly both: (schemas: readonly Json[]) => Json;
}

/** Ways through a composition; the linter refuses descriptions that have more. */
const MOST_WAYS = 10_000;

const NOTES = ['default', 'deprecated', 'readOnly', 'writeOnly'];

/** A reader that remembers what it has read. */
export function shapeReader(lookup: Lookup, direction: Direction): ShapeReader {
  const shapes = new Map<Json, Shape>();
  const numbers = new Map<Json, number>();
  const joined = new Map<string, Json>();
  const kinds = kindReader(resolve);
  const anything: Json = {};

  function resolve(schema: unknown): Json {
    let here = isRecord(schema) ? schema : anything;
    for (const seen = new Set<Json>(); isReference(here); ) {
      seen.add(here);
      const target = lookup(String(here.$ref));
      if (target === undefined || seen.has(target)) return anything;
      here = target;
    }
    return here;
  }

  function both(schemas: readonly Json[]): Json {
    const unique = [...new Set(schemas.map(resolve))];
    const [only = anything, ...more] = unique;
    if (more.length === 0) return only;
    const ids = unique.map((schema) => {
      const number = numbers.get(schema) ?? numbers.size;
      numbers.set(schema, number);
      return number;
    });
    const key = ids.toSorted((a, b) => a - b).join(' ');
    const known = joined.get(key) ?? { allOf: unique };
    joined.set(key, known);
    return known;
  }

  function shapeOf(schema: Json): Shape {
    const known = shapes.get(schema);
    if (known) return known;
    const drafts = drafted(schema, new Set());
    const forms = drafts.flatMap((draft) => formsOf(draft, both)).map(visible);
    const shape: Shape = {
      forms: mergeForms(forms),
      isNullable: drafts.some(({ isNullable }) => isNullable === true) || forms.some(({ type }) => type === 'any'),
      notes: notesOf(schema, new Set()),
      sources: [...new Set(drafts.flatMap(({ sources }) => sources))],
    };
    shapes.set(schema, shape);
    return shape;
  }

  /** An object without the properties that do not go this way. */
  function visible(form: Form): Form {
    const hidden = direction === 'argument' ? 'readOnly' : 'writeOnly';
    const away = [...form.properties].filter(([, part]) => notesOf(part, new Set()).get(hidden) === true);
    if (away.length === 0) return form;
    const names = new Set(away.map(([name]) => name));
    return {
      ...form,
      properties: new Map([...form.properties].filter(([name]) => !names.has(name))),
      required: new Set([...form.required].filter((name) => !names.has(name))),
    };
  }

  /** Every way to satisfy a schema; none through a schema that holds itself. */
  function drafted(schema: Json, open: ReadonlySet<Json>): Draft[] {
    if (open.has(schema)) return [];
    const inside = new Set([...open, schema]);
    const own = kinds.ofWhole(schema, draftOf(schema));
    let drafts: Draft[] = [own];
    const times = (others: readonly Draft[]): void => {
      if (others.length > 0)
        drafts = drafts.flatMap((draft) => others.map((other) => meet(draft, other))).slice(0, MOST_WAYS);
    };
    if (typeof schema.$ref === 'string') {
      const { $ref } = schema;
      const target = lookup($ref);
      const name = $ref.split('/').at(-1) ?? $ref;
      const led = target ? drafted(target, inside) : undefined;
      if (led?.length === 0) return [];
      times((led ?? []).map((draft) => ({ ...draft, names: new Set([name, ...draft.names]) })));
    }
    for (const part of records(schema.allOf)) times(drafted(part, inside));
    for (const keyword of ['oneOf', 'anyOf'])
      times(
        records(schema[keyword]).flatMap((part) =>
          drafted(part, inside).map((draft) => kinds.ofBranch(schema, part, draft)),
        ),
      );
    // Outside of a composition it says something of this place, whatever its parts say of themselves.
    const { nullable } = schema;
    return typeof nullable === 'boolean' ? drafts.map((draft) => ({ ...draft, isNullable: nullable })) : drafts;
  }

  /** The outermost word on each. */
  function notesOf(schema: Json, open: ReadonlySet<Json>): ReadonlyMap<string, unknown> {
    const own = NOTES.filter((note) => Object.hasOwn(schema, note) && schema[note] !== false);
    const notes = new Map(own.map((note) => [note, schema[note]]));
    const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : undefined;
    for (const part of [...(target ? [target] : []), ...records(schema.allOf)])
      if (!open.has(part))
        for (const [note, value] of notesOf(part, new Set([...open, schema])))
          if (!notes.has(note)) notes.set(note, value);
    return notes;
  }

  return { direction, resolve, shapeOf, both };
}

function isReference(schema: Json): boolean {
  return typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
}

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
