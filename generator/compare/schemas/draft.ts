import { isRecord, type Json } from '../../json/json-schema.ts';
import { enumOf } from '../../normalize/enum.ts';
import type { Form } from './form.ts';
import { boundsOf, boundsOfType, tightest } from './keywords.ts';

/** One way to satisfy a schema, of any number of types. */
export interface Draft {
  /** Undefined where no type is named. */
  readonly types: readonly string[] | undefined;
  /** Undefined where nothing is said of null. */
  readonly isNullable: boolean | undefined;
  readonly values: readonly unknown[] | undefined;
  readonly bounds: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, readonly Json[]>;
  readonly required: ReadonlySet<string>;
  readonly items: readonly Json[];
  readonly others: readonly (Json | boolean)[];
  readonly sources: readonly Json[];
  readonly names: ReadonlySet<string>;
}

/** What one schema says itself, without what it is composed of. */
export function draftOf(schema: Json): Draft {
  const named = [schema.type].flat().filter((type) => typeof type === 'string');
  const types = named.length === 0 ? undefined : named.filter((type) => type !== 'null');
  const { properties, required, items, additionalProperties: others } = schema;
  const listed: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : [schema.const];
  const onlyNull = types === undefined && listed.every((value) => value === null);
  return {
    types: onlyNull ? [] : types,
    isNullable: onlyNull || types === undefined ? (onlyNull ? true : undefined) : named.includes('null'),
    values: enumOf(schema),
    bounds: boundsOf(schema),
    properties: new Map(
      Object.entries(isRecord(properties) ? properties : {}).map(([name, part]) => [
        name,
        [isRecord(part) ? part : {}],
      ]),
    ),
    required: new Set(Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []),
    items: isRecord(items) ? [items] : [],
    others: isRecord(others) || typeof others === 'boolean' ? [others] : [],
    sources: [schema],
    names: new Set(),
  };
}

/** Both at once, as `allOf` means it. */
export function meet(one: Draft, other: Draft): Draft {
  const bounds = new Map(one.bounds);
  for (const [keyword, value] of other.bounds) bounds.set(keyword, tightest(keyword, bounds.get(keyword), value));
  const properties = new Map(one.properties);
  for (const [name, parts] of other.properties) properties.set(name, [...(properties.get(name) ?? []), ...parts]);
  return {
    types: commonTypes(one.types, other.types),
    isNullable:
      one.isNullable === undefined || other.isNullable === undefined
        ? (one.isNullable ?? other.isNullable)
        : one.isNullable && other.isNullable,
    values: common(one.values, other.values),
    bounds,
    properties,
    required: new Set([...one.required, ...other.required]),
    items: [...one.items, ...other.items],
    others: [...one.others, ...other.others],
    sources: [...one.sources, ...other.sources],
    names: new Set([...one.names, ...other.names]),
  };
}

function commonTypes(one: Draft['types'], other: Draft['types']): Draft['types'] {
  if (one === undefined || other === undefined) return one ?? other;
  const both = [...one, ...other].filter((type) => admits(one, type) && admits(other, type));
  // Types that exclude each other are a mistake of the description, which the inner one is likelier to have right.
  return both.length > 0 ? [...new Set(both)] : other;
}

function admits(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function common(one: Draft['values'], other: Draft['values']): Draft['values'] {
  if (one === undefined || other === undefined) return one ?? other;
  const texts = new Set(other.map((value) => JSON.stringify(value)));
  return one.filter((value) => texts.has(JSON.stringify(value)));
}

/** The forms of one way: one for each type. */
export function formsOf(draft: Draft, both: (schemas: readonly Json[]) => Json): Form[] {
  const types = draft.types ?? impliedTypes(draft);
  return types.map((type): Form => {
    const isObject = type === 'object' || type === 'any';
    const schemas = draft.others.filter(isRecord);
    return {
      type,
      values: draft.values?.filter((value) => type === 'any' || fits(value, type)),
      keywords: boundsOfType(draft.bounds, type),
      properties: isObject ? new Map([...draft.properties].map(([name, parts]) => [name, both(parts)])) : new Map(),
      required: isObject ? draft.required : new Set(),
      items: (type === 'array' || type === 'any') && draft.items.length > 0 ? both(draft.items) : undefined,
      others: isObject && draft.others.includes(false) ? false : schemas.length > 0 && isObject ? both(schemas) : true,
      sources: draft.sources,
      names: draft.names,
    };
  });
}

/** The types that other keywords speak of, where none is named. */
function impliedTypes({ values, properties, others, items }: Draft): readonly string[] {
  if (values !== undefined) return [...new Set(values.map(typeOfValue))];
  if (properties.size > 0 || others.length > 0) return ['object'];
  return items.length > 0 ? ['array'] : ['any'];
}

function typeOfValue(value: unknown): string {
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

function fits(value: unknown, type: string): boolean {
  const own = typeOfValue(value);
  return own === type || (own === 'integer' && type === 'number');
}
