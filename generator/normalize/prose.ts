import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { plainText } from '../text/plain-text.ts';
import { snakeCase } from '../text/words.ts';

/** Characters that the description's own words for a value may take: an argument, and what stands inside of one. */
const longest = { argument: 160, inside: 80 };

const filler = new Set(
  'a an and any be by for from given has id in is it its of on or that the this to which with'.split(' '),
);

/** The words of a schema inside of an argument: the same schema stands in many places of a large description. */
const known = new WeakMap<Json, string>();

/**
 * What a schema says of itself in prose, cleaned and capped; its target's words where it is a mere reference. Empty where
 * the words say no more than the key.
 */
export function proseOf(schema: Json, lookup: Lookup, { key, isTop }: { key: string; isTop: boolean }): string {
  const text = isTop ? plainText(words(schema, lookup), longest.argument) : insideWords(schema, lookup);
  if (text === '') return text;
  const repeated = new Set(snakeCase(key).split('_'));
  const isNews = (word: string): boolean => !filler.has(word) && !repeated.has(word);
  // Most texts have a plain word that is news, which is seen without taking all of their words apart.
  if (text.split(' ').some((word) => /^[a-z]+$/.test(word) && isNews(word))) return text;
  const used = snakeCase(text).split('_').filter(Boolean);
  // What snake_case leaves nothing of is another script.
  return used.length > 0 && !used.some(isNews) ? '' : text;
}

function insideWords(schema: Json, lookup: Lookup): string {
  const text = known.get(schema) ?? plainText(words(schema, lookup), longest.inside);
  known.set(schema, text);
  return text;
}

function words(schema: Json, lookup: Lookup, hops = 4): string {
  if (typeof schema.description === 'string') return schema.description;
  if (hops === 0) return '';
  const [only, ...others] = Array.isArray(schema.allOf) ? schema.allOf : [];
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : others.length === 0 ? only : undefined;
  return isRecord(target) ? words(target, lookup, hops - 1) : '';
}
