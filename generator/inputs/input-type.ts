import type { JsonSchema } from '../json/json-schema.ts';
import { comment, fieldWords } from './field-words.ts';
import { isObjectType } from './is-object-type.ts';

/** What of a tool the types of its arguments depend on. */
export interface Reading {
  /** A null stands for an argument that was left out. */
  readonly dropsNull: boolean;
  /** Arguments that null clears. */
  readonly cleared: ReadonlySet<string>;
  /** By dotted place, the kinds of things whose names do for their ids. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** Types that are written elsewhere, by argument. */
  readonly types: Readonly<Record<string, string>>;
}

/** The members of an object of arguments as TypeScript: what the runtime takes, which is more than what is sent. */
export function inputMembers(schema: JsonSchema, reading: Reading, place = ''): string {
  const { properties = {}, required = [], additionalProperties: other } = schema;
  // A type of its own would have to be that of every property too.
  const others = other === true || typeof other === 'object' ? ['readonly [name: string]: unknown;'] : [];
  const members = Object.entries(properties).map(([key, schema]) => {
    const at = place === '' ? key : `${place}.${key}`;
    const isTop = place === '';
    // The only value that there is need not be given.
    const isNeeded = required.includes(key) && !(isTop && schema.enum?.length === 1);
    const type = (isTop ? own(reading.types, key) : undefined) ?? inputType(schema, reading, { key, place: at });
    const takesNull = (isTop && reading.cleared.has(key)) || (reading.dropsNull && !required.includes(key));
    const types = [type, ...(takesNull && !/\bnull$/.test(type) ? ['null'] : []), ...(isNeeded ? [] : ['undefined'])];
    const text = type === 'unknown' ? type : types.join(' | ');
    return `${comment(fieldWords(schema, /\bId\b/.test(type) ? own(reading.named, at) : undefined))}readonly ${propertyName(key)}${isNeeded ? '' : '?'}: ${text};`;
  });
  return [...members, ...others].join('\n');
}

interface Where {
  /** The nearest name. */
  readonly key: string;
  readonly place: string;
}

function inputType({ nullable, ...schema }: JsonSchema, reading: Reading, where: Where): string {
  const text = typeOf(schema, reading, where);
  return nullable === true && text !== 'unknown' ? `${text} | null` : text;
}

function typeOf(schema: JsonSchema, reading: Reading, where: Where): string {
  const { $ref, time, long, enum: values, anyOf, type } = schema;
  if ($ref !== undefined)
    return inputType(own(reading.definitions, $ref.replace('#/$defs/', '')) ?? {}, reading, where);
  if (time !== undefined) return 'Time';
  if (long !== undefined) return isId(where.key) ? 'Id' : 'string | number';
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf !== undefined) return union(anyOf.map((form) => inputType(form, reading, where)));
  switch (type) {
    case 'array':
      return listOf(schema.items === undefined ? 'unknown' : inputType(schema.items, reading, where));
    case 'object':
      return objectType(schema, reading, where);
    case 'integer':
    case 'string':
    case 'number':
      if (isId(where.key) || own(reading.named, where.place) !== undefined) return 'Id';
      return type === 'string' ? 'string' : 'number';
    default:
      return type ?? 'unknown';
  }
}

function objectType(schema: JsonSchema, reading: Reading, { key, place }: Where): string {
  const { properties, additionalProperties: other } = schema;
  if (properties === undefined) {
    const value = typeof other === 'object' ? inputType(other, reading, { key, place: `${place}.*` }) : 'unknown';
    return `Readonly<Record<string, ${value}>>`;
  }
  return Object.keys(properties).length === 0
    ? 'Readonly<Record<string, unknown>>'
    : `{\n${inputMembers(schema, reading, place)}\n}`;
}

/** Ids come as texts and as numbers, whichever of them is sent. */
function isId(key: string): boolean {
  return /(?:^|_)ids?$/.test(key);
}

function union(types: readonly string[]): string {
  const unique = [...new Set(types)];
  if (unique.includes('unknown')) return 'unknown';
  return [...unique.filter((type) => type !== 'null'), ...(unique.includes('null') ? ['null'] : [])].join(' | ');
}

function listOf(item: string): string {
  const isSeveral = (item.includes('|') && !isObjectType(item)) || item.startsWith('readonly ');
  return isSeveral ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
