import type * as z from 'zod';
import { timeKindOf } from '../tool/time.ts';
import { isRecord } from '../value/value.ts';
import { parseContainer } from './json-value.ts';
import { readList } from './list-value.ts';
import { nameIn, objectOf } from './read-back.ts';
import type { Reading } from './reading.ts';
import { readBoolean, readChoice, readNumber, readText } from './scalar-value.ts';
import { unwrapped } from './schema-at.ts';
import { readTime } from './time-value.ts';

type Schema = z.core.$ZodTypes;

/**
 * A value as its schema wants it, where it can mean one thing only; all else stays as it is for the check. `place` is the
 * argument's dotted path. Values that the schema accepts stay as they are, but for times in another form than is sent.
 */
function readValue(schema: z.core.$ZodType, raw: unknown, place: string, reading: Reading): unknown {
  const kind = timeKindOf(schema);
  if (kind !== undefined) {
    const time = readTime(raw, kind, reading.now);
    if (time !== undefined) reading.notes.became(place, raw, time.value, time.why);
    return time?.value ?? raw;
  }
  // Every schema is one of these; the class that it is declared as is the base of them all.
  const { def } = (schema as Schema)._zod;
  switch (def.type) {
    case 'optional':
    case 'nonoptional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return raw === undefined || raw === null ? raw : readValue(def.innerType, raw, place, reading);
    case 'string':
      // Ids go back and forth between the two types, and nothing else changes.
      return readText(raw) ?? said(nameIn(raw), { raw, place, reading });
    case 'number':
      return said(readNumber(raw), { raw, place, reading, isQuiet: isIntegerText(raw) });
    case 'boolean':
      return said(readBoolean(raw), { raw, place, reading });
    case 'enum':
      return readEnum(Object.values(def.entries), raw, place, reading);
    case 'literal':
      return readEnum(def.values, raw, place, reading);
    case 'array':
      return readItems(def.element, raw, place, reading);
    case 'object':
    case 'record':
      return readRecord(def, raw, place, reading);
    case 'union':
      return readUnion(schema, def.options, raw, place, reading);
    default:
      return raw;
  }
}

interface Change {
  readonly raw: unknown;
  readonly place: string;
  readonly reading: Reading;
  /** True where the change is one of type alone, which nobody has to be told of. */
  readonly isQuiet?: boolean;
}

/** What a value became, told where it is another one; the value itself where nothing could be made of it. */
function said(value: unknown, { raw, place, reading, isQuiet = false }: Change): unknown {
  if (value === undefined || value === raw) return raw;
  if (!isQuiet) reading.notes.became(place, raw, value);
  return value;
}

function isIntegerText(raw: unknown): boolean {
  return typeof raw === 'string' && /^(?:0|[1-9]\d{0,15})$/.test(raw);
}

function readEnum(values: readonly unknown[], raw: unknown, place: string, reading: Reading): unknown {
  return values.includes(raw) ? raw : said(readChoice(raw, values), { raw, place, reading });
}

function readItems(element: z.core.$ZodType, raw: unknown, place: string, reading: Reading): unknown {
  const list: readonly unknown[] | undefined = Array.isArray(raw) ? raw : readList(element, raw);
  if (list === undefined) return raw;
  // Of a list that was made, all is told at once.
  const inside = list === raw ? reading : { ...reading, notes: silent };
  const items = list.map((item, index) => readValue(element, item, `${place}[${index}]`, inside));
  if (list !== raw) reading.notes.became(place, raw, items);
  return items;
}

const silent: Reading['notes'] = { became: () => undefined, repair: () => undefined };

type RecordDef = z.core.$ZodObjectDef | z.core.$ZodRecordDef;

function readRecord(def: RecordDef, raw: unknown, place: string, reading: Reading): unknown {
  const parsed = typeof raw === 'string' ? parseContainer(raw) : raw;
  if (!isRecord(parsed) || parsed instanceof Date)
    return def.type === 'object' ? said(objectOf(def.shape, raw), { raw, place, reading }) : raw;
  if (parsed !== raw) reading.notes.repair(`${place}: JSON text was read as an object`);
  return def.type === 'object' ? readProperties(def, parsed, place, reading) : readEntries(def, parsed, place, reading);
}

/** Null in an object counts as for an argument of its own; properties that the schema does not know are left alone. */
export function readProperties(
  { shape }: { readonly shape: Readonly<Record<string, z.core.$ZodType>> },
  raw: Readonly<Record<string, unknown>>,
  place: string,
  reading: Reading,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const property = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (property === undefined) return [[key, value]];
      const at = place === '' ? key : `${place}.${key}`;
      if (value === null && reading.dropsNull && !accepts(property, null) && accepts(property, undefined)) return [];
      return [[key, readValue(property, value, at, reading)]];
    }),
  );
}

function readEntries(
  { valueType }: z.core.$ZodRecordDef,
  raw: Readonly<Record<string, unknown>>,
  place: string,
  reading: Reading,
): Record<string, unknown> {
  const isMapOfObjects = (unwrapped(valueType) as Schema)._zod.def.type === 'object';
  const entries = Object.entries(raw).filter(
    // Many APIs mark every object with the name of its kind; in a map that is no entry.
    ([key, value]) => !(isMapOfObjects && key === 'type' && typeof value === 'string' && !value.startsWith('{')),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [key, readValue(valueType, value, `${place}.${key.slice(0, 100)}`, reading)]),
  );
}

/** The first form of a union that a value fits once it is read; a value that fits none stays as it is. */
function readUnion(
  union: z.core.$ZodType,
  options: readonly z.core.$ZodType[],
  raw: unknown,
  place: string,
  reading: Reading,
): unknown {
  const hasTimes = options.some((option) => timeKindOf(option) !== undefined);
  if (!hasTimes && accepts(union, raw)) return raw;
  for (const option of options) {
    const lines: (() => void)[] = [];
    const { became, repair } = reading.notes;
    const notes: Reading['notes'] = {
      became: (...change) => lines.push(() => became(...change)),
      repair: (text) => lines.push(() => repair(text)),
    };
    const value = readValue(option, raw, place, { ...reading, notes });
    if (!accepts(option, value)) continue;
    for (const line of lines) line();
    return value;
  }
  return raw;
}

function accepts(schema: z.core.$ZodType, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}
