import { isRecord, type Json } from '../json/json-schema.ts';
import type { Plain } from './grammar.ts';
import { mapItems, mapKeys } from './map-parts.ts';
import { mendType } from './mend-type.ts';
import { type Report, shown } from './mending.ts';

/** A plain value as its place wants it, read as what it plainly means, or undefined where it means nothing there. */
export function mendPlain(value: unknown, shape: Plain, pointer: string, report: Report): unknown {
  // An optional key that is null is one that is not there.
  if (value === null && shape !== 'type') return undefined;
  const mended = MENDERS[shape](value, pointer, report);
  if (mended === undefined) report(pointer, `${shown(value)} stands where ${WANTED[shape]} belongs: it is left out`);
  return mended;
}

const WANTED = {
  text: 'a text',
  flag: 'true or false',
  number: 'a number',
  bound: 'a number',
  list: 'a list',
  texts: 'a list of texts',
  type: 'the name of a type',
  scopes: 'a map of texts',
  required: 'a list of names',
} as const satisfies Record<Plain, string>;

type Mender = (value: unknown, pointer: string, report: Report) => unknown;

const MENDERS: Readonly<Record<Plain, Mender>> = {
  text: (value, pointer, report) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
    return told(String(value), value, pointer, report);
  },
  flag: (value, pointer, report) => {
    if (typeof value === 'boolean') return value;
    return value === 'true' || value === 'false' ? told(value === 'true', value, pointer, report) : undefined;
  },
  number: toNumber,
  bound: (value, pointer, report) => (typeof value === 'boolean' ? value : toNumber(value, pointer, report)),
  list: (value, pointer, report) => {
    if (Array.isArray(value)) return value;
    return typeof value === 'object' ? undefined : told([value], value, pointer, report);
  },
  texts: toTexts,
  type: mendType,
  scopes: toScopes,
  required: toTexts,
};

function toNumber(value: unknown, pointer: string, report: Report): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '' || !Number.isFinite(Number(value))) return undefined;
  return told(Number(value), value, pointer, report);
}

function toTexts(value: unknown, pointer: string, report: Report): readonly unknown[] | undefined {
  if (typeof value === 'string') return told([value], value, pointer, report);
  if (!Array.isArray(value)) return undefined;
  return mapItems(value, (item, index) => mendPlain(item, 'text', `${pointer}/${index}`, report));
}

/** Scopes with their words, or the scopes of a requirement. */
function toScopes(value: unknown, pointer: string, report: Report): Json | undefined {
  if (Array.isArray(value)) {
    const names = value.filter((item) => typeof item === 'string');
    return told(Object.fromEntries(names.map((name) => [name, ''])), value, pointer, report);
  }
  if (!isRecord(value)) return undefined;
  return mapKeys(value, pointer, (child, _, at) =>
    Array.isArray(child) ? mendPlain(child, 'texts', at, report) : mendPlain(child ?? '', 'text', at, report),
  );
}

function told<Value>(mended: Value, value: unknown, pointer: string, report: Report): Value {
  report(pointer, `${shown(value)} is read as ${JSON.stringify(mended)}`);
  return mended;
}
