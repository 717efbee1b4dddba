import { readDateText } from './date-text.ts';
import { type DatePlace, readDate } from './date-value.ts';
import type { FieldRule } from './field-rule.ts';
import { checkId, isNobody } from './id-value.ts';
import { readListed } from './listed-value.ts';
import { isoOf } from './moment.ts';
import { readName } from './name-value.ts';
import { show } from './notes.ts';
import type { SearchContext } from './search-context.ts';
import type { Scalar } from './search-query.ts';

/** One value of a filter in the type of its field; other types are repaired where they say the same, and refused else. */
export function readScalar(given: unknown, at: DatePlace, context: SearchContext): Scalar | undefined {
  const { rule, path } = at;
  const { notes, profile } = context;
  if (profile.nobody.has(rule.name) && isNobody(given)) return noAssignee(given, at, context);
  const raw = readName(given, at, context);
  if (raw === undefined && given !== undefined) return undefined;
  if (raw === null) return notes.refuse(path, `null cannot be searched for: ${rule.name} takes ${typeName(rule)}`);
  switch (rule.type) {
    case 'date':
      return readDate(raw, at, context);
    case 'boolean':
      return readBoolean(raw, at, context);
    case 'integer':
    case 'number':
      return readNumber(raw, at, context);
    case 'any':
      return readAny(raw, at, context);
    default:
      return readText(raw, at, context);
  }
}

/** What a field's values are, for messages. */
function typeName({ type, values }: FieldRule): string {
  if (values) return `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (type === 'date') return 'a date in unix seconds';
  if (type === 'boolean') return 'true or false';
  if (type === 'any') return 'a text, a number or a boolean';
  return type === 'integer' ? 'an integer' : type === 'number' ? 'a number' : 'a text';
}

/** Nobody is written as 0, in the type of the field. */
function noAssignee(raw: unknown, { rule, path }: DatePlace, { notes }: SearchContext): Scalar {
  const zero = rule.type === 'integer' ? 0 : '0';
  if (raw !== zero) notes.became(path, raw, zero, '0 means unassigned');
  return zero;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function readBoolean(raw: unknown, { rule, path }: DatePlace, { notes }: SearchContext): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  const scalar = typeof raw === 'string' || typeof raw === 'number';
  const meant = scalar ? booleans.get(String(raw).trim().toLowerCase()) : undefined;
  if (meant === undefined) return notes.refuse(path, `${rule.name} is true or false, not ${show(raw)}`);
  notes.became(path, raw, meant);
  return meant;
}

function readNumber(raw: unknown, at: DatePlace, context: SearchContext): number | undefined {
  const { rule, path } = at;
  const { notes } = context;
  const text = typeof raw === 'string' ? raw.trim() : '';
  const number = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : raw;
  const fits = rule.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (typeof number !== 'number' || !fits) {
    if (typeof raw === 'string' && !checkId(rule.name, raw, { path }, context)) return undefined;
    return notes.refuse(path, `${rule.name} takes ${typeName(rule)}, not ${show(raw)}`);
  }
  if (number !== raw) notes.became(path, raw, number);
  return number;
}

function readText(raw: unknown, at: DatePlace, context: SearchContext): string | undefined {
  const { rule, path } = at;
  const text = writeText(raw, at, context);
  if (text === undefined || !checkId(rule.name, text, { path }, context)) return undefined;
  return readListed(text, at, context);
}

function writeText(raw: unknown, { rule, path }: DatePlace, { notes }: SearchContext): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw !== 'number' || !Number.isFinite(raw))
    return notes.refuse(path, `${rule.name} takes ${typeName(rule)}, not ${show(raw)}`);
  if (Number.isInteger(raw) && !Number.isSafeInteger(raw))
    return notes.refuse(path, `${show(raw)} has lost digits as a number: give the id as text`);
  notes.became(path, raw, String(raw));
  return String(raw);
}

/** The value of a custom attribute, whose type only the workspace knows; a date is compared as unix seconds. */
function readAny(raw: unknown, { rule, operator, path }: DatePlace, { now, notes }: SearchContext): Scalar | undefined {
  const isScalar = typeof raw === 'string' || typeof raw === 'boolean' || Number.isFinite(raw);
  if (!isScalar) return notes.refuse(path, `${rule.name} takes ${typeName(rule)}, not ${show(raw)}`);
  const moment = typeof raw === 'string' && (operator === '<' || operator === '>') && readDateText(raw, now);
  if (!moment) return raw as Scalar; // A text, a boolean or a finite number, as just seen.
  notes.became(path, raw, moment.seconds, isoOf(moment.seconds));
  return moment.seconds;
}
