import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { joinSentences } from '../text/join-sentences.ts';
import { isVisible } from '../text/plain-text.ts';

/** What a value's own words and its key say already. */
export interface SaidBefore {
  readonly key: string;
  readonly prose: string;
}

/** Longer patterns tell a model nothing, and a longer text than this is no model's. */
const longest = { pattern: 60, text: 5_000 };

const addresses = /[iu]r[il]s?(?![a-z])|link|href|website/i;

/** Formats in words, and what says as much. */
const formats: ReadonlyMap<string, readonly [words: string, said: RegExp]> = new Map([
  ['uuid', ['UUID', /uuid|guid/i]],
  ['email', ['Email address', /e-?mail/i]],
  ['idn-email', ['Email address', /e-?mail/i]],
  ['uri', ['URL', addresses]],
  ['url', ['URL', addresses]],
  ['iri', ['URL', addresses]],
  ['uri-reference', ['URL or path', addresses]],
  ['hostname', ['Host name', /host|domain/i]],
  ['ipv4', ['IPv4 address', /ipv4/i]],
  ['ipv6', ['IPv6 address', /ipv6/i]],
  ['time', ['Time such as 09:30:00Z', /hh:mm/i]],
  ['duration', ['ISO 8601 duration such as PT30M', /iso.?8601|PT\d/i]],
  ['byte', ['Base64', /base.?64/i]],
  ['regex', ['Regular expression', /regular expression|regex/i]],
]);

/** Formats that say how a value is stored or shown, or that have a type or a time of their own. */
const silent =
  /^(?:string|text|password|binary|date|date-time|unix-time|timestamp|u?int\d*|integer|number|float|double|long)$/i;

/**
 * What a value has to look like beyond its type, in words, since clients refuse or drop the keywords that say so: its format, its
 * pattern, how long it may be. It is told, not checked: the API knows better. Empty where nothing is to be told or all of it was.
 */
export function constraintWords(schema: Json, lookup: Lookup, said: SaidBefore): string {
  const form = ownSchema(schema, lookup);
  if (form.enum !== undefined || form.const !== undefined) return '';
  switch (form.type) {
    case 'string':
      return joinSentences([formatWords(form, said), lengthWords(form, said), patternWords(form, said)]);
    case 'integer':
    case 'number':
      return stepWords(form);
    case 'array':
      return joinSentences([form.uniqueItems === true ? 'No item twice' : '', itemWords(form, lookup, said)]);
    default:
      return '';
  }
}

/** Of a list's items: they have no words of their own. */
function itemWords({ items }: Json, lookup: Lookup, said: SaidBefore): string {
  const isNested = isRecord(items) && ownSchema(items, lookup).type === 'array';
  const words = isRecord(items) && !isNested ? constraintWords(items, lookup, said) : '';
  return words === '' ? '' : `Each: ${words}`;
}

/** The schema that says it: a reference's target, the only one of several that is not null. */
function ownSchema(schema: Json, lookup: Lookup, hops = 4): Json {
  if (hops === 0) return schema;
  if (typeof schema.$ref === 'string') {
    const target = lookup(schema.$ref);
    return isRecord(target) ? ownSchema(target, lookup, hops - 1) : schema;
  }
  const type = Array.isArray(schema.type) ? onlyOf(schema.type.filter((one) => one !== 'null')) : schema.type;
  if (type !== undefined) return { ...schema, type };
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].find(Array.isArray) ?? [];
  const only = onlyOf(parts.filter((part) => isRecord(part) && part.type !== 'null'));
  return isRecord(only) ? ownSchema(only, lookup, hops - 1) : schema;
}

function onlyOf(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : undefined;
}

function formatWords({ format: named, contentEncoding }: Json, { key, prose }: SaidBefore): string {
  const format = named ?? (contentEncoding === 'base64' ? 'byte' : undefined);
  if (typeof format !== 'string' || silent.test(format)) return '';
  const known = formats.get(format.toLowerCase());
  if (known) return known[1].test(`${key} ${prose}`) ? '' : known[0];
  const isName = /^[a-z][\w-]{1,30}$/i.test(format);
  return isName && !prose.toLowerCase().includes(format.toLowerCase()) ? `Format: ${format}` : '';
}

function patternWords({ pattern }: Json, { prose }: SaidBefore): string {
  if (typeof pattern !== 'string' || pattern.length > longest.pattern || !isVisible(pattern)) return '';
  // Anything at all.
  if (/^\^?(?:\.[*+]|\\S[*+]?|\[\\s\\S\][*+])?\$?$/.test(pattern) || prose.includes(pattern)) return '';
  // Words are read as Markdown once more, which leaves what is escaped as it is.
  return `Pattern: ${pattern.replace(/[!-/:-@[-`{-~]/g, '\\$&')}`;
}

function lengthWords({ minLength, maxLength, pattern }: Json, { prose }: SaidBefore): string {
  if (/charact|letters|digits/i.test(prose) || (typeof pattern === 'string' && /\{\d/.test(pattern))) return '';
  const least = isCount(minLength) && minLength > 1 ? minLength : undefined;
  const most = isCount(maxLength) && maxLength > 0 && maxLength <= longest.text ? maxLength : undefined;
  if (least !== undefined && most !== undefined)
    return least === most ? `${most} characters` : `${least} to ${most} characters`;
  if (most !== undefined) return `At most ${most} character${most === 1 ? '' : 's'}`;
  return least === undefined ? '' : `At least ${least} characters`;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function stepWords({ type, multipleOf }: Json): string {
  if (typeof multipleOf !== 'number' || multipleOf <= 0 || (type === 'integer' && multipleOf === 1)) return '';
  return `A multiple of ${multipleOf}`;
}
