import { readDateText } from './date-text.ts';
import { type DatePlace, readDate } from './date-value.ts';
import type { FieldRule } from './field-rule.ts';
import { checkId, isNobody } from './id-value.ts';
import { readListed } from './listed-value.ts';
import { isoOf } from './moment.ts';
import { show } from './notes.ts';
import type { SearchContext } from './search-context.ts';
import type { Scalar } from './search-query.ts';

/** One value of a filter in the type of its field; other types are repaired where they say the same, and refused else. */
export function readScalar(given: unknown, at: DatePlace, context: SearchContext): Scalar | undefined {
  const { rule, place } = at;
  const { notes, profile } = context;
  if (profile.nobody.has(rule.name) && isNobody(given)) return noAssignee(given, at, context);
  if (given === null) return notes.refuse(place, `null cannot be searched for: ${rule.name} takes ${typeName(rule)}`);
  switch (rule.type) {
    case 'date':
      return readDate(given, at, context);
    case 'boolean':
      return readBoolean(given, at, context);
    case 'integer':
    case 'number':
      return readNumber(given, at, context);
    case 'any':
      return readAny(given, at, context);
    default:
      return readText(given, at, context);
  }
}

/** What a field's values are, for messages. */
export function typeName({ type, values }: FieldRule): string {
  if (values) return `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (type === 'date') return 'a date in unix seconds';
  if (type === 'boolean') return 'true or false';
  if (type === 'any') return 'a text, a number or a boolean';
  return type === 'integer' ? 'an integer' : type === 'number' ? 'a number' : 'a text';
}

/** Nobody is written as 0, in the type of the field. */
function noAssignee(given: unknown, { rule, place }: DatePlace, { notes }: SearchContext): Scalar {
  const zero = rule.type === 'integer' ? 0 : '0';
  if (given !== zero) notes.became(place, given, zero, '0 means unassigned');
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

function readBoolean(given: unknown, { rule, place }: DatePlace, { notes }: SearchContext): boolean | undefined {
  if (typeof given === 'boolean') return given;
  const scalar = typeof given === 'string' || typeof given === 'number';
  const meant = scalar ? booleans.get(String(given).trim().toLowerCase()) : undefined;
  if (meant === undefined) return notes.refuse(place, `${rule.name} is true or false, not ${show(given)}`);
  notes.became(place, given, meant);
  return meant;
}

function readNumber(given: unknown, at: DatePlace, context: SearchContext): number | undefined {
  const { rule, place } = at;
  const { notes } = context;
  const text = typeof given === 'string' ? given.trim() : '';
  const number = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : given;
  const fits = rule.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (typeof number !== 'number' || !fits) {
    if (typeof given === 'string' && !checkId(rule.name, given, { place }, context)) return undefined;
    return notes.refuse(place, `${rule.name} takes ${typeName(rule)}, not ${show(given)}`);
  }
  if (number !== given) notes.became(place, given, number);
  return number;
}

function readText(given: unknown, at: DatePlace, context: SearchContext): string | undefined {
  const { rule, place } = at;
  const text = writeText(given, at, context);
  if (text === undefined || !checkId(rule.name, text, { place }, context)) return undefined;
  return readListed(text, at, context);
}

function writeText(given: unknown, { rule, place }: DatePlace, { notes }: SearchContext): string | undefined {
  if (typeof given === 'string') return given;
  if (typeof given !== 'number' || !Number.isFinite(given))
    return notes.refuse(place, `${rule.name} takes ${typeName(rule)}, not ${show(given)}`);
  if (Number.isInteger(given) && !Number.isSafeInteger(given))
    return notes.refuse(place, `${show(given)} has lost digits as a number: give the id as text`);
  notes.became(place, given, String(given));
  return String(given);
}

/** The value of a custom attribute, whose type only the workspace knows; a date is compared as unix seconds. */
function readAny(
  given: unknown,
  { rule, operator, place }: DatePlace,
  { now, notes }: SearchContext,
): Scalar | undefined {
  const isScalar = typeof given === 'string' || typeof given === 'boolean' || Number.isFinite(given);
  if (!isScalar) return notes.refuse(place, `${rule.name} takes ${typeName(rule)}, not ${show(given)}`);
  const moment = typeof given === 'string' && (operator === '<' || operator === '>') && readDateText(given, now);
  if (!moment) return given as Scalar; // A text, a boolean or a finite number, as just seen.
  notes.became(place, given, moment.seconds, isoOf(moment.seconds));
  return moment.seconds;
}
