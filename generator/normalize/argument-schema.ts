import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { joinSentences } from '../text/join-sentences.ts';
import { plainText } from '../text/plain-text.ts';
import { alternatives } from './alternatives.ts';
import { constraintWords } from './constraint-words.ts';
import { defaultWords } from './default-words.ts';
import { joinForms, widenForms } from './join-forms.ts';
import { proseOf } from './prose.ts';
import type { Nulls, SchemaContext } from './schema-context.ts';
import { plainSchema } from './value-schema.ts';

/** Deeper objects than this say no more than what they need: no model fills them in from a schema. The rest is for what grows too large. */
const depths = [5, 4, 3, 2, 1];
/** More properties than this, counted at every level, are more than a tool can say in the tokens that it may cost. */
const mostProperties = 1_000;
/** So many properties that are needed where others are left out. */
const mostNeeded = 100;

/** The level below which a schema was opened because it grew too large. */
const opened = new WeakMap<JsonSchema, number>();
/** Characters of the words of an argument: prose gives way to what is told of its value. */
const longest = 160;
/** A union of more forms than this says nothing that helps. */
const widest = 16;

/** How the schema of an argument is written. */
export interface ArgumentOptions {
  /** The name of the argument. */
  readonly key: string;
  readonly nulls?: Nulls;
  /** True where the value goes over the wire as text, in an address or a form: long integers need no type of their own there. */
  readonly isText?: boolean;
}

/**
 * The part of a schema that a model needs to fill in a value, in the keywords that every client accepts:
 * no `$ref`, `oneOf`, `allOf` or lists of types; formats, patterns and lengths in words. Recursion ends in an open value.
 */
export function argumentSchema(
  schema: unknown,
  lookup: Lookup,
  { key, nulls = 'refused', isText = false }: ArgumentOptions,
): JsonSchema {
  if (!isRecord(schema)) return {};
  const ofDocument = written.get(lookup) ?? new WeakMap<Json, Map<string, JsonSchema>>();
  written.set(lookup, ofDocument);
  const ofSchema = ofDocument.get(schema) ?? new Map<string, JsonSchema>();
  ofDocument.set(schema, ofSchema);
  const variant = `${key} ${nulls} ${isText}`;
  const simple = ofSchema.get(variant) ?? fitted(schema, lookup, { key, nulls, isText });
  ofSchema.set(variant, simple);
  return simple;
}

/** What was written before, by document, schema and context: operations share the largest of their schemas. */
const written = new WeakMap<Lookup, WeakMap<Json, Map<string, JsonSchema>>>();

function fitted(schema: Json, lookup: Lookup, options: Required<ArgumentOptions>): JsonSchema {
  let simple: JsonSchema = {};
  for (const deepest of depths) {
    const room = { left: mostProperties, needed: mostNeeded, isLast: deepest === depths.at(-1) };
    simple = simplify(schema, { ...options, lookup, below: simplify, depth: 0, seen: [], deepest, room });
    if (deepest < (depths[0] ?? 0)) opened.set(simple, deepest);
    if (room.left > 0) break;
  }
  return simple;
}

/** The level below which a schema of {@link argumentSchema} is open, where that is less deep than usual. */
export function openedBelow(schema: JsonSchema): number | undefined {
  return opened.get(schema);
}

function simplify(schema: unknown, context: SchemaContext): JsonSchema {
  if (!isRecord(schema)) return {};
  // It is written again, less deep, and nothing of this is kept.
  if (context.room.left <= 0 && !context.room.isLast) return {};
  const { description: note = '', ...bare } = withoutProse(schema, context);
  const { key, lookup, depth } = context;
  const prose = proseOf(schema, lookup, { key, isTop: depth === 0 });
  const notes = joinSentences([
    note,
    defaultWords(schema, { prose, lookup }),
    constraintWords(schema, lookup, { key, prose }),
  ]);
  const description = joinSentences([notes === '' ? prose : plainText(prose, longest - notes.length), notes]);
  return description ? { ...bare, description } : bare;
}

function withoutProse(schema: Json, context: SchemaContext): JsonSchema {
  const { lookup, seen: before, nulls } = context;
  const forms = alternatives(schema, lookup, before, { telling: true }).flatMap(({ schema: form, seen }) =>
    byType(form).map((one) => ({ form: one, seen })),
  );
  const admitsNull = nulls !== 'refused' && forms.some(({ form }) => takesNull(form));
  const kept: JsonSchema[] = [];
  for (const { form, seen } of forms) {
    if (isNull(form)) continue;
    const simple = plainSchema(form, { ...context, seen });
    if (!kept.some((other) => sameJson(other, simple))) kept.push(simple);
  }
  if (kept.length === 0 && admitsNull) return { type: 'null' };
  const open = kept.some((form) => Object.keys(form).length === 0);
  if (open || kept.length === 0) return {};
  const union = kept.length > widest ? widenForms(kept) : joinForms(kept);
  const options = union
    .flatMap((form) => form.anyOf ?? [form])
    .filter((form, at, all) => all.findIndex((other) => sameJson(other, form)) === at);
  if (admitsNull && nulls !== 'taken') return { anyOf: [...options, { type: 'null' }] };
  const [only = {}, ...others] = options;
  if (Object.keys(only).length === 0 && others.length === 0) return {};
  return { ...(others.length === 0 ? only : { anyOf: options }), ...(admitsNull && { nullable: true }) };
}

/** A list of types (OpenAPI 3.1) as one schema each. */
function byType(schema: Json): Json[] {
  return Array.isArray(schema.type) ? schema.type.map((type: unknown) => ({ ...schema, type })) : [schema];
}

function isNull(form: Json): boolean {
  return form.type === 'null' || form.const === null;
}

/** Null by a type of its own, by `nullable`, or as one of the values of what has no type. */
function takesNull(form: Json): boolean {
  const isListed = form.type === undefined && Array.isArray(form.enum) && form.enum.includes(null);
  return isNull(form) || form.nullable === true || isListed;
}
