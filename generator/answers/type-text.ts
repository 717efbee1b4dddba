import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { isObjectType } from '../inputs/is-object-type.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { fitType } from './fit-type.ts';
import { mergedForms, propertiesOf, saysNothing, soleReference, typesOf } from './read-schema.ts';
import { typeNames } from './type-names.ts';
import { wrappedList } from './wrapped-list.ts';
import {
  listType,
  type Member,
  mapType,
  member,
  nullableType,
  objectType,
  unionType,
  valuesType,
} from './write-type.ts';

/** What is known of a description's answers as a whole. */
export interface Answering {
  readonly lookup: Lookup;
  /** Properties that are shown as ISO texts. */
  readonly timeKeys: ReadonlySet<string>;
  /** Properties that say nothing to a program; `ios_*` is all that begin so. */
  readonly noise: readonly string[];
  /** Properties that programs can do without, where a type would be too long: the first goes first. */
  readonly rare: readonly string[];
  /** Names of shared types where all is said: nothing is left out or cut, and what need not be there is optional. */
  readonly whole?: ((ref: string) => string) | undefined;
}

/** Schemas of answers as types, and the types that these name. */
export interface TypeTexts {
  readonly of: (schema: unknown) => string;
  /** The members of an object without these and without those that say nothing. */
  readonly members: (schema: Json, without: ReadonlySet<string>) => readonly Member[];
  /** A text as a type with a name, where it is too long to be written where it is used. */
  readonly asNamed: (text: string, name: string) => string;
  /** Those that have a name so far, each with its text. */
  readonly named: ReadonlyMap<string, string>;
}

/** A shared schema of so few tokens (o200k) is written where it is used, and so is what a single tool answers. */
const INLINE_TOKENS = 24;
const INLINE_ANSWER = 60;
/** So many forms of one value are told apart. */
const MOST_FORMS = 4;
/** Objects without a name of their own within each other; further ones are `object`. */
const DEEPEST = 4;
const DEEPEST_WHOLE = 40;

/** Types of answers as programs see them: times are texts, wrappers of lists are off, what says nothing is left out. */
export function typeTexts({ lookup, timeKeys, noise, rare, whole }: Answering): TypeTexts {
  const nameOf = whole ?? typeNames();
  const deepest = whole ? DEEPEST_WHOLE : DEEPEST;
  const named = new Map<string, string>();
  const known = new Map<string, string>();
  const open = new Set<string>();
  /** Whether shared schemas are being written out, as parts of what is made of them. */
  let isWithin = false;
  const names = new Set(noise.filter((name) => !name.endsWith('*')));
  const starts = noise.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  const isNoise = (key: string): boolean => names.has(key) || starts.some((start) => key.startsWith(start));

  function of(schema: unknown, key = '', depth = deepest): string {
    if (!isRecord(schema)) return 'unknown';
    const ref = soleReference(schema);
    const target = ref === undefined ? undefined : lookup(ref);
    if (ref === undefined || target === undefined) return ofForms(schema, key, depth);
    return nullableType(reference(ref, target, key), (schema.nullable ?? target.nullable) === true);
  }

  function ofForms(schema: Json, key: string, depth: number): string {
    const extended = key === '' ? extension(schema, depth) : undefined;
    if (extended !== undefined) return extended;
    if (!isMadeOfShared(schema)) return ofWritten(schema, key, depth);
    if (isWithin) return partsText(schema, depth);
    isWithin = true;
    const text = ofWritten(schema, key, depth);
    isWithin = false;
    return text;
  }

  /** Parts by their names: written out within another that is, those of a large description would have no end. */
  function partsText({ allOf, anyOf, oneOf, nullable, ...own }: Json, depth: number): string {
    const each = (list: unknown): string[] => partsOf(list).map((part) => of(part, '', depth - 1));
    const choices = [anyOf, oneOf].map(each).filter((texts) => texts.length > 0);
    const beside = isRecord(own.properties) ? [objectType(members(own, NONE, depth - 1))] : [];
    const texts = [...each(allOf), ...choices.map(unionType), ...beside].filter((text) => text !== 'unknown');
    const [only = 'unknown', ...others] = texts;
    const all = texts.map((text) => (/ \| /.test(text) && !isObjectType(text) ? `(${text})` : text));
    return nullableType(others.length === 0 ? only : all.join(' & '), nullable === true);
  }

  /** A schema with what it is made of written out. */
  function ofWritten(schema: Json, key: string, depth: number): string {
    const forms = alternatives(schema, lookup).map((form) => form.schema);
    const texts = [...new Set(forms.map((form) => ofForm(form, key, depth)))];
    if (texts.length <= MOST_FORMS) return unionType(texts);
    const merged = mergedForms(forms);
    return merged === undefined ? 'unknown' : ofForm(merged, key, depth);
  }

  /** A shared object with properties beside it that it does not have. */
  function extension({ allOf, properties, oneOf, anyOf, $ref }: Json, depth: number): string | undefined {
    const parts: readonly unknown[] = Array.isArray(allOf) && !oneOf && !anyOf && !$ref ? allOf : [];
    const [only, ...others] = parts.filter(isRecord).flatMap((part) => soleReference(part) ?? []);
    const target = only === undefined || others.length > 0 ? undefined : lookup(only);
    if (only === undefined || target === undefined) return undefined;
    const own = parts.filter((part) => isRecord(part) && soleReference(part) === undefined).filter(isRecord);
    const more = [...own, ...(isRecord(properties) ? [{ properties }] : [])];
    if (more.length === 0 || !more.every((part) => isRecord(part.properties))) return undefined;
    const base = reference(only, target, '');
    const has = new Set(
      alternatives(target, lookup).flatMap(({ schema }) => propertiesOf(schema).map(([name]) => name)),
    );
    const beside = more.flatMap((part) => members(part, NONE, depth - 1));
    if (!named.has(base) || beside.some((one) => has.has(one.key))) return undefined;
    return beside.length === 0 ? base : `${base} & ${objectType(beside)}`;
  }

  /** A shared schema: by its name where it is an object of some size, else as it is. */
  function reference(ref: string, target: Json, key: string): string {
    const wrapper = key === '' ? undefined : wrappedList(target, key);
    if (wrapper !== undefined) return listType(of(wrapper.list.items));
    const text = known.get(ref);
    if (text !== undefined) return text;
    const name = nameOf(ref);
    if (open.has(ref)) {
      named.set(name, '');
      return name;
    }
    open.add(ref);
    const wasWithin = isWithin;
    isWithin = false;
    const own = sized(target);
    isWithin = wasWithin;
    open.delete(ref);
    const isNamed =
      named.has(name) || (/^\{| & \{/.test(own) && (whole !== undefined || countTokens(own) > INLINE_TOKENS));
    if (isNamed) named.set(name, own);
    known.set(ref, isNamed ? name : own);
    return isNamed ? name : own;
  }

  /** A shared schema in as much detail as a type may have. */
  function sized(target: Json): string {
    const schema = { ...target, nullable: false };
    const text = ofForms(schema, '', deepest);
    if (whole) return text;
    const forms = alternatives(schema, lookup).map((form) => form.schema);
    const [first, ...others] = forms;
    const form =
      others.length > 0 && text.includes('?: ') ? mergedForms(forms) : others.length === 0 ? first : undefined;
    if (form === undefined || !text.startsWith('{ ')) return text;
    return fitType((depth) => members(form, NONE, depth), { depth: DEEPEST - 1, rare });
  }

  function ofForm(schema: Json, key: string, depth: number): string {
    const types = typesOf(schema);
    const values: readonly unknown[] = Array.isArray(schema.enum)
      ? schema.enum
      : 'const' in schema
        ? [schema.const]
        : [];
    const text = valuesType(values) ?? unionType(types.map((type) => ofType(type, { schema, key, depth })));
    const isTime = timeKeys.has(key) && /\b(?:number|string)\b/.test(text) && !/[[{]/.test(text);
    return nullableType(isTime ? 'Time' : text, schema.nullable === true || types.includes('null'));
  }

  function ofType(type: string, { schema, key, depth }: { schema: Json; key: string; depth: number }): string {
    if (type === 'array') return listType(of(schema.items, '', depth));
    if (type !== 'object') return NAMED.get(type) ?? 'unknown';
    const wrapper = key === '' ? undefined : wrappedList(schema, key);
    if (wrapper !== undefined) return listType(of(wrapper.list.items, '', depth));
    if (depth <= 0) return 'object';
    const own = members(schema, NONE, depth - 1);
    const { additionalProperties: other } = schema;
    if (own.length > 0) return objectType(own);
    return mapType(isRecord(other) && Object.keys(other).length > 0 ? of(other, '', depth - 1) : 'unknown');
  }

  function members(schema: Json, without: ReadonlySet<string>, depth: number): Member[] {
    const some: readonly unknown[] = Array.isArray(schema['x-some']) ? schema['x-some'] : [];
    const all = propertiesOf(schema);
    const needed: readonly unknown[] = whole && Array.isArray(schema.required) ? schema.required : [];
    const isOptional = (key: string) => (whole ? !needed.includes(key) : some.includes(key));
    const hasBody = all.some(([key]) => key === 'body');
    return all
      .filter(([key]) => !(hasBody && key === 'body_markdown'))
      .filter(([key, part]) => !without.has(key) && (whole ? part.writeOnly !== true : isTold(key, part)))
      .sort(([a], [b]) => Number(b === 'id') - Number(a === 'id'))
      .flatMap(([key, part]) => {
        const hasMore = wrappedList(lookup(soleReference(part) ?? '') ?? part, key)?.hasMore === true;
        return [
          member(key, of(part, key, depth), { optional: isOptional(key) }),
          ...(hasMore ? [member(`${key}_has_more`, 'boolean', { optional: true })] : []),
        ];
      });
  }

  function isTold(key: string, part: Json): boolean {
    return !isNoise(key) && !saysNothing(key, part);
  }

  function asNamed(text: string, name: string): string {
    if (!text.includes('{') || (!whole && countTokens(text) <= INLINE_ANSWER)) return text;
    const same = [...named].find(([, other]) => other === text)?.[0];
    const own = same ?? nameOf(`answers/${name}`);
    named.set(own, text);
    return own;
  }

  return {
    of: (schema) => of(schema),
    members: (schema, without) => members(schema, without, deepest),
    asNamed,
    named,
  };
}

function partsOf(list: unknown): Json[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Whether shared schemas are among the parts that a schema is made of, at any level. */
function isMadeOfShared({ allOf, anyOf, oneOf }: Json): boolean {
  return [allOf, anyOf, oneOf]
    .flatMap(partsOf)
    .some((part) => soleReference(part) !== undefined || typeof part.$ref === 'string' || isMadeOfShared(part));
}

const NONE: ReadonlySet<string> = new Set();

const NAMED: ReadonlyMap<string, string> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'number'],
  ['boolean', 'boolean'],
  ['null', 'null'],
]);
