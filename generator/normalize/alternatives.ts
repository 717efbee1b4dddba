import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { heirMark, heirsOf, kindsByReference } from './discriminator.ts';
import { enumOf } from './enum.ts';
import { intersect, isComposition } from './intersect.ts';

/** More alternatives than this are not worth telling apart. */
const most = 48;

/** One form of a schema, without `$ref`, `allOf`, `anyOf` or `oneOf` at its top, and the references that led to it. */
export interface Form {
  readonly schema: Json;
  readonly seen: readonly string[];
}

/** What is looked at: `telling` says of each form by which value of the discriminator it is known. */
export interface AlternativesOptions {
  readonly telling?: boolean;
}

/**
 * All forms that a schema allows. `oneOf` is read as `anyOf`: descriptions use it for forms that overlap. A schema that holds
 * itself is cut to an empty one. Where it is `telling`, a schema with a discriminator has the forms of those that are made of it.
 */
export function alternatives(
  schema: Json,
  lookup: Lookup,
  seen: readonly string[] = [],
  options: AlternativesOptions = {},
): Form[] {
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isComposition(keyword)));
  const below = (part: Json): Form[] => alternatives(part, lookup, seen, options);
  let forms: Form[] = [{ schema: own, seen }];
  const times = (others: readonly Form[], ownLast: boolean): void => {
    forms = forms
      .flatMap((form) =>
        others.map((other) => ({
          schema: ownLast ? intersect(other.schema, form.schema) : intersect(form.schema, other.schema),
          seen: [...new Set([...form.seen, ...other.seen])],
        })),
      )
      .slice(0, most);
  };
  if (typeof schema.$ref === 'string') {
    const targets = targetForms(schema.$ref, lookup, seen, options);
    times(targets, true);
    // Beside a reference it says something of this place, whatever its target says of itself.
    if (targets.length > 0 && typeof own.nullable === 'boolean')
      forms = forms.map((form) => ({ ...form, schema: { ...form.schema, nullable: own.nullable } }));
    if (targets.length === 0) forms = [{ schema: own, seen }];
  }
  const parts = jsonList(schema.allOf);
  for (const part of parts)
    times(options.telling === true ? partForms(part, { schema, parts, lookup, seen }) : below(part), false);
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const choices = jsonList(schema[keyword]);
    if (choices.length === 0) continue;
    const { discriminator } = schema;
    const kinds = options.telling === true ? kindsByReference(discriminator, choices) : undefined;
    const formsOf = (choice: Json): Form[] => {
      const values = typeof choice.$ref === 'string' ? kinds?.values.get(choice.$ref) : undefined;
      const each = below(choice);
      return kinds && values ? each.map((form) => narrowed(form, { name: kinds.name, values, lookup })) : each;
    };
    times(choices.flatMap(formsOf), false);
  }
  return forms;
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
  if (seen.includes(ref)) return [{ schema: {}, seen }];
  const plain = (): Form[] => alternatives(target, lookup, [...seen, ref], options);
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

interface Whole {
  readonly schema: Json;
  readonly parts: readonly Json[];
  readonly lookup: Lookup;
  readonly seen: readonly string[];
}

/** The forms of a part of an `allOf`: what is made of a schema takes its properties over, not those of what else is made of it. */
function partForms(part: Json, { schema, parts, lookup, seen }: Whole): readonly Form[] {
  const telling = { telling: true };
  const { $ref: ref } = part;
  const target = typeof ref === 'string' ? lookup(ref) : undefined;
  const heirs = typeof ref === 'string' && target ? heirsOf(ref, target, lookup) : undefined;
  if (typeof ref !== 'string' || heirs === undefined) return alternatives(part, lookup, seen, telling);
  const self = seen.at(-1);
  const own = self === undefined ? undefined : heirs.values.get(self);
  const isMere = parts.length === 1 && schema.properties === undefined && own === undefined;
  if (isMere) return alternatives(part, lookup, seen, telling);
  const forms = alternatives(part, lookup, [...seen, heirMark(ref)], telling);
  return own ? forms.map((form) => narrowed(form, { name: heirs.name, values: own, lookup })) : forms;
}

/** A form of which the discriminator has these values alone; where the form lists others for it, those are right. */
function narrowed(
  { schema, seen }: Form,
  { name, values, lookup }: { name: string; values: readonly string[]; lookup: Lookup },
): Form {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const [first = {}] = isRecord(declared) ? alternatives(declared, lookup).map((form) => form.schema) : [];
  const typed = enumOf({ type: first.type ?? 'string', enum: [...values] }) ?? [...values];
  const listed = enumOf(first);
  const common = listed?.filter((value) => typed.includes(value)) ?? typed;
  if (common.length === 0 || common.length === listed?.length) return { schema, seen };
  const { const: _, enum: __, ...rest } = first;
  const property = intersect({ type: 'string', ...rest }, { enum: common });
  return { schema: { ...schema, properties: { ...properties, [name]: property } }, seen };
}

function jsonList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
