import { isRecord, type Json, type JsonSchema, sameJson } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';

/** What the keys of an object may hold that are none of its properties, and words for what they have to look like. */
export interface ExtraKeys {
  /** Undefined where nothing is said of them, false where there are none, true where they may hold anything. */
  readonly schema: JsonSchema | boolean | undefined;
  readonly words: string;
}

/** Patterns of keys that are told, and the characters of each. */
const longest = { patterns: 4, pattern: 60 };

/**
 * The keys beside the properties, by `additionalProperties`, `unevaluatedProperties` and `patternProperties`; `write` makes
 * the schema of what they hold. Keys by a pattern are of any form: what they have to look like is said in words.
 */
export function extraSchema(schema: Json, write: (value: unknown) => JsonSchema): ExtraKeys {
  const patterns = Object.entries(isRecord(schema.patternProperties) ? schema.patternProperties : {});
  const { additionalProperties: others = schema.unevaluatedProperties } = schema;
  const plain = isRecord(others) ? write(others) : others === true || others === false ? others : undefined;
  if (patterns.length === 0) return { schema: openIfEmpty(plain), words: '' };
  const listed = patterns.slice(0, longest.patterns).map(([pattern]) => plainText(pattern, longest.pattern));
  const more = patterns.length > longest.patterns ? ', …' : '';
  const words = `Keys match ${listed.join(' or ')}${more}`;
  if (plain === true || (plain === undefined && others !== undefined)) return { schema: true, words };
  const forms: JsonSchema[] = [];
  const held = [...patterns.map(([, value]) => write(value)), ...(typeof plain === 'object' ? [plain] : [])];
  for (const value of held)
    for (const form of value.anyOf ?? [value]) if (!forms.some((other) => sameJson(other, form))) forms.push(form);
  const [only] = forms;
  return { schema: openIfEmpty(forms.length === 1 ? only : { anyOf: forms }), words };
}

/** A schema that says nothing takes anything. */
function openIfEmpty(schema: JsonSchema | boolean | undefined): JsonSchema | boolean | undefined {
  if (typeof schema !== 'object') return schema;
  const isOpen = Object.keys(schema).length === 0 || schema.anyOf?.some((form) => Object.keys(form).length === 0);
  return isOpen ? true : schema;
}
