import { schemaType } from '../../discovery/schema-type.ts';
import type { SearchProfile } from '../../profile/search-profile.ts';
import { isRecord, isStrings } from '../../value/value.ts';

/** What of a search's profile its types say. */
export type FilterWords = Pick<SearchProfile, 'names'>;

/** The filters of a search as a type, and what no type can say of them. */
export interface FilterType {
  readonly type: string;
  readonly note: string;
}

/** What the types of all searches are made of, each without `type X =`. */
export const SEARCH_TYPES: Readonly<Record<string, string>> = {
  'Query<F>': '{operator: "AND"|"OR", value: Query<F>[]}|F',
  'Filter<F, O, V>': '{field: F, operator: "="|"!="|"IN"|"NIN"|O, value: V|V[]}',
};

/** Operators of every filter that `Filter` stands for. */
const SHARED = ['=', '!=', 'IN', 'NIN'];

/** One filter of a search language: which field takes which operators and values; undefined for any other schema. */
export function filterType(schema: unknown, words: FilterWords = NO_WORDS): FilterType | undefined {
  const all: readonly unknown[] = isRecord(schema) && Array.isArray(schema.anyOf) ? schema.anyOf : [];
  const kinds = all.flatMap((one) => readKind(one) ?? []);
  if (kinds.length === 0 || kinds.length < all.length) return undefined;
  const fields = kinds.flatMap((kind) => kind.fields);
  const { names = {} } = words;
  const said = [
    ...(kinds.some(({ hasTimes }) => hasTimes) ? ['times ISO or now-7d'] : []),
    ...(fields.some((field) => Object.hasOwn(names, field)) ? ['names for ids'] : []),
  ];
  return {
    type: byOperators(kinds)
      .map((same) => kindType(same, names))
      .join('\n|'),
    note: said.join('; '),
  };
}

const NO_WORDS: FilterWords = {};

/** Fields of a search that take the same operators and values. */
interface FilterKind {
  /** Empty for those that begin alike. */
  readonly fields: readonly string[];
  readonly field: string;
  readonly operators: readonly unknown[];
  readonly value: string;
  readonly takesMany: boolean;
  readonly hasTimes: boolean;
}

function readKind(schema: unknown): FilterKind | undefined {
  if (!isRecord(schema) || !isRecord(schema.properties)) return undefined;
  const { field, operator, value, ...others } = schema.properties;
  if (!isRecord(field) || !isRecord(value) || !isRecord(operator) || Object.keys(others).length > 0) return undefined;
  if (!Array.isArray(operator.enum)) return undefined;
  const { description = '', ...bare } = value;
  const prefix = typeof field.pattern === 'string' ? /^\^([\w-]+)\\\.$/.exec(field.pattern)?.[1] : undefined;
  const forms: readonly unknown[] = Array.isArray(bare.anyOf) ? bare.anyOf : [bare];
  const single = forms.filter((form) => !(isRecord(form) && form.type === 'array'));
  const one = typeOf(single.length === 1 ? single[0] : { anyOf: single });
  const lists = forms.filter((form) => !single.includes(form)).map((form) => typeOf(isRecord(form) ? form.items : {}));
  if (lists.some((list) => list !== one)) return undefined;
  const hasTimes = /\bISO\b/.test(String(description));
  return {
    fields: isStrings(field.enum) ? field.enum : [],
    field: prefix === undefined ? typeOf(field) : `\`${prefix}.\${string}\``,
    operators: operator.enum,
    value: hasTimes ? one.replace('number', 'string') : one,
    takesMany: lists.length > 0,
    hasTimes,
  };
}

/** Kinds with the same operators together: whether a field is a time or a number, its name says. */
function byOperators(kinds: readonly FilterKind[]): FilterKind[][] {
  const groups = new Map<string, FilterKind[]>();
  for (const kind of kinds) {
    const key = JSON.stringify([
      kind.fields.length === 0 ? kind.field : '',
      [...kind.operators].sort(),
      kind.takesMany,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), kind]);
  }
  return [...groups.values()];
}

function kindType(kinds: readonly FilterKind[], names: Readonly<Record<string, string>>): string {
  const fields = kinds.flatMap((kind) => kind.fields);
  const field = fields.length === 0 ? (kinds[0]?.field ?? 'never') : typeOf({ enum: fields });
  const operators = kinds[0]?.operators ?? [];
  const takesNames = fields.some((name) => Object.hasOwn(names, name));
  const values = new Set(kinds.flatMap(({ value }) => value.split('|')));
  const value = [...values, ...(takesNames && !values.has('string') ? ['string'] : [])].join('|');
  const takesMany = kinds.every((kind) => kind.takesMany);
  const own = operators.filter((operator) => !SHARED.some((shared) => shared === operator));
  if (takesMany && own.length === operators.length - SHARED.length)
    return `Filter<${field}, ${own.length === 0 ? 'never' : typeOf({ enum: own })}, ${value}>`;
  const many = takesMany ? `|(${value})[]` : '';
  return `{field: ${field}, operator: ${typeOf({ enum: operators })}, value: ${value}${many}}`;
}

function typeOf(schema: unknown): string {
  return schemaType(schema, NO_NAMES, 'typescript');
}

const NO_NAMES = new Map<string, string>();

/** A query of filters in groups: the definition of its filters, and how much may stand in it. Undefined for any other schema. */
export interface QueryGroups {
  readonly def: string;
  readonly levels: number;
  readonly most: number | undefined;
}

/** Reads the schema of a query that is one filter, or groups of filters joined by AND or OR within each other. */
export function readQuery(schema: unknown, depth = 0): QueryGroups | undefined {
  if (!isRecord(schema) || depth > DEEPEST) return undefined;
  if (typeof schema.$ref === 'string') return { def: schema.$ref.split('/').at(-1) ?? '', levels: 0, most: undefined };
  if (Array.isArray(schema.anyOf)) {
    const parts = schema.anyOf.map((part: unknown) => readQuery(part, depth + 1));
    const [first] = parts;
    if (first === undefined || !parts.every((part) => part?.def === first.def)) return undefined;
    return parts.reduce((most, part) => (part && most && part.levels > most.levels ? part : most), first);
  }
  const { operator, value, ...others } = isRecord(schema.properties) ? schema.properties : {};
  if (!isRecord(operator) || !isRecord(value) || Object.keys(others).length > 0) return undefined;
  if (String(operator.enum) !== 'AND,OR') return undefined;
  const inside = readQuery(value.items, depth + 1);
  const most = typeof value.maxItems === 'number' ? value.maxItems : undefined;
  return inside && { def: inside.def, levels: inside.levels + 1, most };
}

/** Levels of a schema that are looked at. */
const DEEPEST = 12;
