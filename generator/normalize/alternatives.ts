import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { formsUnder } from './conditional-forms.ts';
import { conditionsOf, unconditional } from './conditions.ts';
import { heirMark, heirsOf, kindsByReference } from './discriminator.ts';
import { enumOf } from './enum.ts';
import { haveCommonType, intersect, isComposition } from './intersect.ts';
import { looseForm } from './loose-form.ts';

/** More combinations of several unions than this are not told apart; of one union all forms count. */
const most = 48;

/** After more references than this on the way to it, what was met before is not gone through again. */
const longestWay = 16;

/** The mark of what lies within a schema that holds itself, from where it is met for the second time. */
const repeated = 'repeated';

/** Whether what `seen` led to lies within another one of itself: only what it needs is worth saying again. */
export function isRepeated(seen: readonly string[]): boolean {
  return seen[0] === repeated;
}

/** One form of a schema, without `$ref`, `allOf`, `anyOf` or `oneOf` at its top, and the references that led to it. */
export interface Form {
  readonly schema: Json;
  readonly seen: readonly string[];
}

/** What is looked at: `telling` says of each form by which value of the discriminator it is known. */
export interface AlternativesOptions {
  readonly telling?: boolean;
  /** What makes up a schema together with others: a part of it, or a form of a part. */
  readonly as?: 'part' | 'form';
}

/**
 * All forms that a schema allows. `oneOf` is read as `anyOf`: descriptions use it for forms that overlap. A schema that holds
 * itself is cut to its type where it is met for the third time. Where it is `telling`, a schema with a discriminator has the forms of those that are made of it.
 */
export function alternatives(
  schema: Json,
  lookup: Lookup,
  seen: readonly string[] = [],
  options: AlternativesOptions = {},
): Form[] {
  const isTelling = options.telling === true;
  const own = Object.fromEntries(
    Object.entries(isTelling ? unconditional(schema) : schema).filter(([keyword]) => !isComposition(keyword)),
  );
  const declared = jsonList(schema.allOf);
  const parts = isTelling ? declared.map(unconditional) : declared;
  const unions = [jsonList(schema.oneOf), jsonList(schema.anyOf)].filter(({ length }) => length > 0);
  const sources = [own.properties, schema.$ref, ...parts, ...unions].filter((source) => source !== undefined);
  const isWhole = options.as === undefined && sources.length < 2;
  const part: AlternativesOptions = isWhole ? options : { ...options, as: options.as ?? 'part' };
  const form: AlternativesOptions = isWhole ? options : { ...options, as: 'form' };
  let forms: Form[] = [{ schema: own, seen }];
  const times = (others: readonly Form[], ownLast: boolean): void => {
    const isTooMany = forms.length > 1 && others.length > 1 && forms.length * others.length > most;
    const loose = isTooMany ? looseForm(others.map((other) => other.schema)) : undefined;
    const factors = loose ? [{ schema: loose, seen: others.flatMap((other) => other.seen) }] : others;
    forms = forms
      .flatMap((one) =>
        factors.map((other) => ({
          schema: ownLast ? intersect(other.schema, one.schema) : intersect(one.schema, other.schema),
          seen: isRepeated(other.seen) ? other.seen : [...new Set([...one.seen, ...other.seen])],
        })),
      )
      .slice(0, isTooMany && loose === undefined ? most : Number.POSITIVE_INFINITY);
  };
  if (typeof schema.$ref === 'string') {
    const targets = targetForms(schema.$ref, lookup, seen, part);
    times(targets, true);
    // In OpenAPI 3.0 nothing beside a reference counts: where no value could be both, it is as its target says.
    forms = forms.map((form, at) => {
      const { type } = typeOf(targets[at]?.schema ?? {}, lookup);
      return haveCommonType(type, own.type) ? form : { ...form, schema: { ...form.schema, type } };
    });
    // Beside a reference it says something of this place, whatever its target says of itself.
    if (targets.length > 0 && typeof own.nullable === 'boolean')
      forms = forms.map((form) => ({ ...form, schema: { ...form.schema, nullable: own.nullable } }));
    if (targets.length === 0) forms = [{ schema: own, seen }];
  }
  for (const one of parts)
    times(
      isTelling
        ? partForms(one, { schema, parts, lookup, seen, options: part })
        : alternatives(one, lookup, seen, part),
      false,
    );
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const choices = jsonList(schema[keyword]);
    if (choices.length === 0) continue;
    const { discriminator } = schema;
    const kinds = isTelling ? kindsByReference(discriminator, choices) : undefined;
    const formsOf = (choice: Json): Form[] => {
      const values = typeof choice.$ref === 'string' ? kinds?.values.get(choice.$ref) : undefined;
      const each = alternatives(choice, lookup, seen, form);
      return kinds && values ? each.map((form) => narrowed(form, { name: kinds.name, values, lookup })) : each;
    };
    times(choices.flatMap(formsOf), false);
  }
  const conditions = isTelling ? [schema, ...declared].flatMap(conditionsOf) : [];
  if (conditions.length === 0) return forms;
  const known = new Map<Json, readonly Json[]>();
  const formsOf = (one: Json): readonly Json[] => {
    const found = known.get(one) ?? alternatives(one, lookup, seen, form).map((other) => other.schema);
    known.set(one, found);
    return found;
  };
  const listed = (one: Json, name: string): readonly unknown[] | undefined => valuesOf(one, name, lookup);
  return formsUnder(forms, conditions, { formsOf, listed, most, room: { left: most * most } });
}

/** The values that a property of a form lists, or has by its type. */
function valuesOf({ properties }: Json, name: string, lookup: Lookup): readonly unknown[] | undefined {
  const property = isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  const [form, ...others] = isRecord(property) ? alternatives(property, lookup) : [];
  if (form === undefined || others.length > 0) return undefined;
  return form.schema.type === 'boolean' ? [true, false] : enumOf(form.schema);
}

/** The forms of what a reference leads to; none where it leads nowhere. */
function targetForms(
  ref: string,
  lookup: Lookup,
  seen: readonly string[],
  options: AlternativesOptions,
): readonly Form[] {
  const target = lookup(ref);
  if (!target) return [];
  const again = `again ${ref}`;
  const isSeen = seen.includes(ref);
  if (isSeen && options.as === undefined && !isRepeated(seen)) return targetForms(ref, lookup, [repeated], options);
  // What else is made of the same is not that schema within itself.
  const isEnd = options.as !== 'part' || seen.includes(again) || seen.length > longestWay;
  if (isSeen && isEnd) return [{ schema: typeOf(target, lookup), seen }];
  const entered = [...seen, isSeen ? again : ref];
  const plain = (): Form[] => alternatives(target, lookup, entered, options);
  if (options.telling !== true || seen.includes(heirMark(ref))) return plain();
  const heirs = heirsOf(ref, target, lookup);
  if (heirs === undefined) return plain();
  const { name, values, isFew } = heirs;
  if (!isFew) {
    const all = [...values.values()];
    // One of them is meant by any value.
    if (all.some((own) => own.length === 0)) return plain();
    return plain().map((form) => narrowed(form, { name, values: all.flat(), lookup }));
  }
  return [...values].flatMap(([heir, own]) =>
    alternatives({ $ref: heir }, lookup, [...seen, heirMark(ref)], options).map((form) =>
      narrowed(form, { name, values: own, lookup }),
    ),
  );
}

/** The type that all values of a schema have, where a few levels of what it is made of tell. */
function typeOf(schema: Json, lookup: Lookup, levels = 6): Json {
  const { type, properties, $ref: ref } = schema;
  if (type !== undefined || levels === 0) return type === undefined ? {} : { type };
  if (isRecord(properties)) return { type: 'object' };
  const target = typeof ref === 'string' ? lookup(ref) : undefined;
  const types = (parts: readonly Json[]): unknown[] => parts.map((part) => typeOf(part, lookup, levels - 1).type);
  const [known] = types(target ? [target] : jsonList(schema.allOf)).filter((one) => one !== undefined);
  const [first, ...others] = types([...jsonList(schema.oneOf), ...jsonList(schema.anyOf)]);
  const common = known ?? (others.every((one) => one === first) ? first : undefined);
  return common === undefined ? {} : { type: common };
}

interface Whole {
  readonly schema: Json;
  readonly parts: readonly Json[];
  readonly lookup: Lookup;
  readonly seen: readonly string[];
  readonly options: AlternativesOptions;
}

/** The forms of a part of an `allOf`: what is made of a schema takes its properties over, not those of what else is made of it. */
function partForms(part: Json, { schema, parts, lookup, seen, options }: Whole): readonly Form[] {
  const { $ref: ref } = part;
  const target = typeof ref === 'string' ? lookup(ref) : undefined;
  const heirs = typeof ref === 'string' && target ? heirsOf(ref, target, lookup) : undefined;
  if (typeof ref !== 'string' || heirs === undefined) return alternatives(part, lookup, seen, options);
  const self = seen.at(-1);
  const own = self === undefined ? undefined : heirs.values.get(self);
  const isMere = parts.length === 1 && schema.properties === undefined && own === undefined;
  if (isMere) return alternatives(part, lookup, seen, options);
  const forms = alternatives(part, lookup, [...seen, heirMark(ref)], options);
  return own ? forms.map((form) => narrowed(form, { name: heirs.name, values: own, lookup })) : forms;
}

/** A form of which the discriminator has these values alone; where the form lists others for it, those are right. */
function narrowed(
  { schema, seen }: Form,
  { name, values, lookup }: { name: string; values: readonly string[]; lookup: Lookup },
): Form {
  // The form that any other value means, and none at all.
  if (values.length === 0) return { schema, seen };
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const [first = {}] = isRecord(declared) ? alternatives(declared, lookup).map((form) => form.schema) : [];
  const typed = enumOf({ type: first.type ?? 'string', enum: [...values] }) ?? [...values];
  const listed = enumOf(first);
  const common = listed?.filter((value) => typed.includes(value)) ?? typed;
  // A discriminator is needed, whether or not the form says so (OpenAPI 3.0.4, 4.7.25).
  const needing = { ...schema, required: [...new Set([...jsonTexts(schema.required), name])] };
  if (common.length === 0 || common.length === listed?.length) return { schema: needing, seen };
  const { const: _, enum: __, ...rest } = first;
  const property = intersect({ type: 'string', ...rest }, { enum: common });
  return { schema: { ...needing, properties: { ...properties, [name]: property } }, seen };
}

function jsonList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function jsonTexts(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
